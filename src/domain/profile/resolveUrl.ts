import { joinQuery, type QueryPair } from './queryText.ts';
import { parseUrl } from '../format/parseUrl.ts';

export type ResolvedUrl =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly message: string };

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
const EMPTY_AUTHORITY = /^[a-z]+:\/\/(?:[/?#\\]|:|$)/i;

/** The URL to dial: what was typed, its own query first, then the parameters in order. */
export function resolveUrl(typed: string, parameters: readonly QueryPair[]): ResolvedUrl {
  const base = typed.trim();
  const problem = checkUrl(base);
  if (problem !== null) return { ok: false, message: problem };
  return { ok: true, url: new URL(appendQuery(base, joinQuery(parameters))).href };
}

/** A sentence when nothing can be dialled at `base`, or `null`. */
function checkUrl(base: string): string | null {
  if (base === '') return 'Enter the gateway’s URL, for example wss://gateway.example.com/chat.';
  const scheme = SCHEME.exec(base)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    return 'This is not a whole URL: it begins with wss:// (or ws:// without TLS), then the host.';
  }
  if (scheme === 'https' || scheme === 'http') {
    const wanted = scheme === 'https' ? 'wss' : 'ws';
    return `WebSocket URLs do not begin with ${scheme}://. Write ${wanted}:// instead: it is the same host and port.`;
  }
  if (scheme !== 'wss' && scheme !== 'ws') {
    return `${scheme}:// is not a WebSocket scheme: the URL begins with wss:// or ws://.`;
  }
  if (EMPTY_AUTHORITY.test(base)) {
    return `The URL has no host: write it after ${scheme}://, for example ${scheme}://gateway.example.com/chat.`;
  }
  if (base.includes('#')) {
    return 'A WebSocket URL has no fragment: remove the part from # on, or write %23 where # belongs to a value.';
  }
  const url = parseUrl(base);
  if (url === null) return 'This is not a URL that can be dialled: check the host and the port.';
  if (url.username !== '' || url.password !== '') {
    return 'A user name and password cannot stand in a WebSocket URL: remove them, and send an Authorization header with “Basic …” in the Companion transport.';
  }
  return null;
}

function appendQuery(base: string, query: string): string {
  if (query === '') return base;
  if (!base.includes('?')) return `${base}?${query}`;
  return /[?&]$/.test(base) ? base + query : `${base}&${query}`;
}
