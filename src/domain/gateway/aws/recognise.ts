import type { Recognition } from '../gateway.ts';

/** gateways.md 5.1: api id, region, and the domain of China's regions. */
const EXECUTE_API_HOST = /^[a-z0-9]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/;

export function recognise(url: URL): Recognition | null {
  return EXECUTE_API_HOST.test(url.hostname) ? { because: 'the host is an execute-api endpoint' } : null;
}
