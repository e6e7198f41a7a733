import { describe, expect, expectTypeOf, it } from 'vitest';
import { DEFAULT_CONNECT_OPTIONS } from '#domain/connection/connectionRequest.ts';
import type { HandshakeEvent } from '#domain/handshake/handshakeEvent.ts';
import type { InferOutput } from 'valibot';
import {
  encodeEngineToRelay,
  encodeRelayToEngine,
  parseEngineToRelay,
  parseRelayToEngine,
} from './parseRelayMessage.ts';
import type { EngineToRelay, RelayToEngine } from './relayMessage.ts';
import type { EngineToRelaySchema, RelayToEngineSchema } from './relayMessageSchema.ts';
import type { Mutable } from './testing/mutable.ts';

const FROM_ENGINE: readonly EngineToRelay[] = [
  {
    type: 'dial',
    request: {
      transport: 'companion',
      url: 'ws://127.0.0.1:4111/',
      headers: [],
      origin: null,
      subprotocols: [],
      maxFrameBytes: null,
      options: { ...DEFAULT_CONNECT_OPTIONS, proxy: { kind: 'url', url: 'http://proxy.example.com:3128' } },
    },
  },
  { type: 'cancel' },
  { type: 'ping', payload: 'aGk=' },
  { type: 'ping', payload: '' },
  { type: 'close', code: 4001, reason: 'done' },
  { type: 'close', code: null, reason: '' },
  { type: 'credit', bytes: 65_536 },
];

const RESPONSE = {
  from: 'target',
  httpVersion: '1.1',
  status: 401,
  reason: 'Unauthorized',
  headers: [{ name: 'WWW-Authenticate', value: 'Bearer' }],
  body: null,
} as const;

const HANDSHAKE_EVENTS: readonly HandshakeEvent[] = [
  { type: 'started', at: 1_700_000_000_000, url: 'wss://a.example.com/', madeBy: 'companion', proxy: null },
  { type: 'step-started', step: 'dns', atMs: 0.1, limitMs: 5_000 },
  { type: 'step-ended', step: 'dns', atMs: 1.25 },
  { type: 'resolved', addresses: [{ address: '203.0.113.7', family: 4 }] },
  { type: 'connected', remoteAddress: '203.0.113.7:443' },
  {
    type: 'secured',
    tls: {
      version: 'TLSv1.3',
      cipher: 'TLS_AES_256_GCM_SHA384',
      alpn: 'http/1.1',
      serverName: 'a.example.com',
      chain: [
        {
          subject: 'CN=a.example.com',
          issuer: 'CN=ca.example.com',
          names: ['DNS:a.example.com'],
          validFrom: 1,
          validTo: 2,
          fingerprint: 'AB:CD',
          serialNumber: '01',
          isSelfSigned: false,
        },
      ],
      trust: { kind: 'untrusted', code: 'CERT_HAS_EXPIRED', message: 'It has expired.', isAccepted: true },
    },
  },
  { type: 'requested', request: { requestLine: 'GET / HTTP/1.1', headers: [{ name: 'Host', value: 'a' }] } },
  { type: 'first-byte', atMs: 20 },
  { type: 'answered', response: RESPONSE },
  { type: 'body-read', body: { base64: 'aGk=', receivedBytes: 2, isTruncated: false } },
  {
    type: 'checked',
    checks: [{ id: 'status-101', verdict: 'broken', rule: 'r', seen: 's', source: 'RFC 6455 section 4.1' }],
  },
  { type: 'ended', outcome: { kind: 'refused', status: 401, reason: 'Unauthorized' }, atMs: 30 },
  { type: 'ended', outcome: { kind: 'open', subprotocol: 'chat', extensions: null }, atMs: 30 },
  { type: 'ended', outcome: { kind: 'cancelled', step: 'tcp' }, atMs: 30 },
  {
    type: 'ended',
    outcome: {
      kind: 'failed',
      failure: { step: 'checks', code: 'checks-broken', message: 'm', advice: 'a', systemCode: null },
    },
    atMs: 30,
  },
];

const FROM_RELAY: readonly RelayToEngine[] = [
  ...HANDSHAKE_EVENTS.map((event) => ({ type: 'handshake', event }) as const),
  { type: 'closing', at: 1_700_000_000_000.5, by: 'remote' },
  {
    type: 'closed',
    ending: { at: 1, closeCode: 1006, reason: '', wasClean: false, by: 'network', detail: 'Reset.' },
  },
  { type: 'rejected', code: 'message-malformed', message: 'The message is not JSON.' },
];

describe('parseEngineToRelay', () => {
  it('has the type written by hand', () => {
    expectTypeOf<InferOutput<typeof EngineToRelaySchema>>().toEqualTypeOf<Mutable<EngineToRelay>>();
  });

  it.each(FROM_ENGINE)('reads what encodeEngineToRelay wrote: $type', (message) => {
    expect(parseEngineToRelay(encodeEngineToRelay(message))).toEqual({ ok: true, value: message });
  });

  it.each([
    ['no JSON', '{"type":"dial"', 'The message is not JSON.'],
    ['no object', '3', 'The message: expected Object.'],
    [
      'an unknown type',
      '{"type":"shout"}',
      'type: expected ("dial" | "cancel" | "ping" | "close" | "credit").',
    ],
    [
      'a ping that is too long',
      `{"type":"ping","payload":"${'A'.repeat(172)}"}`,
      'payload: a ping carries at most 125 bytes.',
    ],
    ['a ping that is no base64', '{"type":"ping","payload":"#"}', 'payload: not base64.'],
    ['credit of less than nothing', '{"type":"credit","bytes":-1}', 'bytes: less than nothing.'],
    ['credit of half a byte', '{"type":"credit","bytes":0.5}', 'bytes: not a whole number.'],
    ['a dial without a request', '{"type":"dial"}', 'request: expected "request".'],
  ])('says what is wrong: %s', (_, text, message) => {
    expect(parseEngineToRelay(text)).toEqual({ ok: false, message });
  });
});

describe('parseRelayToEngine', () => {
  it('has the type written by hand', () => {
    expectTypeOf<InferOutput<typeof RelayToEngineSchema>>().toEqualTypeOf<Mutable<RelayToEngine>>();
  });

  it.each(FROM_RELAY)('reads what encodeRelayToEngine wrote: $type $event.type', (message) => {
    expect(parseRelayToEngine(encodeRelayToEngine(message))).toEqual({ ok: true, value: message });
  });

  it('names the place of what is wrong inside an event', () => {
    const text = '{"type":"handshake","event":{"type":"step-ended","step":"lunch","atMs":1}}';
    expect(parseRelayToEngine(text)).toEqual({
      ok: false,
      message: 'event.step: expected ("dns" | "tcp" | "proxy" | "tls" | "request" | "answer").',
    });
  });
});
