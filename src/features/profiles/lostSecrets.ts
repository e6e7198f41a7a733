import type { SecretId, Secrets } from '#domain/profile/profile.ts';

/** What has gone from the secrets, or is another one now: what an undo puts back. */
export function lostSecrets(before: Secrets, after: Secrets): readonly (readonly [SecretId, string])[] {
  return Object.entries(before).filter(([id, value]) => after[id] !== value);
}
