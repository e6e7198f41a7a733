import type { ReconnectPolicy } from '../profile/profile.ts';
import { optionProblem, type ProfileProblem } from '../profile/profileProblem.ts';

/** More attempts than that are no recovery but a load. */
export const MAX_RECONNECT_ATTEMPTS = 1_000;
/** Faster, and a gateway takes it for an attack. */
export const MIN_RECONNECT_DELAY_MS = 100;
/** Longer than an hour, nobody waits for what they see on a page. */
export const MAX_RECONNECT_DELAY_MS = 60 * 60_000;

/** What a person gets who asks for no more than that: all five come within a minute. */
export const DEFAULT_BACKOFF: Extract<ReconnectPolicy, { readonly kind: 'backoff' }> = {
  kind: 'backoff',
  maxAttempts: 5,
  firstDelayMs: 1_000,
  maxDelayMs: 30_000,
};

export function checkReconnect(policy: ReconnectPolicy): readonly ProfileProblem[] {
  if (policy.kind === 'off') return [];
  const { maxAttempts, firstDelayMs, maxDelayMs } = policy;
  const problems: ProfileProblem[] = [];
  if (!Number.isInteger(maxAttempts) || maxAttempts < 1 || maxAttempts > MAX_RECONNECT_ATTEMPTS) {
    const message = 'The number of attempts is a whole one from 1 to 1000.';
    problems.push(optionProblem('reconnectAttempts', message));
  }
  if (!isDelay(firstDelayMs)) {
    const message = 'The first wait is from 0.1 seconds to an hour, 3600 seconds.';
    problems.push(optionProblem('reconnectFirstDelay', message));
  }
  if (!isDelay(maxDelayMs) || maxDelayMs < firstDelayMs) {
    const message = 'The longest wait is from the first wait to an hour, 3600 seconds.';
    problems.push(optionProblem('reconnectMaxDelay', message));
  }
  return problems;
}

function isDelay(delayMs: number): boolean {
  return delayMs >= MIN_RECONNECT_DELAY_MS && delayMs <= MAX_RECONNECT_DELAY_MS;
}
