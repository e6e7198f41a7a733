import { isCredentialName, looksLikeSecret } from '#domain/profile/isCredentialName.ts';
import { splitQuery } from '#domain/profile/queryText.ts';
import type { CheckCommand } from './checkCommand.ts';
import { hasPlaceholder } from './fillPlaceholders.ts';

/** Sentences on secrets that stand in the argument list; they name the place and not the secret. */
export function warnOfArguments({ targets, overrides, exchange }: CheckCommand): readonly string[] {
  const places = [
    ...targets.flatMap(placesInUrl),
    ...overrides.headers
      .filter(({ name, value }) => isSecret(name, value, 'header'))
      .map(({ name }) => `the header ${name}`),
    ...overrides.subprotocols.filter((text) => looksSecret(text)).map(() => 'a subprotocol'),
    ...(overrides.proxy !== null && hasPassword(overrides.proxy) ? ['the proxy’s password'] : []),
    ...(exchange?.send?.kind === 'text' && looksSecret(exchange.send.text) ? ['the message'] : []),
  ];
  return [...new Set(places)].map(
    (place) =>
      `A secret stands on the command line (${place}), where process lists, shell histories and build logs show it. Write '\${NAME}' in its place and set the variable POSTERN_NAME.`,
  );
}

function placesInUrl(target: string): readonly string[] {
  const [base = '', query = ''] = target.split(/\?(.*)/s);
  const parameters = splitQuery(query)
    .filter(({ name, value }) => isSecret(name, value, 'query'))
    .map(({ name }) => (name === '' ? 'the query' : `the parameter ${name}`));
  return hasPassword(base) ? ['the URL’s password', ...parameters] : parameters;
}

function isSecret(name: string, value: string, kind: 'query' | 'header'): boolean {
  if (value === '' || hasPlaceholder(value)) return false;
  return isCredentialName(name, kind) || looksLikeSecret(value);
}

function looksSecret(text: string): boolean {
  return !hasPlaceholder(text) && looksLikeSecret(text);
}

function hasPassword(url: string): boolean {
  const [, password = ''] = /^[^/]*:\/\/[^/?#@:]*:([^/?#]*)@/.exec(url) ?? [];
  return password !== '' && !hasPlaceholder(password);
}
