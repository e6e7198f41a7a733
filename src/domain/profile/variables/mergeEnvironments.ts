import type { Environment } from '../environment.ts';
import type { Field, SecretId } from '../profile.ts';

/**
 * The person's environments with those of a file: a new one is added, and one of the same id or name gets the variables that
 * it lacks. A value that is here stays. Secrets get ids of their own, so that a file can claim none that is here; `onSecret`
 * is told of each that is added.
 */
export function mergeEnvironments(
  own: readonly Environment[],
  theirs: readonly Environment[],
  newId: () => string,
  onSecret: (theirs: SecretId, own: SecretId) => void = () => {},
): readonly Environment[] {
  const merged = [...own];
  for (const environment of theirs) {
    const index = merged.findIndex((one) => isSame(one, environment));
    const mine = merged[index];
    const known = new Set(namesIn(mine));
    const lacking = environment.variables
      .filter(({ name }) => !known.has(name))
      .map((variable) => withNewIds(variable, newId, onSecret));
    if (mine === undefined) merged.push({ ...environment, variables: lacking });
    else if (lacking.length > 0) merged[index] = { ...mine, variables: [...mine.variables, ...lacking] };
  }
  return merged;
}

/** What `mergeEnvironments` would add: of each environment the variables that are lacking, where there are any. */
export function lackingEnvironments(
  own: readonly Environment[],
  theirs: readonly Environment[],
): readonly Environment[] {
  return theirs
    .map((environment) => {
      const known = new Set(namesIn(own.find((one) => isSame(one, environment))));
      return { ...environment, variables: environment.variables.filter(({ name }) => !known.has(name)) };
    })
    .filter(({ variables }) => variables.length > 0);
}

function namesIn(environment: Environment | undefined): readonly string[] {
  return environment?.variables.map(({ name }) => name) ?? [];
}

function isSame(one: Environment, other: Environment): boolean {
  return one.id === other.id || one.name.toLowerCase() === other.name.toLowerCase();
}

function withNewIds(
  variable: Field,
  newId: () => string,
  onSecret: (theirs: SecretId, own: SecretId) => void,
): Field {
  const { value } = variable;
  const id = newId();
  if (value.kind === 'text') return { ...variable, id };
  const secretId = newId();
  onSecret(value.secretId, secretId);
  return { ...variable, id, value: { ...value, secretId } };
}
