import type { Environment } from '../environment.ts';
import { readFieldValue } from '../fieldValue.ts';
import type { Secrets } from '../profile.ts';

export interface VariableValue {
  readonly text: string;
  readonly isSecret: boolean;
}

/** The value of a variable; `null` where there is none of that name. */
export type VariableLookup = (name: string) => VariableValue | null;

export const NO_VARIABLES: VariableLookup = () => null;

/** Looks a variable up in each of the environments in turn; of rows with one name, the last counts. */
export function lookupIn(environments: readonly Environment[], secrets: Secrets): VariableLookup {
  const values = new Map<string, VariableValue>();
  for (const { variables } of environments.toReversed()) {
    for (const { name, value, isEnabled } of variables) {
      if (!isEnabled || name === '') continue;
      values.set(name, { text: readFieldValue(value, secrets), isSecret: value.kind === 'secret' });
    }
  }
  return values.size === 0 ? NO_VARIABLES : (name) => values.get(name) ?? null;
}
