import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { createHarEncoder } from './harEncoder.ts';
import { harEndedEntry, harOpenedEntry, readHarMessage, readHarSocket } from './harEntries.ts';
import type { LogConnection } from './logEncoder.ts';
import type { LogEntry } from './logEntry.ts';
import type { Members } from '../../format/members.ts';
import { readMembers } from './readMembers.ts';
import { arbitraryLog, encode } from './testing/arbitraryEntry.ts';

const AT = 1_795_348_867_114.25;
const CONNECTION: LogConnection = { startedAt: AT, url: 'wss://gateway.example/chat?key=•••', record: null };

interface Har {
  readonly log: Members & { readonly entries: readonly Members[] };
}

function messagesOf(entry: Members | undefined): readonly unknown[] {
  return entry?.['_webSocketMessages'] as readonly unknown[];
}

function harOf(
  log: readonly LogEntry[],
  connection = CONNECTION,
  remarks = { missing: 0, isMasked: false },
): Har {
  const { begin, connection: begins, entry, end } = createHarEncoder('0.1.0');
  return JSON.parse(begin() + begins(connection) + log.map(entry).join('') + end(remarks)) as Har;
}

const said = (fields: Partial<LogEntry>): LogEntry => ({
  sequence: 1,
  time: AT,
  direction: 'received',
  kind: 'text',
  frames: 1,
  isCompressed: false,
  isMasked: false,
  payload: encode('hi'),
  ...fields,
});

describe('the HAR encoder', () => {
  test('writes messages as Chrome does, with what is ours beside them', () => {
    const [entry] = harOf([
      said({ kind: 'opened', frames: 0, payload: encode('Open: wss://gateway.example/chat') }),
      said({ sequence: 2, time: AT + 1 }),
      said({
        sequence: 3,
        time: 1_795_348_867_115,
        kind: 'binary',
        direction: 'sent',
        payload: Uint8Array.of(0, 255),
      }),
      said({ sequence: 4, kind: 'close', payload: Uint8Array.of(3, 0xe9, 0x47) }),
      said({ sequence: 5, kind: 'ended', frames: 0, payload: encode('Closed') }),
    ]).log.entries;
    expect(entry).toMatchObject({
      _resourceType: 'websocket',
      startedDateTime: '2026-11-22T12:01:07.114Z',
      request: { method: 'GET', url: 'wss://gateway.example/chat?key=•••' },
      response: { status: 101, statusText: 'Switching Protocols', _error: null },
      timings: { send: 0, wait: 0, receive: 0 },
      _posternOpened: { sequence: 1, kind: 'opened', text: 'Open: wss://gateway.example/chat' },
      _webSocketClose: { code: 1001, reason: 'G' },
      _posternEnded: { sequence: 5, kind: 'ended', text: 'Closed' },
      time: 0,
    });
    expect(messagesOf(entry)).toMatchObject([
      { type: 'receive', time: 1_795_348_867.115_25, opcode: 1, data: 'hi', _posternSequence: 2 },
      { type: 'send', time: 1_795_348_867.115, opcode: 2, data: 'AP8=', _posternSequence: 3 },
      { type: 'receive', opcode: 8, data: 'A+lH' },
    ]);
  });

  test('writes what the handshake said', () => {
    const record: HandshakeRecord = {
      madeBy: 'companion',
      url: 'wss://gateway.example/chat?a=1&b=2',
      startedAt: AT - 100,
      steps: [
        { step: 'dns', startMs: 0, endMs: 2, limitMs: 1 },
        { step: 'tcp', startMs: 2, endMs: 11, limitMs: 1 },
        { step: 'tls', startMs: 11, endMs: 32, limitMs: 1 },
        { step: 'answer', startMs: 33, endMs: 66, limitMs: 1 },
      ],
      addresses: [],
      remoteAddress: '[2001:db8::1]:443',
      proxy: null,
      tls: null,
      request: { requestLine: 'GET /chat HTTP/1.1', headers: [{ name: 'Host', value: 'gateway.example' }] },
      firstByteMs: 66,
      response: { from: 'target', httpVersion: '1.1', status: 101, reason: 'Go', headers: [], body: null },
      checks: [],
      outcome: null,
      endedMs: 66,
    };
    const [entry] = harOf([said({})], { ...CONNECTION, record }).log.entries;
    expect(entry).toMatchObject({
      startedDateTime: '2026-11-22T12:01:07.014Z',
      request: {
        url: 'wss://gateway.example/chat?a=1&b=2',
        headers: [{ name: 'Host', value: 'gateway.example' }],
        queryString: [
          { name: 'a', value: '1' },
          { name: 'b', value: '2' },
        ],
      },
      response: { status: 101, statusText: 'Go' },
      timings: { dns: 2, connect: 30, ssl: 21, wait: 33 },
      serverIPAddress: '2001:db8::1',
      time: 100,
    });
  });

  test('says in the file what is missing and that secrets are masked', () => {
    const { log } = harOf([], CONNECTION, { missing: 3, isMasked: true });
    expect(log).toMatchObject({
      entries: [],
      comment:
        'Secrets are masked: what is masked is not what was on the wire. 3 entries had gone from the log before they were exported.',
      _posternMissing: 3,
    });
  });

  test('every log comes back as it was', () => {
    fc.assert(
      fc.property(arbitraryLog, (log) => {
        const read = harOf(log).log.entries.flatMap((entry) => [
          ...('_posternOpened' in entry ? [readMembers(entry['_posternOpened'] as Members)] : []),
          ...messagesOf(entry).map((message) => readHarMessage(message, 0, null)),
          ...('_posternEnded' in entry ? [readMembers(entry['_posternEnded'] as Members)] : []),
        ]);
        expect(read).toEqual(log.map((entry) => ({ kind: 'entry', entry })));
      }),
    );
  });
});

