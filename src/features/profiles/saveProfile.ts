import type { ProfileId } from '#domain/profile/profile.ts';
import type { Stores } from '../stores/StoresContext.ts';

/**
 * Saves a profile's changes; a ready-made one as a profile of the person's own, which is selected and said. Returns the
 * saved profile's id.
 */
export function saveProfile(stores: Pick<Stores, 'profiles' | 'notices'>, id: ProfileId): ProfileId {
  const { actions, readyMade } = stores.profiles.getState();
  const savedId = actions.save(id);
  const saved = stores.profiles.getState().saved[savedId];
  if (id in readyMade && saved !== undefined) {
    stores.notices.getState().actions.show(`Saved “${saved.name}” to your profiles.`);
  }
  return savedId;
}
