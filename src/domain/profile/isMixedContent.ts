import { isLoopbackHost } from './isLoopbackHost.ts';

/** Whether a page of this protocol may not open this URL in a browser: `ws:` from `https:`, but for loopback (gateways.md G6). */
export function isMixedContent(pageProtocol: string, url: string): boolean {
  if (pageProtocol !== 'https:' || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'ws:' && !isLoopbackHost(hostname);
}
