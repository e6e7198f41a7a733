import {
  DEFAULT_CONNECT_OPTIONS,
  type ConnectionRequest,
  type ProxyChoice,
  type TimeLimits,
} from '#domain/connection/connectionRequest.ts';
import { parseUrl } from '#domain/format/parseUrl.ts';
import type { TargetPolicy } from '../guard/targetPolicy.ts';
import { failed, type Attempt, type AttemptEnd } from './attempt.ts';
import { ATTEMPT_LIMITS } from './limits.ts';
import { planAttempt, readRoute, type AttemptPlan } from './planAttempt.ts';
import { systemLookup } from './resolveAddresses.ts';

export interface HttpTarget {
  readonly url: string;
  /** What is asked there, for a sentence that says what is wrong with its URL. */
  readonly name: string;
  readonly caPem: string;
  readonly proxy: ProxyChoice;
  readonly limits: TimeLimits;
  readonly policy: TargetPolicy;
  readonly userAgent: string;
}

/**
 * Plans a request that is no handshake, over the same way out: target policy, proxy, step limits and trust. The handshake's
 * machinery takes a WebSocket URL; what goes over the socket is the caller's.
 */
export function planHttp(attempt: Attempt, target: HttpTarget): AttemptPlan {
  const { url, name, caPem, proxy, limits, policy, userAgent } = target;
  if (!/^https?:\/\//i.test(url)) throw invalidRequest(`The ${name} is an https:// URL.`);
  const asWebSocket: ConnectionRequest = {
    transport: 'companion',
    url: url.replace(/^http/i, 'ws'),
    headers: [],
    origin: null,
    subprotocols: [],
    maxFrameBytes: null,
    options: {
      ...DEFAULT_CONNECT_OPTIONS,
      tls: { ...DEFAULT_CONNECT_OPTIONS.tls, caPem },
      limits,
      proxy,
    },
  };
  const route = readRoute(asWebSocket);
  if (typeof route === 'string' && parseUrl(asWebSocket.url) === null) {
    throw invalidRequest(`The ${name} is not a URL.`);
  }
  attempt.start(url, null);
  const tools = { attempt, policy, userAgent, lookup: systemLookup, limits: ATTEMPT_LIMITS };
  return planAttempt(asWebSocket, route, tools);
}

function invalidRequest(detail: string): AttemptEnd {
  return failed('request', 'request-invalid', { peer: '', host: '', limitMs: 0, detail });
}
