import type { ConnectionPhase } from '../connection/connection.ts';
import { formatDuration } from '../format/formatDuration.ts';
import type { UpgradeResponse } from '../handshake/handshakeRecord.ts';
import type { ReconnectPolicy } from '../profile/profile.ts';
import { checkReconnect } from './checkReconnect.ts';
import { reconnectDelay } from './reconnectDelay.ts';
import type { Reconnection } from './reconnection.ts';
import { readRetryAfter } from './retryAfter.ts';
import { whyNotAfterAttempt, whyNotAfterClose } from './whyNotAgain.ts';

/**
 * A connection that stayed open for so long has recovered, ms: the count begins anew. Shorter, and a server that accepts
 * and drops at once would be tried for ever.
 */
export const RECOVERED_AFTER_MS = 10_000;

/** A server that asks for a longer wait is not waited for, ms: nobody would know any more what for. */
export const MAX_RETRY_AFTER_MS = 15 * 60_000;

export interface ReconnectInput {
  readonly phase: Extract<ConnectionPhase, { kind: 'closed' | 'failed' }>;
  /** What the latest handshake was answered with; `null` where that is not known. */
  readonly response: UpgradeResponse | null;
  readonly policy: Extract<ReconnectPolicy, { kind: 'backoff' }>;
  /** How many attempts the sequence has made; 0 where the person opened the connection. */
  readonly attempts: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** From 0 to below 1. */
  readonly random: number;
}

/** What follows on the end of a connection, or of an attempt to open it again, that nobody asked for. */
export function planReconnect(input: ReconnectInput): Exclude<Reconnection, { kind: 'begun' }> {
  const { phase, policy, now, random } = input;
  const { maxAttempts } = policy;
  const problem = checkReconnect(policy)[0];
  if (problem !== undefined) return over(`not reconnecting: ${problem.message}`);
  const reason =
    phase.kind === 'closed' ? whyNotAfterClose(phase.ending.closeCode) : whyNotAfterAttempt(phase.outcome);
  if (reason !== null) return over(`not reconnecting: ${reason}`);
  const attempt = attemptsThatCount(input) + 1;
  if (attempt > maxAttempts) {
    return over(`not reconnecting: all ${maxAttempts === 1 ? '' : `${maxAttempts} `}attempts are used up`);
  }
  const askedMs = askedWait(input);
  if (askedMs > MAX_RETRY_AFTER_MS) {
    return over(`not reconnecting: the server asks for a wait of ${formatDuration(askedMs)}`);
  }
  const delayMs = Math.max(reconnectDelay(attempt, policy, random), askedMs);
  return { kind: 'waiting', delayMs, dueAt: now + delayMs, attempt, maxAttempts };
}

function over(why: string): Extract<Reconnection, { kind: 'over' }> {
  return { kind: 'over', why };
}

function attemptsThatCount({ phase, attempts }: ReconnectInput): number {
  const openMs = phase.kind === 'closed' ? phase.ending.at - phase.opened.at : 0;
  return openMs >= RECOVERED_AFTER_MS ? 0 : attempts;
}

/** What the refusal asks for; 0 where it asks for nothing. */
function askedWait({ phase, response, now }: ReconnectInput): number {
  if (phase.kind !== 'failed' || response === null) return 0;
  return readRetryAfter(response, now) ?? 0;
}
