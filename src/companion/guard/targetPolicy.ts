import { BlockList, isIPv6 } from 'node:net';
import { isLoopbackHost } from './bindAddress.ts';

/** Where a dial is about to go, after DNS: the policy is asked again for each address tried. */
export interface DialTarget {
  /** The name or address in the URL. */
  readonly host: string;
  readonly port: number;
  /** What it resolved to. */
  readonly address: string;
}

/** A sentence why `target` may not be dialled, or `null`. */
export type TargetPolicy = (target: DialTarget) => string | null;

/**
 * On loopback the person at the page may dial whatever their machine can reach. Bound beyond it, the companion would
 * let other machines reach this machine's own network, so it dials public addresses and what `--allow-target` names:
 * `host` for every port, or `host:port`.
 */
export function createTargetPolicy(bindHost: string, allowedTargets: readonly string[]): TargetPolicy {
  if (isLoopbackHost(bindHost)) return () => null;
  const allowed = new Set(allowedTargets.map((name) => name.toLowerCase()));
  return ({ host, port, address }) => {
    const name = host.toLowerCase();
    if (allowed.has(name) || allowed.has(`${name}:${port}`) || !isInternalAddress(address)) return null;
    return (
      `${host} is at ${address}, an address of this machine or its own network. A companion that other machines ` +
      `can reach does not dial it unless it was started with --allow-target ${host}.`
    );
  };
}

/** Whether `address` means something inside only: this machine, its network, or a cloud's metadata service. */
export function isInternalAddress(address: string): boolean {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  return INTERNAL.check(address.replace(/%.*$/, ''), family);
}

/** IANA special-purpose address registries (RFC 6890 and later); `BlockList` reads IPv4-mapped IPv6 as IPv4. */
const INTERNAL_SUBNETS: readonly (readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'], // this network: Linux takes 0.0.0.0 for loopback
  ['10.0.0.0', 8, 'ipv4'], // private
  ['100.64.0.0', 10, 'ipv4'], // shared address space; Alibaba's metadata service
  ['127.0.0.0', 8, 'ipv4'], // loopback
  ['169.254.0.0', 16, 'ipv4'], // link-local; metadata of AWS, Azure, Google
  ['172.16.0.0', 12, 'ipv4'], // private
  ['192.0.0.0', 24, 'ipv4'], // IETF protocol assignments; Oracle's metadata service
  ['192.168.0.0', 16, 'ipv4'], // private
  ['168.63.129.16', 32, 'ipv4'], // Azure's platform endpoint
  ['198.18.0.0', 15, 'ipv4'], // benchmarking
  ['224.0.0.0', 4, 'ipv4'], // multicast
  ['240.0.0.0', 4, 'ipv4'], // reserved, broadcast
  ['::', 127, 'ipv6'], // unspecified and loopback
  ['64:ff9b::', 96, 'ipv6'], // NAT64: wraps any IPv4 address
  ['64:ff9b:1::', 48, 'ipv6'],
  ['2002::', 16, 'ipv6'], // 6to4: the same
  ['fc00::', 7, 'ipv6'], // unique local; AWS's metadata service
  ['fe80::', 10, 'ipv6'], // link-local
  ['ff00::', 8, 'ipv6'], // multicast
];

const INTERNAL = new BlockList();
for (const [network, prefix, family] of INTERNAL_SUBNETS) INTERNAL.addSubnet(network, prefix, family);
