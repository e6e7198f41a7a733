import type { Field, Profile, SecretId, Secrets } from '../profile/profile.ts';
import type { QueryPair } from '../profile/queryText.ts';
import { isSigningParameter, isSecretSigningParameter } from './signingParameters.ts';

/** The profile with a presigned query at the end of its parameters, in place of an older one. */
export function withPresignedQuery(
  profile: Profile,
  pairs: readonly QueryPair[],
  newId: () => string,
): { readonly profile: Profile; readonly secrets: Secrets } {
  const secrets: Record<SecretId, string> = {};
  const rows = pairs.map(({ name, value }): Field => {
    if (!isSecretSigningParameter(name)) {
      return { id: newId(), name, value: { kind: 'text', text: value }, isEnabled: true };
    }
    const secretId = newId();
    secrets[secretId] = value;
    return { id: newId(), name, value: { kind: 'secret', secretId }, isEnabled: true };
  });
  return { profile: { ...profile, parameters: [...unsignedParameters(profile), ...rows] }, secrets };
}

/** What goes into a signature: the parameters that are none of its own. */
export function unsignedParameters(profile: Profile): readonly Field[] {
  return profile.parameters.filter(({ name }) => !isSigningParameter(name));
}
