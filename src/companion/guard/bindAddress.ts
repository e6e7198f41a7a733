import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Where the companion listens when nobody says otherwise: reachable from this machine alone. */
export const DEFAULT_BIND_HOST = '127.0.0.1';

/** Whether only this machine can reach a server bound to `host`. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (bare === 'localhost') return true;
  if (isIPv4(bare)) return LOOPBACK.check(bare, 'ipv4');
  return isIPv6(bare) && LOOPBACK.check(bare, 'ipv6');
}

/** The line to print before listening on `host`; `null` where only this machine can reach it. */
export function warnOfBindHost(host: string): string | null {
  if (isLoopbackHost(host)) return null;
  return (
    `Listening on ${host}: other machines can reach this companion, over plain HTTP. ` +
    'Who has its token can open connections from this machine. Leave --host out to listen on 127.0.0.1.'
  );
}

/** Whether a server bound to `host` listens on all addresses of the machine. */
export function isEveryAddress(host: string): boolean {
  return ['0.0.0.0', '::', '[::]'].includes(host);
}

/** The address for a URL that reaches a server bound to `host` from this machine. */
export function urlHost(host: string): string {
  return isEveryAddress(host) ? DEFAULT_BIND_HOST : asHost(host);
}

/** As URLs and `Host` have it: IPv6 in brackets. */
export function asHost(address: string): string {
  return isIPv6(address) ? `[${address}]` : address.toLowerCase();
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
