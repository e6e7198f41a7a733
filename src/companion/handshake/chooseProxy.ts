// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient module cannot be imported, and only this file needs it
/// <reference path="./proxy-from-env.d.ts" />
import { assertNever } from '#domain/assertNever.ts';
import type { ProxyChoice } from '#domain/connection/connectionRequest.ts';
import { getProxyForUrl } from 'proxy-from-env';
import { basicCredentials } from './basicCredentials.ts';
import { formatEndpoint, hostOf, isLoopback, type Target } from './target.ts';
import { parseUrl } from '#domain/format/parseUrl.ts';

/** A forward proxy that makes a tunnel to the target. */
export interface Proxy {
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: number;
  /** For the record: scheme, host and port. */
  readonly label: string;
  /** `Proxy-Authorization`, or `null`. */
  readonly authorization: string | null;
  /** Whose choice it was: whoever started the companion may send it anywhere, a page may not. */
  readonly isFromEnvironment: boolean;
}

/** The proxy to use, `null` for none; a string is a sentence that says why there cannot be one. */
export function chooseProxy(choice: ProxyChoice, target: Target): Proxy | string | null {
  switch (choice.kind) {
    case 'none':
      return null;
    case 'url':
      return readProxy(choice.url, false) ?? 'The proxy in the options is no http: or https: URL.';
    case 'environment': {
      const url = proxyFromEnvironment(target);
      if (url === '') return null;
      return (
        readProxy(url, true) ??
        'The proxy in the companion’s environment (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY) is no http: or https: URL.'
      );
    }
    default:
      return assertNever(choice);
  }
}

/** By the conventions of curl; `wss:` goes by HTTPS_PROXY, `ws:` by HTTP_PROXY. This machine itself needs no proxy. */
function proxyFromEnvironment(target: Target): string {
  if (isLoopback(target.host)) return '';
  const scheme = target.isSecure ? 'https' : 'http';
  return getProxyForUrl(`${scheme}://${formatEndpoint(target.host, target.port)}`);
}

function readProxy(text: string, isFromEnvironment: boolean): Proxy | null {
  const url = parseUrl(text);
  if (url === null) return null;
  const isSecure = url.protocol === 'https:';
  if (url.host === '' || (!isSecure && url.protocol !== 'http:')) return null;
  const defaultPort = isSecure ? 443 : 80;
  return {
    isSecure,
    host: hostOf(url),
    port: url.port === '' ? defaultPort : Number(url.port),
    label: `${url.protocol}//${url.host}`,
    authorization: basicCredentials(url),
    isFromEnvironment,
  };
}
