import type { Recognition } from '../gateway.ts';
import { recogniseHost } from '../recogniseHost.ts';

/** gateways.md 3.1. */
export function recognise(url: URL): Recognition | null {
  return recogniseHost(url, '.webpubsub.azure.com');
}
