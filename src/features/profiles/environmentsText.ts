import type { Environment } from '#domain/profile/environment.ts';
import { mergeEnvironments } from '#domain/profile/variables/mergeEnvironments.ts';

/** What an import brings of environments, in words: `Staging (2 variables), Production (1 variable)`; `null` for nothing new. */
export function environmentsText(own: readonly Environment[], theirs: readonly Environment[]): string | null {
  const before = new Map(own.map(({ id, variables }) => [id, variables.length]));
  const added = mergeEnvironments(own, theirs, () => '').flatMap(({ id, name, variables }) => {
    const count = variables.length - (before.get(id) ?? 0);
    return count === 0 ? [] : [`${name} (${count === 1 ? '1 variable' : `${count} variables`})`];
  });
  return added.length === 0 ? null : added.join(', ');
}
