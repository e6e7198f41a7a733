import { assertNever } from '../assertNever.ts';
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

export type ReconnectableEnd =
  | Extract<ConnectionPhase, { kind: 'closed' | 'failed' }>
  /** What an attempt needs beforehand, such as a token, could not be had just now. */
  | { readonly kind: 'undialled' };

export interface ReconnectInput {
  readonly end: ReconnectableEnd;
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
  const { end, policy, now, random } = input;
  const { maxAttempts } = policy;
  const problem = checkReconnect(policy)[0];
  if (problem !== undefined) return over(`not reconnecting: ${problem.message}`);
  const reason = whyNotAfter(end);
  if (reason !== null) return over(`not reconnecting: ${reason}`);
  const attempt = attemptsThatCount(input) + 1;
  if (attempt > maxAttempts) {
    const all = maxAttempts === 1 ? 'the one attempt is' : `all ${maxAttempts} attempts are`;
    return over(`not reconnecting: ${all} used up`);
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

function whyNotAfter(end: ReconnectableEnd): string | null {
  switch (end.kind) {
    case 'closed':
      return whyNotAfterClose(end.ending.closeCode);
    case 'failed':
      return whyNotAfterAttempt(end.outcome);
    case 'undialled':
      return null;
    default:
      return assertNever(end);
  }
}

function attemptsThatCount({ end, attempts }: ReconnectInput): number {
  const openMs = end.kind === 'closed' ? end.ending.at - end.opened.at : 0;
  return openMs >= RECOVERED_AFTER_MS ? 0 : attempts;
}

/** What the refusal asks for; 0 where it asks for nothing. */
function askedWait({ end, response, now }: ReconnectInput): number {
  if (end.kind !== 'failed' || response === null) return 0;
  return readRetryAfter(response, now) ?? 0;
}
