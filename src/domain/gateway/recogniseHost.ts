import type { Recognition } from './gateway.ts';

/** Recognises a vendor's own domain; a name such as `azure-api.net.example.com` is not in it. */
export function recogniseHost(url: URL, suffix: `.${string}`): Recognition | null {
  return url.hostname.endsWith(suffix) ? { because: `the host ends in ${suffix}` } : null;
}
