import { assertNever } from '../assertNever.ts';
import type { ConnectionPhase } from '../connection/connection.ts';
import { formatDuration } from '../format/formatDuration.ts';
import type { AttemptNumber, Reconnection } from './reconnection.ts';

/** Goes on where the description of the connection ends; empty where there is nothing to add to that. */
export function describeReconnection(
  reconnection: Reconnection | null,
  phase: ConnectionPhase['kind'],
): string {
  if (reconnection === null || phase === 'open' || phase === 'closing') return '';
  switch (reconnection.kind) {
    case 'waiting':
      return `reconnecting after ${formatDuration(reconnection.delayMs)}, ${attemptText(reconnection)}`;
    case 'begun':
      return phase === 'connecting'
        ? attemptText(reconnection)
        : `reconnecting, ${attemptText(reconnection)}`;
    case 'over':
      return reconnection.why;
    default:
      return assertNever(reconnection);
  }
}

/** `attempt 2 of 5` */
export function attemptText({ attempt, maxAttempts }: AttemptNumber): string {
  return `attempt ${attempt} of ${maxAttempts}`;
}
