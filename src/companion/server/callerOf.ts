import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { Caller } from '../guard/checkCaller.ts';
import { ownHosts } from '../guard/ownHosts.ts';

export function callerOf(request: IncomingMessage): Caller {
  const fetchSite = request.headers['sec-fetch-site'];
  return {
    host: request.headers.host,
    origin: request.headers.origin,
    fetchSite: Array.isArray(fetchSite) ? fetchSite.join() : fetchSite,
  };
}

/** The socket knows the port even where someone else listened, as Vite does, on whichever port was free. */
export function portOf(request: IncomingMessage): number {
  return request.socket.localPort ?? 0;
}

export function hostsFor(request: IncomingMessage, bindHost: string): ReadonlySet<string> {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return ownHosts(
    bindHost,
    portOf(request),
    addresses.map(({ address }) => address),
  );
}

/** The path of the request target; null for one that is none, such as `*` or an absolute URL. */
export function pathOf(request: IncomingMessage): string | null {
  const target = request.url ?? '';
  return target.startsWith('/') ? (target.split('?', 1)[0] ?? null) : null;
}

/** What follows the first question mark of the request target. */
export function queryOf(request: IncomingMessage): URLSearchParams {
  const [, ...query] = (request.url ?? '').split('?');
  return new URLSearchParams(query.join('?'));
}
