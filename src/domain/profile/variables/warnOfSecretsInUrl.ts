import type { Profile } from '../profile.ts';
import type { PreflightWarning } from '../profileProblem.ts';
import { variableNames } from './fillText.ts';
import type { VariableLookup } from './variableLookup.ts';

/** A header is kept out of logs nearly everywhere; a path is in all of them. */
export function warnOfSecretsInUrl(profile: Profile, lookup: VariableLookup): readonly PreflightWarning[] {
  return variableNames(profile.url)
    .filter((name) => lookup(name)?.isSecret === true)
    .map((name) => ({
      at: 'url',
      fieldId: null,
      message: `{{${name}}} is a secret, and servers and proxies write the path that it stands in into their logs. Where the API allows it, put it into a header.`,
      fixes: [],
    }));
}
