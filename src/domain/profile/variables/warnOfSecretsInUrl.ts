import type { Profile } from '../profile.ts';
import type { PreflightWarning } from '../profileProblem.ts';
import { variableNames } from './fillText.ts';
import type { VariableLookup } from './variableLookup.ts';

/** A secret is masked in a parameter or a header: in the URL's own text there is nothing to tell where it begins and ends. */
export function warnOfSecretsInUrl(profile: Profile, lookup: VariableLookup): readonly PreflightWarning[] {
  return variableNames(profile.url)
    .filter((name) => lookup(name)?.isSecret === true)
    .map((name) => ({
      at: 'url',
      fieldId: null,
      message: `{{${name}}} is a secret, and the URL shows it in the clear. Where the API allows it, put it into a query parameter or a header.`,
      fixes: [],
    }));
}
