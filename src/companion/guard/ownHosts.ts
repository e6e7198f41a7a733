import { asHost, isEveryAddress } from './bindAddress.ts';

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The values of `Host` under which the companion answers. A name that an attacker's DNS points at 127.0.0.1 ("DNS
 * rebinding") is not among them, and a page under that name gets nothing.
 *
 * `interfaceAddresses` are the machine's own; they count only when the companion listens on all of them.
 */
export function ownHosts(
  bindHost: string,
  port: number,
  interfaceAddresses: readonly string[] = [],
): ReadonlySet<string> {
  const names = new Set(LOOPBACK_NAMES);
  if (isEveryAddress(bindHost)) interfaceAddresses.forEach((address) => names.add(asHost(address)));
  else names.add(asHost(bindHost));

  const hosts = new Set([...names].map((name) => `${name}:${port}`));
  // Browsers leave the default port out.
  if (port === 80) names.forEach((name) => hosts.add(name));
  return hosts;
}

/** The origins of pages that the companion itself has served. */
export function ownOrigins(hosts: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...hosts].map((host) => `http://${host}`));
}
