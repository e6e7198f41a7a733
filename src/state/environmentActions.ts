import { mergeEnvironments } from '#domain/profile/variables/mergeEnvironments.ts';
import type { EnvironmentActions, ProfilesStore } from './profilesStore.ts';
import { byId, pick, without } from './record.ts';

/** What the store of profiles does with its environments. */
export function createEnvironmentActions(
  { getState, setState }: Pick<ProfilesStore, 'getState' | 'setState'>,
  newId: () => string,
): EnvironmentActions {
  return {
    addEnvironment(name, variables = []) {
      const id = newId();
      setState(({ environments }) => ({
        environments: { ...environments, [id]: { id, name, variables } },
        environmentId: id,
      }));
      return id;
    },

    putEnvironment: (environment) =>
      setState(({ environments }) => ({
        environments: { ...environments, [environment.id]: environment },
      })),

    removeEnvironment: (id) =>
      setState(({ environments, environmentId }) => ({
        environments: without(environments, [id]),
        environmentId: environmentId === id ? null : environmentId,
      })),

    takeEnvironments(theirs) {
      const before = getState().environments;
      const after = byId(mergeEnvironments(Object.values(before), theirs, newId));
      setState({ environments: after });
      return () => {
        const { environments, environmentId } = getState();
        // One that was changed since stays.
        const taken = Object.keys(after).filter((id) => environments[id] === after[id]);
        const restored = { ...without(environments, taken), ...pick(before, taken) };
        const isThere = environmentId !== null && environmentId in restored;
        setState({ environments: restored, environmentId: isThere ? environmentId : null });
      };
    },

    chooseEnvironment: (environmentId) => setState({ environmentId }),
  };
}
