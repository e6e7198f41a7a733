import { isLoopbackHost } from './isLoopbackHost.ts';

/** Private and link-local addresses of RFC 1918, RFC 3927 and RFC 4193, and names that only a local network knows. */
const PRIVATE_HOST =
  /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$|^\[f[cd][0-9a-f]{2}:|\.(?:local|internal|lan|home\.arpa)$/;

/** Whether a host, as `URL.hostname` has it, is this machine or within its own network, by its name alone. */
export function isLocalHost(hostname: string): boolean {
  return isLoopbackHost(hostname) || PRIVATE_HOST.test(hostname) || !/[.:]/.test(hostname);
}
