import { describe, expect, it } from 'vitest';
import type { Connection } from '../connection/connection.ts';
import { IDLE_CONNECTION } from '../connection/connection.ts';
import { recordHandshake } from '../handshake/recordHandshake.ts';
import type { HandshakeOutcome } from '../handshake/handshakeRecord.ts';
import { observeConnection, observeRecord } from './observeConnection.ts';

function recordOf(outcome: HandshakeOutcome) {
  const started = recordHandshake(null, {
    type: 'started',
    at: 1_000,
    url: 'wss://a.example/',
    madeBy: 'companion',
    proxy: null,
  });
  const record = recordHandshake(started, { type: 'ended', outcome, atMs: 34 });
  if (record === null) throw new Error('There is a record.');
  return record;
}

const OPENED = { at: 1_034, subprotocol: 'a', extensions: null };
const record = recordOf({ kind: 'open', subprotocol: 'a', extensions: null });
const ENDING = {
  at: 2_034,
  closeCode: 1008,
  reason: '',
  wasClean: true,
  by: 'remote',
  detail: null,
} as const;

describe('observeConnection', () => {
  it.each<[Connection, unknown]>([
    [IDLE_CONNECTION, null],
    [
      { phase: { kind: 'connecting', startedAt: 1_000, step: null }, record },
      { kind: 'connecting', forMs: 2_000 },
    ],
    [
      { phase: { kind: 'open', opened: OPENED }, record },
      { kind: 'open', afterMs: 34, subprotocol: 'a', forMs: 1_966, ending: null },
    ],
    [
      { phase: { kind: 'closed', opened: OPENED, ending: ENDING }, record },
      {
        kind: 'open',
        afterMs: 34,
        subprotocol: 'a',
        forMs: 1_000,
        ending: { closeCode: 1008, isOwn: false },
      },
    ],
    [
      { phase: { kind: 'closed', opened: OPENED, ending: { ...ENDING, by: 'local' } }, record },
      expect.objectContaining({ ending: { closeCode: 1008, isOwn: true } }),
    ],
  ])('tells what is seen of %j', (connection, observed) => {
    expect(observeConnection(connection, 3_000)).toEqual(observed);
  });

  it('takes what Postern has closed for a broken rule for no closing of the person', () => {
    const broken = {
      ...ENDING,
      closeCode: 1006,
      by: 'protocol-error',
      detail: 'A frame had the reserved bit 1 set.',
    } as const;
    expect(
      observeConnection({ phase: { kind: 'closed', opened: OPENED, ending: broken }, record }, 3_000),
    ).toEqual(expect.objectContaining({ ending: { closeCode: 1006, isOwn: false } }));
  });
});

describe('observeRecord', () => {
  const failure = { step: 'tls', code: 'tls-expired', message: '', advice: '', systemCode: null } as const;
  it.each<[HandshakeOutcome, unknown]>([
    [
      { kind: 'refused', status: 401, reason: 'No' },
      { kind: 'refused', status: 401, reason: 'No' },
    ],
    [
      { kind: 'failed', failure },
      { kind: 'failed', what: 'it failed at TLS' },
    ],
    [
      { kind: 'failed', failure: { ...failure, code: 'browser-hidden' } },
      { kind: 'failed', what: 'it failed, and the browser hides why' },
    ],
    [
      { kind: 'cancelled', step: null },
      { kind: 'failed', what: 'it was stopped' },
    ],
  ])('tells how %j came out', (outcome, observed) => {
    expect(observeRecord(recordOf(outcome))).toEqual(observed);
  });

  it('takes no answer of a proxy for one of the target', () => {
    const refused = recordOf({ kind: 'refused', status: 407, reason: '' });
    const response = {
      from: 'proxy',
      httpVersion: '1.1',
      status: 407,
      reason: '',
      headers: [],
      body: null,
    } as const;
    expect(observeRecord({ ...refused, response })).toEqual({
      kind: 'failed',
      what: 'the proxy refused it with 407',
    });
  });
});
