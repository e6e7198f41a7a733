import { mapSecretIds } from './mapSecretIds.ts';
import type { Profile, ProfileId } from './profile.ts';
import { wayOf } from './wayOf.ts';

/**
 * A profile of somebody else's file as this device has it, under this id. Its secrets are told by the id, their place and
 * where they go: whoever changes the file can send them elsewhere, and then they are not the same secrets any more but ones
 * to be asked for.
 */
export function foreignProfile(profile: Profile, id: ProfileId): Profile {
  const way = wayOf(profile);
  return { ...mapSecretIds(profile, (_id, place) => `${id}/${place} ${way}`), id };
}
