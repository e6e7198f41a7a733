import type { EnvironmentActions, ProfilesStore } from './profilesStore.ts';
import { without } from './record.ts';

/** What the store of profiles does with its environments. */
export function createEnvironmentActions(
  { setState }: Pick<ProfilesStore, 'setState'>,
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

    chooseEnvironment: (environmentId) => setState({ environmentId }),
  };
}
