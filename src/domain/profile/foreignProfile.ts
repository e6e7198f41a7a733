import { destinationOf, proxyOf } from './file/updateProfile.ts';
import { mapSecretIds } from './mapSecretIds.ts';
import type { Profile, ProfileId } from './profile.ts';

/**
 * A profile of somebody else's file as this device has it, under this id. Its secrets are told by the id, their place and
 * where they go: whoever changes the file can send them elsewhere, and then they are not the same secrets any more but ones
 * to be asked for.
 */
export function foreignProfile(profile: Profile, id: ProfileId): Profile {
  const way = JSON.stringify(wayOf(profile));
  return { ...mapSecretIds(profile, (_id, place) => `${id}/${place} ${way}`), id };
}

/** All that decides who gets to see a secret: what `secretRisks` asks about. */
function wayOf(profile: Profile): readonly unknown[] {
  const { verifiesCertificate, caPem, serverName } = profile.options.tls;
  const tokenAddress = profile.tokenSource?.url.split(/[?#]/)[0] ?? '';
  return [destinationOf(profile.url), verifiesCertificate, caPem, serverName, proxyOf(profile), tokenAddress];
}
