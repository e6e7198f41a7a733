import type { ProxyChoice } from '../../connection/connectionRequest.ts';

/** `host:port` means an HTTP proxy to every tool. */
export function proxyUrl(text: string): ProxyChoice {
  return { kind: 'url', url: /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}` };
}
