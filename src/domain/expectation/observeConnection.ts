import { assertNever } from '../assertNever.ts';
import type { Connection } from '../connection/connection.ts';
import type { HandshakeRecord } from '../handshake/handshakeRecord.ts';
import { stepLabel } from '../handshake/stepLabel.ts';
import type { ObservedAttempt } from './observed.ts';

/** What is seen of a connection at a moment, ms since the epoch; `null` where there is nothing to judge. */
export function observeConnection({ phase, record }: Connection, now: number): ObservedAttempt | null {
  switch (phase.kind) {
    case 'idle':
      return null;
    case 'connecting':
      return { kind: 'connecting', forMs: Math.max(0, now - phase.startedAt) };
    case 'failed':
      return record === null ? null : observeRecord(record);
    case 'open':
    case 'closing':
    case 'closed': {
      const { at, subprotocol } = phase.opened;
      const ending = phase.kind === 'closed' ? phase.ending : null;
      return {
        kind: 'open',
        afterMs: record?.endedMs ?? 0,
        subprotocol,
        forMs: Math.max(0, (ending?.at ?? now) - at),
        ending:
          ending === null
            ? null
            : // What this side closes for a broken rule is the other side's doing.
              { closeCode: ending.closeCode, isOwn: ending.by === 'local' },
      };
    }
    default:
      return assertNever(phase);
  }
}

/** How an attempt that is over came out. */
export function observeRecord({
  outcome,
  response,
  endedMs,
}: Pick<HandshakeRecord, 'outcome' | 'response' | 'endedMs'>): ObservedAttempt {
  switch (outcome?.kind) {
    case 'open':
      return {
        kind: 'open',
        afterMs: endedMs ?? 0,
        subprotocol: outcome.subprotocol,
        forMs: 0,
        ending: null,
      };
    case 'refused': {
      const { status, reason } = outcome;
      // What the target would have said is not known.
      if (response?.from === 'proxy') return { kind: 'failed', what: `the proxy refused it with ${status}` };
      return { kind: 'refused', status, reason };
    }
    case 'failed':
      return {
        kind: 'failed',
        what:
          outcome.failure.code === 'browser-hidden'
            ? 'it failed, and the browser hides why'
            : `it failed at ${stepLabel(outcome.failure.step)}`,
      };
    case 'cancelled':
    case undefined:
      return { kind: 'failed', what: 'it was stopped' };
    default:
      return assertNever(outcome);
  }
}
