import { mergeEnvironments } from '#domain/profile/variables/mergeEnvironments.ts';
import type { SecretId } from '#domain/profile/profile.ts';
import type { EnvironmentActions, ProfilesStore } from './profilesStore.ts';
import { byId, pick, without } from './record.ts';
import { secretIdsOfAll } from './secretIdsOfAll.ts';

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

    takeEnvironments(theirs, theirSecrets = {}) {
      const before = getState().environments;
      const brought: Record<SecretId, string> = {};
      const merged = mergeEnvironments(Object.values(before), theirs, newId, (theirId, id) => {
        const value = theirSecrets[theirId];
        if (value !== undefined) brought[id] = value;
      });
      const after = byId(merged);
      setState(({ secrets }) => ({ environments: after, secrets: { ...secrets, ...brought } }));
      return () => {
        const { environments, environmentId, secrets } = getState();
        // One that was changed since stays.
        const taken = Object.keys(after).filter((id) => environments[id] === after[id]);
        const restored = { ...without(environments, taken), ...pick(before, taken) };
        const isThere = environmentId !== null && environmentId in restored;
        const named = secretIdsOfAll([], Object.values(restored));
        setState({
          environments: restored,
          environmentId: isThere ? environmentId : null,
          secrets: without(
            secrets,
            Object.keys(brought).filter((id) => !named.has(id)),
          ),
        });
      };
    },

    chooseEnvironment: (environmentId) => setState({ environmentId }),
  };
}
