import { formatDuration } from '#domain/format/formatDuration.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { variableNames } from '#domain/profile/variables/fillText.ts';

/**
 * What a profile from somebody else does that its URL does not show: what could bring what is sent to others, and what goes
 * out by itself. To be known before it is used.
 */
export function unusualChoices(profile: Partial<Profile>): readonly string[] {
  // Wherever they stand: the value of one may be a secret. Those with a dollar sign are made up at the moment of sending.
  const variables = variableNames(JSON.stringify(profile)).filter((name) => !name.startsWith('$'));
  const filledIn =
    variables.length > 0 ? [`fills in variables of your environments: ${variables.join(', ')}`] : [];
  return [...unusualOptions(profile), ...filledIn];
}

/** As `unusualChoices`, but for the variables. */
export function unusualOptions(profile: Partial<Profile>): readonly string[] {
  const { options, tokenSource, keepAlive, reconnect } = profile;
  const choices: string[] = [];
  if (options?.tls.verifiesCertificate === false) choices.push('accepts any certificate');
  if (options !== undefined && options.tls.caPem !== '') choices.push('trusts an authority of its own');
  if (options?.proxy.kind === 'url') choices.push('goes through a proxy of its own');
  if (tokenSource !== undefined) choices.push(`fetches its token from ${tokenSource.url}`);
  if (keepAlive?.kind === 'message') {
    choices.push(
      `sends “${cut(keepAlive.text)}” every ${formatDuration(keepAlive.everyMs)} while it is open`,
    );
  }
  if (reconnect?.kind === 'backoff') choices.push('connects again by itself when it has been closed');
  return choices;
}

/** The longest text that is quoted, characters: enough to tell what it is. */
const MAX_QUOTED = 60;

function cut(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}
