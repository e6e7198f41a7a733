import { isLoopbackHost } from '../profile/isLoopbackHost.ts';
import { parseUrl } from '../format/parseUrl.ts';

/** A sentence when this can be no token endpoint, or `null`. */
export function checkTokenUrl(text: string): string | null {
  if (text === '') return 'Enter the address of the token endpoint.';
  if (!/^https?:\/\//i.test(text)) return 'The token endpoint begins with https://.';
  const url = parseUrl(text);
  if (url === null) return 'This is not a URL: check the host and the port.';
  const { hash, username, password } = url;
  if (hash !== '') return 'A token endpoint has no fragment (#): leave that out.';
  if (username !== '' || password !== '') return 'Put the client ID and the secret into their own fields.';
  return null;
}

/** A sentence when the secret would go in the clear (RFC 6749 section 2.3.1 wants TLS), or `null`. */
export function warnOfTokenUrl(text: string): string | null {
  const url = parseUrl(text);
  if (url?.protocol !== 'http:' || isLoopbackHost(url.hostname)) return null;
  return 'Over http: everybody on the way can read the client secret. Use https: where there is one.';
}
