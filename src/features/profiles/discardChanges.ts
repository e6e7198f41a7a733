import type { ProfileId } from '#domain/profile/profile.ts';
import { keptProfile } from '#state/profilesStore.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { lostSecrets } from './lostSecrets.ts';
import { removeProfile } from './removeProfile.ts';

/** Takes a profile back to what is saved; one that never was saved is deleted. A notice offers to undo it. */
export function discardChanges(
  stores: Pick<
    Stores,
    'profiles' | 'connections' | 'reconnections' | 'pastConnections' | 'notices' | 'profilesFile'
  >,
  id: ProfileId,
): void {
  const before = stores.profiles.getState();
  const draft = before.drafts[id];
  const base = before.teamBases[id];
  if (draft === undefined) return;
  if (keptProfile(before, id) === undefined) return removeProfile(stores, id);
  before.actions.discard(id);
  const lost = lostSecrets(before.secrets, stores.profiles.getState().secrets);
  stores.notices.getState().actions.show(`Discarded the changes to “${draft.name}”.`, {
    label: 'Undo',
    run() {
      for (const [secretId, value] of lost) before.actions.setSecret(secretId, value);
      before.actions.restoreDraft(draft, base);
      before.actions.select(id);
    },
  });
}
