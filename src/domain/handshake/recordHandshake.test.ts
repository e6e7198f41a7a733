import { describe, expect, test } from 'vitest';
import type { HandshakeEvent } from './handshakeEvent.ts';
import type { HandshakeRecord, UpgradeResponse } from './handshakeRecord.ts';
import { recordHandshake } from './recordHandshake.ts';

const STARTED: HandshakeEvent = {
  type: 'started',
  at: 1_000,
  url: 'wss://example.com/chat',
  madeBy: 'companion',
  proxy: null,
};

const RESPONSE: UpgradeResponse = {
  from: 'target',
  httpVersion: '1.1',
  status: 401,
  reason: 'Access Denied',
  headers: [],
  body: null,
};

const BODY = { base64: 'e30=', receivedBytes: 2, isTruncated: false };

describe('recordHandshake', () => {
  test('begins an empty record', () => {
    expect(record([STARTED])).toEqual({
      madeBy: 'companion',
      url: 'wss://example.com/chat',
      startedAt: 1_000,
      steps: [],
      addresses: [],
      remoteAddress: null,
      proxy: null,
      tls: null,
      request: null,
      firstByteMs: null,
      response: null,
      checks: [],
      outcome: null,
      endedMs: null,
    });
  });

  test('begins anew when a second attempt starts', () => {
    const first = record([STARTED, { type: 'connected', remoteAddress: '192.0.2.1:443' }]);
    expect(recordHandshake(first, { ...STARTED, at: 2_000 })).toMatchObject({
      startedAt: 2_000,
      remoteAddress: null,
    });
  });

  test('keeps nothing of an attempt that never started', () => {
    expect(recordHandshake(null, { type: 'first-byte', atMs: 3 })).toBeNull();
  });

  test('times steps, and ends each by its name', () => {
    const steps = record([
      STARTED,
      { type: 'step-started', step: 'dns', atMs: 0, limitMs: 5_000 },
      { type: 'step-ended', step: 'tcp', atMs: 1 },
      { type: 'step-ended', step: 'dns', atMs: 2 },
      { type: 'step-ended', step: 'dns', atMs: 9 },
      { type: 'step-started', step: 'tcp', atMs: 2, limitMs: 10_000 },
    ])?.steps;
    expect(steps).toEqual([
      { step: 'dns', startMs: 0, endMs: 2, limitMs: 5_000 },
      { step: 'tcp', startMs: 2, endMs: null, limitMs: 10_000 },
    ]);
  });

  test('adds the body to the answer that it belongs to', () => {
    expect(
      record([STARTED, { type: 'answered', response: RESPONSE }, { type: 'body-read', body: BODY }])
        ?.response,
    ).toEqual({ ...RESPONSE, body: BODY });
  });

  test('ignores a body without an answer', () => {
    expect(record([STARTED, { type: 'body-read', body: BODY }])?.response).toBeNull();
  });

  test.each<[HandshakeEvent, Partial<HandshakeRecord>]>([
    [
      { type: 'resolved', addresses: [{ address: '192.0.2.1', family: 4 }] },
      { addresses: [{ address: '192.0.2.1', family: 4 }] },
    ],
    [{ type: 'connected', remoteAddress: '192.0.2.1:443' }, { remoteAddress: '192.0.2.1:443' }],
    [
      { type: 'requested', request: { requestLine: 'GET /chat HTTP/1.1', headers: [] } },
      { request: { requestLine: 'GET /chat HTTP/1.1', headers: [] } },
    ],
    [{ type: 'first-byte', atMs: 31.5 }, { firstByteMs: 31.5 }],
    [{ type: 'checked', checks: [] }, { checks: [] }],
    [
      { type: 'ended', outcome: { kind: 'refused', status: 401, reason: 'Access Denied' }, atMs: 34 },
      { outcome: { kind: 'refused', status: 401, reason: 'Access Denied' }, endedMs: 34 },
    ],
  ])('records %j', (event, expected) => {
    expect(record([STARTED, event])).toMatchObject(expected);
  });

  test('leaves the record before an event as it was', () => {
    const before = record([STARTED]);
    const copy = structuredClone(before);
    recordHandshake(before, { type: 'step-started', step: 'dns', atMs: 0, limitMs: 1 });
    expect(before).toEqual(copy);
  });
});

function record(events: readonly HandshakeEvent[]): HandshakeRecord | null {
  return events.reduce<HandshakeRecord | null>(recordHandshake, null);
}
