import { SHARED_ENVIRONMENT, SHARED_ENVIRONMENT_ID, type Environment } from '#domain/profile/environment.ts';
import type { ProfilesState } from '#state/profilesStore.ts';

type Environments = ProfilesState['environments'];

/** Those that can be chosen, by name. */
export function namedEnvironments(environments: Environments): readonly Environment[] {
  return Object.values(environments)
    .filter(({ id }) => id !== SHARED_ENVIRONMENT_ID)
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Those that can be edited: the one for all first, which is there before it has a variable. */
export function editableEnvironments(environments: Environments): readonly Environment[] {
  return [environments[SHARED_ENVIRONMENT_ID] ?? SHARED_ENVIRONMENT, ...namedEnvironments(environments)];
}

/** A sentence on why an environment cannot have this name, or `null`. */
export function checkEnvironmentName(name: string, others: readonly Environment[]): string | null {
  if (name.trim() === '') return 'Enter a name, for example Staging.';
  const isTaken = others.some((other) => other.name.toLowerCase() === name.trim().toLowerCase());
  return isTaken ? `There is an environment “${name.trim()}” already.` : null;
}

/** What a copy is called: another name than any that there is. */
export function nameOfCopy(name: string, others: readonly Environment[]): string {
  const wanted = `${name} copy`;
  let free = wanted;
  for (let number = 2; checkEnvironmentName(free, others) !== null; number += 1) free = `${wanted} ${number}`;
  return free;
}
