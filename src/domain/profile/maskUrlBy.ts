import { splitQuery } from './queryText.ts';
import type { QueryPair } from './queryText.ts';

export const MASK = '•••';

/**
 * The URL with the password before the host replaced, and the values of the parameters that `isSecret` says. Works on the
 * text, so that what is not a URL comes out as it went in.
 */
export function maskUrlBy(url: string, isSecret: (pair: QueryPair) => boolean): string {
  const [, beforeQuery = url, query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  const masked = beforeQuery.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, `$1${MASK}@`);
  if (query === undefined) return masked + fragment;
  return `${masked}?${query
    .split('&')
    .map((part) => maskParameter(part, isSecret))
    .join('&')}${fragment}`;
}

function maskParameter(part: string, isSecret: (pair: QueryPair) => boolean): string {
  const [pair] = splitQuery(part);
  if (pair === undefined || pair.value === '' || !isSecret(pair)) return part;
  return pair.name === '' ? MASK : `${part.slice(0, part.indexOf('='))}=${MASK}`;
}
