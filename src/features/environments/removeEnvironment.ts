import type { Environment } from '#domain/profile/environment.ts';
import type { Stores } from '../stores/StoresContext.ts';

/** Deletes an environment; a notice offers to take it back, secrets and all. */
export function removeEnvironment(
  { profiles, notices }: Pick<Stores, 'profiles' | 'notices'>,
  environment: Environment,
): void {
  const { actions, environmentId } = profiles.getState();
  const wasChosen = environmentId === environment.id;
  actions.removeEnvironment(environment.id);
  notices.getState().actions.show(`Deleted the environment “${environment.name}”.`, {
    label: 'Undo',
    run() {
      actions.putEnvironment(environment);
      if (wasChosen) actions.chooseEnvironment(environment.id);
    },
  });
}
