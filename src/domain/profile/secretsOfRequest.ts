import type { ConnectionRequest } from '../connection/connectionRequest.ts';
import { decodePercent } from '../format/decodePercent.ts';
import { parseUrl } from '../format/parseUrl.ts';
import { basicPassword } from './basicPassword.ts';
import { isCredentialName, looksLikeSecret } from './isCredentialName.ts';
import { splitQuery } from './queryText.ts';
import { secretParts } from './secretParts.ts';

/** The values in a request that are secrets by their name or their shape: what may come back and must not be shown. */
export function secretsOfRequest({
  url,
  headers,
  subprotocols,
  options,
}: ConnectionRequest): readonly string[] {
  return [
    ...secretsOfUrl(url),
    ...headers
      .filter(({ name, value }) => isCredentialName(name, 'header') || looksLikeSecret(value))
      .flatMap(({ value }) => secretsOfHeader(value)),
    ...subprotocols.filter(looksLikeSecret),
    ...(options.proxy.kind === 'url' ? secretsOfUrl(options.proxy.url) : []),
    options.tls.clientKeyPassphrase,
    ...secretParts(options.tls.clientKeyPem),
  ].filter((value) => value !== '');
}

/** The password of a URL and the secrets of its query, as they stand and decoded. */
export function secretsOfUrl(text: string): readonly string[] {
  const url = parseUrl(text);
  if (url === null) return [];
  const parameters = splitQuery(url.search.slice(1))
    .filter(({ name, value }) => isCredentialName(name, 'query') || looksLikeSecret(value))
    .map(({ value }) => value);
  return [...parameters, url.password].flatMap((value) => [value, decodePercent(value)]);
}

/** Behind the scheme of `Authorization`; of Basic the password too (RFC 7617). */
function secretsOfHeader(value: string): readonly string[] {
  const [, scheme = '', credentials = value] = /^(?:(\S+)\s+)?(.*)$/s.exec(value) ?? [];
  return [value, credentials, scheme.toLowerCase() === 'basic' ? basicPassword(credentials) : ''];
}
