import { assertNever } from '../assertNever.ts';
import type { HandshakeEvent } from '../handshake/handshakeEvent.ts';
import type { HandshakeOutcome } from '../handshake/handshakeRecord.ts';
import { recordHandshake } from '../handshake/recordHandshake.ts';
import type { Connection, ConnectionPhase } from './connection.ts';
import type { ConnectionEvent } from './connectionEvent.ts';

/**
 * The connection after an event. An event that its phase does not allow (a close of what never opened, a step of an
 * attempt that has ended) changes nothing: it comes from a socket that was abandoned.
 */
export function reduceConnection(connection: Connection, event: ConnectionEvent): Connection {
  const { phase } = connection;
  switch (event.type) {
    case 'handshake':
      return reduceHandshake(connection, event.event);
    case 'closing':
      if (phase.kind !== 'open') return connection;
      return {
        ...connection,
        phase: { kind: 'closing', opened: phase.opened, since: event.at, by: event.by },
      };
    case 'closed':
      if (phase.kind !== 'open' && phase.kind !== 'closing') return connection;
      return { ...connection, phase: { kind: 'closed', opened: phase.opened, ending: event.ending } };
    default:
      return assertNever(event);
  }
}

function reduceHandshake(connection: Connection, event: HandshakeEvent): Connection {
  if (event.type === 'started') {
    const isBusy = connection.phase.kind === 'open' || connection.phase.kind === 'closing';
    if (isBusy) return connection;
    return {
      phase: { kind: 'connecting', startedAt: event.at, step: null },
      record: recordHandshake(null, event),
    };
  }
  const { phase } = connection;
  if (phase.kind !== 'connecting') return connection;
  const record = recordHandshake(connection.record, event);
  if (event.type === 'step-started') return { record, phase: { ...phase, step: event.step } };
  if (event.type === 'ended') {
    return { record, phase: phaseAfter(event.outcome, phase.startedAt + event.atMs, event.atMs) };
  }
  return { record, phase };
}

function phaseAfter(outcome: HandshakeOutcome, at: number, afterMs: number): ConnectionPhase {
  switch (outcome.kind) {
    case 'open':
      return {
        kind: 'open',
        opened: { at, subprotocol: outcome.subprotocol, extensions: outcome.extensions },
      };
    case 'cancelled':
      return { kind: 'idle', cancelled: { step: outcome.step, afterMs } };
    case 'refused':
    case 'failed':
      return { kind: 'failed', at, outcome };
    default:
      return assertNever(outcome);
  }
}

/** True while an attempt or a connection holds a socket. */
export function isActive(phase: ConnectionPhase): boolean {
  return phase.kind === 'connecting' || phase.kind === 'open' || phase.kind === 'closing';
}
