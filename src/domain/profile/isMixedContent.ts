import { isLoopbackHost } from './isLoopbackHost.ts';
import { parseUrl } from '../format/parseUrl.ts';

/** Whether a page of this protocol may not open this URL in a browser: `ws:` from `https:`, but for loopback (gateways.md G6). */
export function isMixedContent(pageProtocol: string, url: string): boolean {
  const parsed = parseUrl(url);
  return pageProtocol === 'https:' && parsed?.protocol === 'ws:' && !isLoopbackHost(parsed.hostname);
}
