import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { selectProfile } from '#state/profilesStore.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { endConnection } from './endConnection.ts';
import { isInTeamFile } from './team/isInTeamFile.ts';
import { TEAM_FILE } from './team/teamFileOnDemand.ts';

type RemovingStores = Pick<
  Stores,
  'profiles' | 'connections' | 'reconnections' | 'pastConnections' | 'notices'
>;

export function removeProfile(stores: RemovingStores & Pick<Stores, 'profilesFile'>, id: ProfileId): void {
  const state = stores.profiles.getState();
  if (isInTeamFile(state, id)) {
    return void TEAM_FILE.load().then((team) => team.removeFromTeam(stores, id));
  }
  const profile = selectProfile(state, id);
  if (profile === null || id in state.readyMade) return;
  removeOwn(stores, [id], `Deleted “${profile.name}”.`);
}

/**
 * Deletes profiles of the person's own and ends their connections; a notice offers to undo it. The logs stay until the
 * deletion can no longer be undone, which is when something else is deleted.
 */
export function removeOwn(stores: RemovingStores, ids: readonly ProfileId[], sentence: string): void {
  const { deleted: before, actions } = stores.profiles.getState();
  for (const { id } of before) forgetLogs(stores, id);
  for (const id of ids) endConnection(stores, id);
  actions.remove(ids);
  const { deleted } = stores.profiles.getState();
  stores.notices.getState().actions.show(sentence, {
    label: 'Undo',
    run: () => undoRemove(stores, deleted),
  });
}

function forgetLogs(stores: Pick<Stores, 'connections' | 'pastConnections'>, id: ProfileId): void {
  stores.connections.getState().actions.forget(id);
  // What cannot be removed now goes when the budget of all logs wants its room.
  stores.pastConnections
    .getState()
    .actions.removeOf(id)
    .catch(() => {});
}

/** Only the latest deletion can be undone: an older notice says so rather than bring back something else. */
function undoRemove(stores: Pick<Stores, 'profiles' | 'notices'>, removed: readonly Profile[]): void {
  const { deleted, actions } = stores.profiles.getState();
  if (deleted === removed) actions.undoRemove();
  else stores.notices.getState().actions.show('Only what was deleted last can be brought back.');
}
