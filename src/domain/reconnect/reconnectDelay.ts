import type { ReconnectPolicy } from '../profile/profile.ts';

export type Backoff = Extract<ReconnectPolicy, { kind: 'backoff' }>;

/**
 * How long to wait before an attempt, ms: twice as long each time, to the longest wait of the policy. Half of it is left
 * to chance (`random`, from 0 to below 1), so that the clients of a server that restarts do not all come back at once;
 * the other half is always waited, so that no attempt follows at once.
 */
export function reconnectDelay(
  attempt: number,
  { firstDelayMs, maxDelayMs }: Pick<Backoff, 'firstDelayMs' | 'maxDelayMs'>,
  random: number,
): number {
  const fullMs = Math.min(firstDelayMs * 2 ** (attempt - 1), maxDelayMs);
  return Math.round(fullMs / 2 + (fullMs / 2) * random);
}
