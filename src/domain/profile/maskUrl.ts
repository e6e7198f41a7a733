import type { HeaderField } from '../handshake/handshakeRecord.ts';
import { parseList } from '../websocket/token.ts';
import { isCredentialName, looksLikeSecret } from './isCredentialName.ts';
import { MASK, maskUrlBy } from './maskUrlBy.ts';
import type { QueryPair } from './queryText.ts';

/**
 * The URL with its credentials replaced: parameters known by name (or named in `secretNames`) or by the shape of their
 * value, and the password before the host.
 */
export function maskUrl(url: string, secretNames: readonly string[] = []): string {
  return maskUrlBy(url, (pair) => isSecretParameter(pair, secretNames));
}

export function isSecretParameter({ name, value }: QueryPair, secretNames: readonly string[]): boolean {
  return isNamed(name, secretNames) || isCredentialName(name, 'query') || looksLikeSecret(value);
}

/** Headers with their credentials replaced. The scheme of `Authorization` stays: it says what kind was sent. */
export function maskHeaders(
  headers: readonly HeaderField[],
  secretNames: readonly string[] = [],
): readonly HeaderField[] {
  return headers.map((header) => ({ name: header.name, value: maskHeaderValue(header, secretNames) }));
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
  return isSecretHeader(name, secretNames) ? MASK : value;
}

export function isSecretHeader(name: string, secretNames: readonly string[]): boolean {
  return isNamed(name, secretNames) || isCredentialName(name, 'header');
}

function isNamed(name: string, secretNames: readonly string[]): boolean {
  return secretNames.some((secretName) => secretName.toLowerCase() === name.toLowerCase());
}
