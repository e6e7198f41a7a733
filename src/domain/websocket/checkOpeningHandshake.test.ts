import { describe, expect, test } from 'vitest';
import type { HandshakeCheck, HandshakeCheckId, HeaderField } from '../handshake/handshakeRecord.ts';
import { checkOpeningHandshake, isOpening } from './checkOpeningHandshake.ts';

/** The vector of RFC 6455 section 1.3. */
const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const ACCEPT = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';

interface Answer {
  readonly httpVersion?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly offered?: Readonly<Record<string, string>>;
}

describe('a 101 that keeps every rule', () => {
  test('opens the connection', () => {
    const checks = check({});
    expect(isOpening(checks)).toBe(true);
    expect(checks.map(({ id, verdict, seen }) => [id, verdict, seen])).toEqual([
      ['http-version', 'kept', 'HTTP/1.1'],
      ['status-101', 'kept', 'HTTP/1.1 101 Switching Protocols'],
      ['upgrade', 'kept', 'Upgrade: websocket'],
      ['connection', 'kept', 'Connection: Upgrade'],
      ['accept', 'kept', `Sec-WebSocket-Accept: ${ACCEPT} (matches the key)`],
      ['subprotocol', 'kept', 'None offered, none selected.'],
      ['extensions', 'kept', 'None accepted.'],
    ]);
  });
});

describe('an answer other than 101', () => {
  test('is checked for its version and status only', () => {
    const checks = check({ status: 401, reason: 'Access Denied', headers: { Upgrade: null } });
    expect(isOpening(checks)).toBe(false);
    expect(checks.map(({ id, verdict, seen }) => [id, verdict, seen])).toEqual([
      ['http-version', 'kept', 'HTTP/1.1'],
      ['status-101', 'broken', 'HTTP/1.1 401 Access Denied'],
    ]);
  });

  test('is quoted without a trailing space when it has no reason phrase', () => {
    expect(seenOf('status-101', { status: 502, reason: '' })).toBe('HTTP/1.1 502');
  });
});

describe('http-version', () => {
  test.each([
    ['0.9', 'broken'],
    ['1.0', 'broken'],
    ['1.1', 'kept'],
    ['2.0', 'kept'],
    ['', 'broken'],
  ])('HTTP/%s is %s', (httpVersion, verdict) => {
    expect(verdictOf('http-version', { httpVersion })).toBe(verdict);
  });
});

describe('upgrade', () => {
  test.each([
    ['WebSocket', 'kept', 'Upgrade: WebSocket'],
    ['h2c', 'broken', 'Upgrade: h2c'],
    ['websocket, h2c', 'broken', 'Upgrade: websocket, h2c'],
    ['', 'broken', 'Upgrade: '],
    [null, 'broken', 'No Upgrade header. A proxy on the way removed it, or the 101 was written by hand.'],
  ])('%j is %s', (upgrade, verdict, seen) => {
    const answer = { headers: { Upgrade: upgrade } };
    expect([verdictOf('upgrade', answer), seenOf('upgrade', answer)]).toEqual([verdict, seen]);
  });
});

describe('connection', () => {
  test.each([
    ['keep-alive, upgrade', 'kept', 'Connection: keep-alive, upgrade'],
    ['UPGRADE', 'kept', 'Connection: UPGRADE'],
    ['close', 'broken', 'Connection: close'],
    ['no-upgrade', 'broken', 'Connection: no-upgrade'],
    [null, 'broken', 'No Connection header. A proxy on the way removed it, or the 101 was written by hand.'],
  ])('%j is %s', (connection, verdict, seen) => {
    const answer = { headers: { Connection: connection } };
    expect([verdictOf('connection', answer), seenOf('connection', answer)]).toEqual([verdict, seen]);
  });
});

