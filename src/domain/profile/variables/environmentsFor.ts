import type { Environment } from '../environment.ts';
import { readFieldValue } from '../fieldValue.ts';
import type { Profile } from '../profile.ts';
import { variableNames } from './fillText.ts';
import { textsOf } from './textsOf.ts';

/**
 * What of the environments the profiles need: the variables that they name, and those that these name in turn. An
 * environment that has none of them is left out.
 */
export function environmentsFor(
  profiles: readonly Profile[],
  environments: readonly Environment[],
): readonly Environment[] {
  const needed = new Set(profiles.flatMap((profile) => textsOf(profile, {}).flatMap(variableNames)));
  const variables = environments.flatMap((environment) => environment.variables);
  // A set that grows while it is gone through: what is added is gone through too.
  for (const name of needed) {
    for (const variable of variables) {
      if (variable.name !== name) continue;
      for (const further of variableNames(readFieldValue(variable.value, {}))) needed.add(further);
    }
  }
  return environments
    .map((environment) => ({
      ...environment,
      variables: environment.variables.filter(({ name }) => needed.has(name)),
    }))
    .filter((environment) => environment.variables.length > 0);
}
