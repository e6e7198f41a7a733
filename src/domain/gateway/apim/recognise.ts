import type { Recognition } from '../gateway.ts';
import { recogniseHost } from '../recogniseHost.ts';

/** gateways.md 2.1. A custom hostname says nothing: then the answer may. */
export function recognise(url: URL): Recognition | null {
  return recogniseHost(url, '.azure-api.net');
}
