import { assertNever } from '../assertNever.ts';
import type { ConnectionPhase } from '../connection/connection.ts';

/** Where a connection stands that is opened again by itself, beside its phase. Times are milliseconds since the epoch. */
export type Reconnection =
  | ({ readonly kind: 'waiting'; readonly delayMs: number; readonly dueAt: number } & AttemptNumber)
  /** Under way, or the connection that came of it. */
  | ({ readonly kind: 'begun' } & AttemptNumber)
  /** It is not opened again. */
  | { readonly kind: 'over'; readonly why: string };

/** Which attempt of how many it is, from 1. */
export interface AttemptNumber {
  readonly attempt: number;
  readonly maxAttempts: number;
}

/** True while an attempt is to come that has no socket yet: there is something to cancel, whatever the phase. */
export function isPending(reconnection: Reconnection | null, phase: ConnectionPhase['kind']): boolean {
  switch (reconnection?.kind) {
    case 'waiting':
      return true;
    case 'begun':
      return phase === 'idle' || phase === 'closed' || phase === 'failed';
    case 'over':
    case undefined:
      return false;
    default:
      return assertNever(reconnection);
  }
}
