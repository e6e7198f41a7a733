import { namedSecrets, secretVariablesOf } from '#domain/profile/namedSecrets.ts';
import type { Profile, Secrets } from '#domain/profile/profile.ts';
import { CallProblem } from './callProblem.ts';
import type { Variables } from '../environment/variables.ts';

/**
 * The secrets that a profile needs, from `POSTERN_…` variables. Other variables are out of reach of a profile: it may
 * come from somebody else, and would choose which of this machine's secrets goes where.
 */
export function readProfileSecrets(profile: Profile, variables: Variables): Secrets {
  return Object.fromEntries(
    namedSecrets(profile).map(({ secretId, label }) => {
      const names = secretVariablesOf(profile.name, label);
      const value = names.map((name) => variables.get(name)).find((found) => found !== undefined);
      if (value === undefined) {
        throw new CallProblem(
          `The profile “${profile.name}” needs its secret ${label}: set the variable ${names.at(-1)}, or write it into an --env-file.`,
        );
      }
      return [secretId, value];
    }),
  );
}
