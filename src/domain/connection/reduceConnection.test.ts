import { describe, expect, test } from 'vitest';
import type { HandshakeOutcome } from '../handshake/handshakeRecord.ts';
import { IDLE_CONNECTION, type Connection, type ConnectionPhase, type Ending } from './connection.ts';
import type { ConnectionEvent } from './connectionEvent.ts';
import { isActive, reduceConnection } from './reduceConnection.ts';

const OPEN: HandshakeOutcome = { kind: 'open', subprotocol: 'chat', extensions: null };
const REFUSED: HandshakeOutcome = { kind: 'refused', status: 401, reason: 'Access Denied' };
const FAILED: HandshakeOutcome = {
  kind: 'failed',
  failure: { step: 'dns', code: 'dns-not-found', message: '', advice: '', systemCode: 'ENOTFOUND' },
};
const CANCELLED: HandshakeOutcome = { kind: 'cancelled', step: 'dns' };

const START = started(1_000);
const STEP: ConnectionEvent = {
  type: 'handshake',
  event: { type: 'step-started', step: 'dns', atMs: 1, limitMs: 5_000 },
};
const CLOSING: ConnectionEvent = { type: 'closing', at: 2_000, by: 'remote' };
const ENDING: Ending = {
  at: 3_000,
  closeCode: 1000,
  reason: '',
  wasClean: true,
  by: 'remote',
  detail: null,
};
const CLOSED: ConnectionEvent = { type: 'closed', ending: ENDING };

const OPENED = { at: 1_034, subprotocol: 'chat', extensions: null };

/** A connection in each phase, by the events that lead there. */
const CONNECTIONS: Readonly<Record<ConnectionPhase['kind'], Connection>> = {
  idle: IDLE_CONNECTION,
  connecting: after(START),
  open: after(START, ended(OPEN)),
  closing: after(START, ended(OPEN), CLOSING),
  closed: after(START, ended(OPEN), CLOSING, CLOSED),
  failed: after(START, ended(REFUSED)),
};

describe('transitions', () => {
  test.each<[string, readonly ConnectionEvent[], ConnectionPhase]>([
    ['started → connecting', [START], { kind: 'connecting', startedAt: 1_000, step: null }],
    ['a step begins', [START, STEP], { kind: 'connecting', startedAt: 1_000, step: 'dns' }],
    ['open outcome → open', [START, ended(OPEN)], { kind: 'open', opened: OPENED }],
    ['refused outcome → failed', [START, ended(REFUSED)], { kind: 'failed', at: 1_034, outcome: REFUSED }],
    ['failed outcome → failed', [START, ended(FAILED)], { kind: 'failed', at: 1_034, outcome: FAILED }],
    [
      'cancelled outcome → idle',
      [START, STEP, ended(CANCELLED)],
      { kind: 'idle', cancelled: { step: 'dns', afterMs: 34 } },
    ],
    [
      'closing → closing',
      [START, ended(OPEN), CLOSING],
      { kind: 'closing', opened: OPENED, since: 2_000, by: 'remote' },
    ],
    [
      'closed after closing → closed',
      [START, ended(OPEN), CLOSING, CLOSED],
      { kind: 'closed', opened: OPENED, ending: ENDING },
    ],
    [
      'closed without closing → closed',
      [START, ended(OPEN), CLOSED],
      { kind: 'closed', opened: OPENED, ending: ENDING },
    ],
  ])('%s', (_, events, phase) => {
    expect(after(...events).phase).toEqual(phase);
  });

  test.each(['idle', 'connecting', 'closed', 'failed'] as const)(
    '%s → connecting, with a new record',
    (kind) => {
      const connection = reduceConnection(CONNECTIONS[kind], started(9_000));
      expect(connection.phase).toEqual({ kind: 'connecting', startedAt: 9_000, step: null });
      expect(connection.record).toMatchObject({ startedAt: 9_000, outcome: null });
    },
  );
});

describe('transitions that do not happen', () => {
  test.each<[ConnectionPhase['kind'], string, ConnectionEvent]>([
    ['idle', 'closing', CLOSING],
    ['idle', 'closed', CLOSED],
    ['idle', 'a step', STEP],
    ['idle', 'an outcome', ended(OPEN)],
    ['connecting', 'closing', CLOSING],
    ['connecting', 'closed', CLOSED],
    ['open', 'a start', started(9_000)],
    ['open', 'a step', STEP],
    ['open', 'a second outcome', ended(FAILED)],
    ['closing', 'a start', started(9_000)],
    ['closing', 'a second closing', { ...CLOSING, by: 'local' }],
    ['closing', 'an outcome', ended(REFUSED)],
    ['closed', 'closing', CLOSING],
    ['closed', 'a second closed', { type: 'closed', ending: { ...ENDING, closeCode: 1006 } }],
    ['closed', 'an outcome', ended(OPEN)],
    ['closed', 'a step', STEP],
    ['failed', 'closing', CLOSING],
    ['failed', 'closed', CLOSED],
    ['failed', 'a second outcome', ended(OPEN)],
    ['failed', 'a step', STEP],
  ])('%s ignores %s', (kind, _, event) => {
    expect(reduceConnection(CONNECTIONS[kind], event)).toBe(CONNECTIONS[kind]);
  });

  test('an outcome after a cancellation opens nothing', () => {
    const cancelled = after(START, ended(CANCELLED));
    expect(reduceConnection(cancelled, ended(OPEN))).toBe(cancelled);
  });
});

test('the record of the handshake stays until the next attempt', () => {
  expect(CONNECTIONS.closed.record).toMatchObject({ startedAt: 1_000, outcome: OPEN, endedMs: 34 });
  expect(CONNECTIONS.failed.record).toMatchObject({ startedAt: 1_000, outcome: REFUSED });
});

test.each([
  ['idle', false],
  ['connecting', true],
  ['open', true],
  ['closing', true],
  ['closed', false],
  ['failed', false],
] as const)('isActive of %s is %s', (kind, expected) => {
  expect(isActive(CONNECTIONS[kind].phase)).toBe(expected);
});

function started(at: number): ConnectionEvent {
  const url = 'wss://example.com/chat';
  return { type: 'handshake', event: { type: 'started', at, url, madeBy: 'companion', proxy: null } };
}

function ended(outcome: HandshakeOutcome): ConnectionEvent {
  return { type: 'handshake', event: { type: 'ended', outcome, atMs: 34 } };
}

function after(...events: readonly ConnectionEvent[]): Connection {
  return events.reduce(reduceConnection, IDLE_CONNECTION);
}
