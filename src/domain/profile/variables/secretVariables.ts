import type { Profile, Secrets } from '../profile.ts';
import { wayOf } from '../wayOf.ts';
import { fillProfile, fillTokenSource } from './fillProfile.ts';
import { fillText } from './fillText.ts';
import { textsOf } from './textsOf.ts';
import type { VariableLookup } from './variableLookup.ts';

/** The names of the secret variables that a profile fills in somewhere, each once; also of those within other variables. */
export function secretVariablesOf(
  profile: Profile,
  secrets: Secrets,
  lookup: VariableLookup,
): readonly string[] {
  const names = new Set<string>();
  const noting: VariableLookup = (name) => {
    const value = lookup(name);
    if (value?.isSecret === true && value.text !== '') names.add(name);
    return value;
  };
  for (const text of textsOf(profile, secrets)) fillText(text, noting);
  return [...names];
}

/** Where a profile leads with its variables filled in, but for the secret ones: a host can have one in its name. */
export function filledWay(
  profile: Profile,
  lookup: VariableLookup,
): { readonly url: string; readonly way: string } {
  const withoutSecrets: VariableLookup = (name) => {
    const value = lookup(name);
    return value?.isSecret === true ? null : value;
  };
  const filled = fillProfile(profile, {}, withoutSecrets).profile;
  const { tokenSource } = profile;
  return {
    url: filled.url,
    way: wayOf(
      tokenSource === undefined
        ? filled
        : { ...filled, tokenSource: fillTokenSource(tokenSource, {}, withoutSecrets).source },
    ),
  };
}
