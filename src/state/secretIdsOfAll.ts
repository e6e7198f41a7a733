import type { Environment } from '#domain/profile/environment.ts';
import type { Profile, SecretId } from '#domain/profile/profile.ts';
import { secretIdsOf } from '#domain/profile/secretIdsOf.ts';

/** The secrets that any of these profiles or environments names. */
export function secretIdsOfAll(
  profiles: readonly Profile[],
  environments: readonly Environment[],
): ReadonlySet<SecretId> {
  return new Set([
    ...profiles.flatMap(secretIdsOf),
    ...environments.flatMap(({ variables }) =>
      variables.flatMap(({ value }) => (value.kind === 'secret' ? [value.secretId] : [])),
    ),
  ]);
}
