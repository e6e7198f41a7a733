import { SECRET_VARIABLE_PREFIX } from '#domain/profile/namedSecrets.ts';
import { OWN_VARIABLES } from './ownVariables.ts';
import type { Variables } from './variables.ts';

const OWN_NAMES: ReadonlySet<string> = new Set(Object.values(OWN_VARIABLES));

/** Those that the page may have: what was given to Postern as a secret, and nothing else of this machine. */
export function offeredVariables(variables: Variables): Variables {
  return new Map(
    [...variables].filter(([name]) => name.startsWith(SECRET_VARIABLE_PREFIX) && !OWN_NAMES.has(name)),
  );
}
