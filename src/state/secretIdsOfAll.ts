import type { Profile, SecretId } from '#domain/profile/profile.ts';
import { secretIdsOf } from '#domain/profile/secretIdsOf.ts';

/** The secrets that any of these profiles names. */
export function secretIdsOfAll(profiles: readonly Profile[]): ReadonlySet<SecretId> {
  return new Set(profiles.flatMap(secretIdsOf));
}
