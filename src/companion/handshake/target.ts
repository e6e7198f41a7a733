import { isIP } from 'node:net';
import { parseUrl } from '#domain/format/parseUrl.ts';

/** Where an attempt goes, taken from the URL. */
export interface Target {
  readonly url: URL;
  readonly isSecure: boolean;
  /** Name or address, an IPv6 address without its brackets. */
  readonly host: string;
  readonly port: number;
  /** As in the `Host` header: without the scheme's own port (RFC 6455 section 4.1). */
  readonly authority: string;
  /** Path and query as on the request line. */
  readonly path: string;
}

/** Reads a `ws:` or `wss:` URL; a string is a sentence that says what is wrong with it. */
export function readTarget(text: string): Target | string {
  const url = parseUrl(text);
  if (url === null) return 'The gateway URL is not a URL.';
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:') {
    return `The gateway URL begins with ${url.protocol}, where ws: or wss: is needed.`;
  }
  if (url.hash !== '') return 'The gateway URL has a fragment (#), which a WebSocket URL may not have.';
  const isSecure = url.protocol === 'wss:';
  return {
    url,
    isSecure,
    host: hostOf(url),
    port: url.port === '' ? defaultPort(isSecure) : Number(url.port),
    authority: url.host,
    path: `${url.pathname}${url.search}`,
  };
}

function defaultPort(isSecure: boolean): number {
  return isSecure ? 443 : 80;
}

/** The host of a URL as sockets take it: without the brackets of an IPv6 address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

/** `host:port`, with brackets around an IPv6 address. */
export function formatEndpoint(host: string, port: number): string {
  return isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Names of this machine: RFC 6761 section 6.3 gives `localhost` and everything below it to loopback. */
export function isLocalhostName(host: string): boolean {
  return /^(?:.+\.)?localhost\.?$/i.test(host);
}

export function isLoopback(host: string): boolean {
  if (isLocalhostName(host)) return true;
  return isIP(host) === 4 ? host.startsWith('127.') : host === '::1';
}
