import { ownOrigins } from './ownHosts.ts';
import type { Refusal } from './refusal.ts';

/** What the guard reads of a request, as the headers have it. */
export interface Caller {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: browsers send it, and no script can set it. */
  readonly fetchSite: string | undefined;
}

/** Checked before anything else of any request: a foreign name for this server is DNS rebinding, or a mistake. */
export function checkHost(caller: Caller, hosts: ReadonlySet<string>): Refusal | null {
  if (caller.host !== undefined && hosts.has(caller.host.toLowerCase())) return null;
  return {
    status: 421,
    code: 'host-foreign',
    message:
      'This server answers under its own address only. Open the address that Postern printed at start.',
  };
}

/**
 * Checked before the session. Browsers send `Origin` with every POST and every WebSocket upgrade, so where
 * `needsOrigin` a request without one did not come from our page; with a plain GET of the same origin they do not.
 */
export function checkOrigin(
  caller: Caller,
  hosts: ReadonlySet<string>,
  needsOrigin: boolean,
): Refusal | null {
  if (caller.origin === undefined ? needsOrigin : !ownOrigins(hosts).has(caller.origin))
    return FOREIGN_ORIGIN;
  // `none` is a person typing the address. `same-site` is another port of this host: some other local server.
  if (caller.fetchSite === 'cross-site' || caller.fetchSite === 'same-site') return FOREIGN_ORIGIN;
  return null;
}

const FOREIGN_ORIGIN: Refusal = {
  status: 403,
  code: 'origin-foreign',
  message: 'Only the page that this companion serves may ask this.',
};
