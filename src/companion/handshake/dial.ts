import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { HandshakeEvent } from '#domain/handshake/handshakeEvent.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import type { TargetPolicy } from '../guard/targetPolicy.ts';
import { Attempt, AttemptEnd, failed } from './attempt.ts';
import { systemCodeOf } from './failure.ts';
import { ATTEMPT_LIMITS, type AttemptLimits } from './limits.ts';
import { connectTarget } from './connectTarget.ts';
import { planAttempt, readRoute } from './planAttempt.ts';
import { systemLookup, type Lookup } from './resolveAddresses.ts';
import { upgrade, type Upgraded } from './upgrade.ts';

export interface DialOptions {
  readonly onEvent: (event: HandshakeEvent) => void;
  readonly signal: AbortSignal;
  /** Asked for every address after DNS; allows everything when left out. */
  readonly policy?: TargetPolicy;
  /** The `User-Agent` of requests that bring none. */
  readonly userAgent?: string;
  readonly limits?: Partial<AttemptLimits>;
  readonly lookup?: Lookup;
}

/** The connection after 101, and everything that led to it. Whoever takes it closes the socket. */
export interface OpenDial extends Upgraded {
  readonly kind: 'open';
  readonly record: HandshakeRecord;
}

export type DialResult = OpenDial | { readonly kind: 'ended'; readonly record: HandshakeRecord };

/**
 * Makes one attempt at an opening handshake and records everything it says. Never rejects: whatever happens becomes the
 * outcome of the one `ended` event, and no socket is left behind unless the connection is open.
 */
export async function dial(request: ConnectionRequest, options: DialOptions): Promise<DialResult> {
  const attempt = new Attempt(options.onEvent, options.signal);
  try {
    const upgraded = await makeAttempt(request, options, attempt);
    const { subprotocol, extensions } = upgraded;
    const record = attempt.end({ kind: 'open', subprotocol, extensions });
    return { kind: 'open', ...upgraded, record };
  } catch (error) {
    attempt.discard();
    return { kind: 'ended', record: attempt.end(asEnd(error, attempt).outcome) };
  }
}

async function makeAttempt(
  request: ConnectionRequest,
  options: DialOptions,
  attempt: Attempt,
): Promise<Upgraded> {
  const route = readRoute(request);
  attempt.start(request.url, typeof route === 'string' ? null : (route.proxy?.label ?? null));
  const plan = planAttempt(request, route, {
    attempt,
    policy: options.policy ?? (() => null),
    lookup: options.lookup ?? systemLookup,
    limits: { ...ATTEMPT_LIMITS, ...options.limits },
    userAgent: options.userAgent ?? 'Postern',
  });
  return await upgrade(plan, await connectTarget(plan));
}

function asEnd(error: unknown, { step }: Attempt): AttemptEnd {
  if (error instanceof AttemptEnd) return error;
  // Its message may quote anything, so it stays here.
  const detail = error instanceof Error ? `It is called ${error.name}.` : '';
  const facts = { peer: '', host: '', limitMs: 0, detail };
  return failed(step ?? 'request', 'unexpected', facts, systemCodeOf(error));
}
