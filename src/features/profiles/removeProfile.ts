import type { ProfileId } from '#domain/profile/profile.ts';
import { selectProfile } from '#state/profilesStore.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { endConnection } from './endConnection.ts';
import { isInTeamFile, removeFromTeam } from './team/changeTeam.ts';

/**
 * Deletes a profile and ends its connection; a notice offers to undo it. The logs stay until the deletion can no longer be
 * undone, which is when the next profile is deleted.
 */
export function removeProfile(
  stores: Pick<
    Stores,
    'profiles' | 'connections' | 'reconnections' | 'pastConnections' | 'notices' | 'profilesFile'
  >,
  id: ProfileId,
): void {
  const state = stores.profiles.getState();
  if (isInTeamFile(state, id)) return void removeFromTeam(stores, id);
  const profile = selectProfile(state, id);
  if (profile === null || id in state.readyMade) return;
  if (state.deleted !== null) forgetLogs(stores, state.deleted.id);
  endConnection(stores, id);
  state.actions.remove(id);
  const { show } = stores.notices.getState().actions;
  show(`Deleted “${profile.name}”.`, {
    label: 'Undo',
    run: () => undoRemove(stores, id),
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

/** Only the latest deletion can be undone: an older notice says so rather than bring back another profile. */
function undoRemove(stores: Pick<Stores, 'profiles' | 'notices'>, id: ProfileId): void {
  const { deleted, actions } = stores.profiles.getState();
  if (deleted?.id === id) actions.undoRemove();
  else stores.notices.getState().actions.show('Only the profile that was deleted last can be brought back.');
}