describe('messages of others', () => {
  test.each([
    ['seconds, as Chrome writes them', 1_795_348_867.114, 1_795_348_867_114],
    ['milliseconds, as Playwright writes them', 1_795_348_867_114.5, 1_795_348_867_114.5],
    ['no time, as Playwright writes it when told to', -1, 42],
    ['seconds since the machine started, as Chrome writes them where no handshake was sent', 45_277.92, 42],
  ])('have %s', (_what, time, expected) => {
    const read = readHarMessage({ type: 'send', time, opcode: 1, data: 'hi' }, 42, null);
    expect(read).toEqual({
      kind: 'entry',
      entry: said({ direction: 'sent', time: expected, sequence: null as never }),
    });
  });

  test('that say that the connection broke become its end', () => {
    const message = { type: 'error', time: 1, opcode: -1, data: 'Invalid frame header' };
    const read = readHarMessage(message, 0, null);
    expect(read).toMatchObject({ entry: { kind: 'ended', payload: encode('Failed: Invalid frame header') } });
  });

  test.each([
    [null, 'It is not a JSON object.'],
    [{ type: 'send', opcode: 1 }, 'It has no “data”.'],
    [{ type: 'both', opcode: 1, data: '' }, 'Its type is neither “send” nor “receive”.'],
    [{ type: 'send', opcode: 3, data: '' }, 'Its opcode is 3, which no message has.'],
    [{ type: 'send', opcode: 2, data: '?' }, '“?” at character 1 is no base64 digit.'],
  ])('%j is refused', (message, reason) => {
    expect(readHarMessage(message, 0, null)).toEqual({ kind: 'problem', reason });
  });
});

describe('a WebSocket of another file', () => {
  const found = {
    _resourceType: 'websocket',
    startedDateTime: '2026-11-22T12:01:07.114Z',
    request: { url: 'wss://gateway.example/chat?key=secret' },
    response: { status: 101, statusText: 'Switching Protocols' },
    _webSocketClose: { code: 1000, reason: 'done', timestamp: 1_795_348_868 },
  };

  test('opens with what the file says of it, the values of its query left out', () => {
    const socket = readHarSocket(3, found, 2, 0);
    expect(socket).toMatchObject({ index: 3, messages: 2, startedAt: 1_795_348_867_114 });
    if (socket === null) return;
    expect(harOpenedEntry(socket, 1)).toMatchObject({
      kind: 'opened',
      payload: encode('Open: wss://gateway.example/chat?key=•••, 101 Switching Protocols'),
    });
    expect(harEndedEntry(socket, 1)).toMatchObject({
      time: 1_795_348_868_000,
      payload: encode('Closed: 1000. Reason: done.'),
    });
  });

  test('is told from other requests by its type, its messages, its URL or its answer', () => {
    expect(readHarSocket(0, { _resourceType: 'document', request: {} }, 0, 0)).toBeNull();
    expect(readHarSocket(0, { request: { url: 'https://gateway.example/' } }, 0, 0)).toBeNull();
    expect(readHarSocket(0, {}, 1, 0)).toMatchObject({ url: '', startedAt: null, close: null });
    expect(readHarSocket(0, { request: { url: 'wss://gateway.example/' } }, 0, 0)).not.toBeNull();
    expect(readHarSocket(0, { response: { status: 101 } }, 0, 0)).not.toBeNull();
  });
});
