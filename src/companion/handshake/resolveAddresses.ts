import type { ResolvedAddress } from '#domain/handshake/handshakeRecord.ts';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { systemCodeOf, type AttemptFailureCode } from './failure.ts';
import { isLocalhostName } from './target.ts';

/** Asks for the addresses of a name, as the operating system would. */
export type Lookup = (host: string) => Promise<readonly ResolvedAddress[]>;

export const systemLookup: Lookup = async (host) => {
  // `verbatim` keeps the system's own order of preference (RFC 6724).
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

const LOOPBACK: readonly ResolvedAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/** The addresses to try, in order. Rejects with the lookup's own error. */
export async function resolveAddresses(host: string, lookup: Lookup): Promise<readonly ResolvedAddress[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family: family === 6 ? 6 : 4 }];
  if (!isLocalhostName(host)) return requireAddress(await lookup(host));
  // Systems know `localhost` as one of the two addresses only, and names below it often not at all; a development
  // server listens on either.
  const known = await lookup(host).catch(() => []);
  const isKnown = (address: string): boolean => known.some((each) => each.address === address);
  return [...known, ...LOOPBACK.filter(({ address }) => !isKnown(address))];
}

function requireAddress(addresses: readonly ResolvedAddress[]): readonly ResolvedAddress[] {
  if (addresses.length > 0) return addresses;
  throw Object.assign(new Error('The name has no address.'), { code: 'ENODATA' });
}

export function dnsFailureCode(error: unknown): AttemptFailureCode {
  const code = systemCodeOf(error);
  return code === 'ENOTFOUND' || code === 'ENODATA' ? 'dns-not-found' : 'dns-unavailable';
}
