import { describe, expect, test } from 'vitest';
import type { HandshakeRecord, Responder } from '../handshake/handshakeRecord.ts';
import type { ConnectionPhase, Ending, Opened } from './connection.ts';
import { describeConnection, statusText } from './describeConnection.ts';

const OPENED: Opened = { at: 10_000, subprotocol: null, extensions: null };
const ENDING: Ending = {
  at: 614_400,
  closeCode: 1001,
  reason: 'Going away',
  wasClean: true,
  by: 'remote',
  detail: null,
};

describe('describeConnection', () => {
  test.each<[ConnectionPhase, number | null, string, string]>([
    [{ kind: 'idle', cancelled: null }, null, 'Idle', ''],
    [
      { kind: 'idle', cancelled: { step: 'tls', afterMs: 1_234 } },
      null,
      'Idle',
      'cancelled by you at TLS after 1.2 s',
    ],
    [
      { kind: 'idle', cancelled: { step: null, afterMs: 0.4 } },
      null,
      'Idle',
      'cancelled by you after 0.4 ms',
    ],
    [{ kind: 'connecting', startedAt: 0, step: null }, null, 'Connecting', ''],
    [{ kind: 'connecting', startedAt: 0, step: 'proxy' }, null, 'Connecting', 'at Proxy'],
    [{ kind: 'connecting', startedAt: 0, step: 'tls' }, 1_234, 'Connecting', 'at TLS, 1.2 s so far'],
    [{ kind: 'connecting', startedAt: 0, step: null }, 12, 'Connecting', '12 ms so far'],
    [{ kind: 'open', opened: OPENED }, null, 'Open', ''],
    [{ kind: 'open', opened: OPENED }, 211_000, 'Open', 'for 00:03:21'],
    [
      { kind: 'open', opened: { ...OPENED, subprotocol: 'json.webpubsub.azure.v1' } },
      211_000,
      'Open',
      'for 00:03:21 · subprotocol json.webpubsub.azure.v1',
    ],
    [
      { kind: 'closing', opened: OPENED, since: 20_000, by: 'local' },
      null,
      'Closing',
      "by you: waiting for the server's Close frame",
    ],
    [{ kind: 'closing', opened: OPENED, since: 20_000, by: 'remote' }, null, 'Closing', 'by the server'],
    [
      { kind: 'closed', opened: OPENED, ending: ENDING },
      null,
      'Closed',
      'by the server with 1001 Going Away “Going away” after 10 min 4 s — The one who closed is leaving: a server shutting down or ending idle connections, or a page left.',
    ],
    [
      {
        kind: 'closed',
        opened: OPENED,
        ending: { ...ENDING, closeCode: 1000, reason: '', by: 'local', at: 10_020 },
      },
      null,
      'Closed',
      'by you with 1000 Normal Closure after 20 ms — The connection did what it was for and was ended on purpose.',
    ],
    [
      {
        kind: 'closed',
        opened: OPENED,
        ending: {
          at: 10_020,
          closeCode: 1006,
          reason: '',
          wasClean: false,
          by: 'protocol-error',
          detail: 'The server sent what the protocol does not allow: invalid opcode 3.',
        },
      },
      null,
      'Closed',
      'by Postern with 1006 Abnormal Closure after 20 ms — The server sent what the protocol does not allow: invalid opcode 3.',
    ],
    [
      {
        kind: 'closed',
        opened: OPENED,
        ending: {
          at: 12_000,
          closeCode: 1006,
          reason: '',
          wasClean: false,
          by: 'network',
          detail: 'The server reset the connection.',
        },
      },
      null,
      'Closed',
      'by the network with 1006 Abnormal Closure after 2 s — The server reset the connection.',
    ],
    [
      {
        kind: 'failed',
        at: 10_000,
        outcome: { kind: 'refused', status: 401, reason: 'Access Denied' },
      },
      null,
      'Failed',
      'refused with 401 Access Denied',
    ],
    [
      { kind: 'failed', at: 10_000, outcome: { kind: 'refused', status: 502, reason: '' } },
      null,
      'Failed',
      'refused with 502',
    ],
    [
      {
        kind: 'failed',
        at: 10_000,
        outcome: {
          kind: 'failed',
          failure: {
            step: 'tcp',
            code: 'tcp-refused',
            message: 'Nothing listens on 127.0.0.1:9.',
            advice: 'Start the server.',
            systemCode: 'ECONNREFUSED',
          },
        },
      },
      null,
      'Failed',
      'at TCP: Nothing listens on 127.0.0.1:9.',
    ],
  ])('puts %j at %s into words', (phase, nowMs, word, detail) => {
    expect(describeConnection({ phase, record: null }, nowMs)).toEqual({ word, detail });
  });

  test.each<[Responder, string]>([
    ['proxy', 'refused by the proxy with 407 Proxy Authentication Required'],
    ['target', 'refused with 407 Proxy Authentication Required'],
  ])('tells a refusal by the %s', (from, detail) => {
    const outcome = { kind: 'refused', status: 407, reason: 'Proxy Authentication Required' } as const;
    const phase: ConnectionPhase = { kind: 'failed', at: 10_000, outcome };
    expect(describeConnection({ phase, record: refusedRecord(from) }).detail).toBe(detail);
  });
});

test('statusText begins with the word', () => {
  const phase: ConnectionPhase = { kind: 'connecting', startedAt: 0, step: 'dns' };
  expect(statusText({ phase, record: null })).toBe('Connecting at DNS');
  expect(statusText({ phase: { kind: 'idle', cancelled: null }, record: null })).toBe('Idle');
});

function refusedRecord(from: Responder): HandshakeRecord {
  return {
    madeBy: 'companion',
    url: 'wss://example.com/',
    startedAt: 0,
    steps: [],
    addresses: [],
    remoteAddress: null,
    proxy: null,
    tls: null,
    request: null,
    firstByteMs: null,
    response: { from, httpVersion: '1.1', status: 407, reason: '', headers: [], body: null },
    checks: [],
    outcome: null,
    endedMs: null,
  };
}
