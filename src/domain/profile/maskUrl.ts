import type { HeaderField } from '../handshake/handshakeRecord.ts';
import { parseList } from '../websocket/token.ts';
import { isCredentialName, looksLikeSecret } from './isCredentialName.ts';
import { splitQuery } from './queryText.ts';

export const MASK = '•••';

/**
 * The URL with its credentials replaced: parameters known by name (or named in `secretNames`) or by the shape of their
 * value, and the password before the host. Works on the text, so that what is not a URL comes out as it went in.
 */
export function maskUrl(url: string, secretNames: readonly string[] = []): string {
  const [, beforeQuery = url, query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  const masked = beforeQuery.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, `$1${MASK}@`);
  if (query === undefined) return masked + fragment;
  return `${masked}?${query
    .split('&')
    .map((part) => maskParameter(part, secretNames))
    .join('&')}${fragment}`;
}

/** Headers with their credentials replaced. The scheme of `Authorization` stays: it says what kind was sent. */
export function maskHeaders(
  headers: readonly HeaderField[],
  secretNames: readonly string[] = [],
): readonly HeaderField[] {
  return headers.map((header) => ({ name: header.name, value: maskHeaderValue(header, secretNames) }));
}

function maskParameter(part: string, secretNames: readonly string[]): string {
  const [pair] = splitQuery(part);
  if (pair === undefined || pair.value === '') return part;
  const isSecret =
    isNamed(pair.name, secretNames) || isCredentialName(pair.name, 'query') || looksLikeSecret(pair.value);
  if (!isSecret) return part;
  return pair.name === '' ? MASK : `${part.slice(0, part.indexOf('='))}=${MASK}`;
}

function maskHeaderValue({ name, value }: HeaderField, secretNames: readonly string[]): string {
  if (value === '') return value;
  const lowerCase = name.toLowerCase();
  if (lowerCase === 'sec-websocket-protocol') {
    return parseList(value)
      .map((subprotocol) => (looksLikeSecret(subprotocol) ? MASK : subprotocol))
      .join(', ');
  }
  // A redirect repeats the query it was asked with.
  if (lowerCase === 'location') return maskUrl(value, secretNames);
  if (lowerCase === 'authorization' || lowerCase === 'proxy-authorization') {
    return value.replace(/^(\S+\s+)?.*$/s, (_all, scheme: string | undefined) => `${scheme ?? ''}${MASK}`);
  }
  return isNamed(name, secretNames) || isCredentialName(name, 'header') ? MASK : value;
}

function isNamed(name: string, secretNames: readonly string[]): boolean {
  return secretNames.some((secretName) => secretName.toLowerCase() === name.toLowerCase());
}
