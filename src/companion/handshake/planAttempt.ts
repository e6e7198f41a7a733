import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { UpgradeRequest } from '#domain/handshake/handshakeRecord.ts';
import { randomBytes } from 'node:crypto';
import type { SecureContext } from 'node:tls';
import type { TargetPolicy } from '../guard/targetPolicy.ts';
import { failed, type Attempt } from './attempt.ts';
import { checkRequest } from './checkRequest.ts';
import { chooseProxy, type Proxy } from './chooseProxy.ts';
import type { FailureFacts } from './failureTexts.ts';
import type { AttemptLimits } from './limits.ts';
import type { Lookup } from './resolveAddresses.ts';
import { formatEndpoint, readTarget, type Target } from './target.ts';
import { createTlsContext } from './tlsContext.ts';
import { buildUpgradeRequest } from './upgradeRequest.ts';

/** Where an attempt goes, and through which proxy. */
export interface Route {
  readonly target: Target;
  readonly proxy: Proxy | null;
}

/** What an attempt works with. */
export interface AttemptTools {
  readonly attempt: Attempt;
  readonly policy: TargetPolicy;
  readonly lookup: Lookup;
  readonly limits: AttemptLimits;
  readonly userAgent: string;
}

/** Everything that is settled before the first packet. */
export interface AttemptPlan extends Route, AttemptTools {
  readonly request: ConnectionRequest;
  readonly upgradeRequest: UpgradeRequest;
  readonly key: string;
  /** `null` for `ws:`. */
  readonly tlsContext: SecureContext | null;
  /** What texts may say of the target. */
  readonly facts: Pick<FailureFacts, 'peer' | 'host'>;
}

/** A string is a sentence that says why there is no route. */
export function readRoute(request: ConnectionRequest): Route | string {
  const target = readTarget(request.url);
  if (typeof target === 'string') return target;
  const proxy = chooseProxy(request.options.proxy, target);
  return typeof proxy === 'string' ? proxy : { target, proxy };
}

/** RFC 6455 section 4.1. */
const KEY_BYTES = 16;

/** Throws `AttemptEnd` when the request cannot be sent as it is. */
export function planAttempt(
  request: ConnectionRequest,
  route: Route | string,
  tools: AttemptTools,
): AttemptPlan {
  const problem = typeof route === 'string' ? route : checkRequest(request);
  if (typeof route === 'string' || problem !== null) {
    const facts = { peer: '', host: '', limitMs: 0, detail: problem ?? '' };
    throw failed('request', 'request-invalid', facts);
  }
  const { target } = route;
  const key = randomBytes(KEY_BYTES).toString('base64');
  return {
    ...route,
    ...tools,
    request,
    key,
    upgradeRequest: buildUpgradeRequest(request, target, { key, userAgent: tools.userAgent }),
    tlsContext: target.isSecure ? createTlsContext(request.options.tls) : null,
    facts: { peer: formatEndpoint(target.host, target.port), host: target.host },
  };
}
