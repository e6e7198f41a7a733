import type { Profile } from '#domain/profile/profile.ts';

/**
 * What a profile from somebody else does that its URL does not show, and that could bring what is sent to others: to be
 * known before it is used.
 */
export function unusualChoices({ options, tokenSource }: Partial<Profile>): readonly string[] {
  const choices: string[] = [];
  if (options?.tls.verifiesCertificate === false) choices.push('accepts any certificate');
  if (options !== undefined && options.tls.caPem !== '') choices.push('trusts an authority of its own');
  if (options?.proxy.kind === 'url') choices.push('goes through a proxy of its own');
  if (tokenSource !== undefined) choices.push(`fetches its token from ${tokenSource.url}`);
  return choices;
}