describe('accept', () => {
  test.each([
    [null, 'No Sec-WebSocket-Accept header. Something other than a WebSocket server wrote this 101.'],
    [
      'HSmrc0sMlYUkAGmm5OPpG2HaGWk=',
      `Sec-WebSocket-Accept: HSmrc0sMlYUkAGmm5OPpG2HaGWk=, where this key gives ${ACCEPT}. The answer was cached, or the server hashed a different key.`,
    ],
    [
      KEY,
      `Sec-WebSocket-Accept: ${KEY}, where this key gives ${ACCEPT}. It is the key itself, sent back without hashing it.`,
    ],
    [
      'yes',
      `Sec-WebSocket-Accept: yes, where this key gives ${ACCEPT}. It is no SHA-1 hash in base64: the answer was probably written by hand.`,
    ],
  ])('%j is broken, with its likely cause', (accept, seen) => {
    const answer = { headers: { 'Sec-WebSocket-Accept': accept } };
    expect([verdictOf('accept', answer), seenOf('accept', answer)]).toEqual(['broken', seen]);
  });

  test('differs from the expected value by case alone and is still broken', () => {
    const answer = { headers: { 'Sec-WebSocket-Accept': ACCEPT.toLowerCase() } };
    expect(verdictOf('accept', answer)).toBe('broken');
  });
});

describe('subprotocol', () => {
  const name = 'Sec-WebSocket-Protocol';
  test.each([
    ['a, b', 'b', 'kept', `${name}: b`],
    ['a, b', 'c', 'broken', `${name}: c, which was not offered. Offered: a, b.`],
    ['a, b', 'A', 'broken', `${name}: A, which was not offered. Offered: a, b.`],
    ['a, b', 'a, b', 'broken', `${name}: a, b. That is more than one.`],
    ['a', '', 'broken', `${name} is there and empty.`],
    [null, 'a', 'broken', `${name}: a, though none was offered.`],
    [
      'a, b',
      null,
      'warning',
      `No ${name} header, though a, b was offered. The RFC permits that, but Chrome and Node's ws fail the connection.`,
    ],
  ])('offered %j, selected %j is %s', (offered, selected, verdict, seen) => {
    const answer = { headers: { [name]: selected }, offered: offered === null ? {} : { [name]: offered } };
    expect([verdictOf('subprotocol', answer), seenOf('subprotocol', answer)]).toEqual([verdict, seen]);
  });

  test('that warns does not keep the connection from opening', () => {
    expect(isOpening(check({ offered: { [name]: 'a' } }))).toBe(true);
  });
});

describe('extensions', () => {
  const name = 'Sec-WebSocket-Extensions';
  const deflate = 'permessage-deflate; client_max_window_bits';
  test.each([
    [deflate, 'permessage-deflate', 'kept', `${name}: permessage-deflate`],
    [deflate, null, 'kept', 'None accepted.'],
    [
      null,
      'permessage-deflate',
      'broken',
      `${name}: permessage-deflate. permessage-deflate was not offered.`,
    ],
    [deflate, 'x-webkit-frame', 'broken', `${name}: x-webkit-frame. x-webkit-frame was not offered.`],
    [
      deflate,
      'permessage-deflate; level=9',
      'broken',
      `${name}: permessage-deflate; level=9. level is no parameter of permessage-deflate.`,
    ],
    [deflate, '', 'broken', `${name}: . An extension's name is missing at character 1.`],
  ])('offered %j, accepted %j is %s', (offered, accepted, verdict, seen) => {
    const answer = { headers: { [name]: accepted }, offered: offered === null ? {} : { [name]: offered } };
    expect([verdictOf('extensions', answer), seenOf('extensions', answer)]).toEqual([verdict, seen]);
  });
});

test('no checks at all open nothing', () => {
  expect(isOpening([])).toBe(false);
});

function verdictOf(id: HandshakeCheckId, answer: Answer): string | undefined {
  return find(id, answer)?.verdict;
}

function seenOf(id: HandshakeCheckId, answer: Answer): string | undefined {
  return find(id, answer)?.seen;
}

function find(id: HandshakeCheckId, answer: Answer): HandshakeCheck | undefined {
  return check(answer).find((check) => check.id === id);
}

/** Checks the good answer with some of it changed; a header that is `null` is left out. */
function check(answer: Answer): readonly HandshakeCheck[] {
  const headers = {
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Accept': ACCEPT,
    ...answer.headers,
  };
  return checkOpeningHandshake({
    request: {
      requestLine: 'GET /chat HTTP/1.1',
      headers: toFields({ Host: 'example.com', 'Sec-WebSocket-Key': KEY, ...answer.offered }),
    },
    response: {
      from: 'target',
      httpVersion: answer.httpVersion ?? '1.1',
      status: answer.status ?? 101,
      reason: answer.reason ?? 'Switching Protocols',
      headers: toFields(headers),
      body: null,
    },
    expectedAccept: ACCEPT,
  });
}

function toFields(headers: Readonly<Record<string, string | null>>): readonly HeaderField[] {
  return Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}
