import type { Profile } from '#domain/profile/profile.ts';
import { variableNames } from '#domain/profile/variables/fillText.ts';

/**
 * What a profile from somebody else does that its URL does not show, and that could bring what is sent to others: to be
 * known before it is used.
 */
export function unusualChoices(profile: Partial<Profile>): readonly string[] {
  const { options, tokenSource } = profile;
  const choices: string[] = [];
  if (options?.tls.verifiesCertificate === false) choices.push('accepts any certificate');
  if (options !== undefined && options.tls.caPem !== '') choices.push('trusts an authority of its own');
  if (options?.proxy.kind === 'url') choices.push('goes through a proxy of its own');
  if (tokenSource !== undefined) choices.push(`fetches its token from ${tokenSource.url}`);
  // Wherever they stand: the value of one may be a secret. Those with a dollar sign are made up at the moment of sending.
  const variables = variableNames(JSON.stringify(profile)).filter((name) => !name.startsWith('$'));
  if (variables.length > 0) choices.push(`fills in variables of your environments: ${variables.join(', ')}`);
  return choices;
}
