import { describe, expect, it } from 'vitest';
import { recordHandshake } from '#domain/handshake/recordHandshake.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import { acceptUpgrade } from '../testing/answers.ts';
import { requestTo } from '../testing/requestTo.ts';
import { serve } from '../testing/serve.ts';
import { attemptTo } from './testing/attemptTo.ts';

describe('dial', () => {
  it('opens a connection and records every step of it in order', async () => {
    const server = await serve(acceptUpgrade(['Sec-WebSocket-Protocol: chat']));
    const request = requestTo(`ws://127.0.0.1:${server.port}/dev?key=a`, { subprotocols: ['soap', 'chat'] });
    const { events, record, result } = await attemptTo(request);

    expect(events.map((event) => ('step' in event ? `${event.type} ${event.step}` : event.type))).toEqual([
      'started',
      'step-started dns',
      'step-ended dns',
      'resolved',
      'step-started tcp',
      'step-ended tcp',
      'connected',
      'step-started request',
      'requested',
      'step-ended request',
      'step-started answer',
      'first-byte',
      'step-ended answer',
      'answered',
      'checked',
      'ended',
    ]);
    expect(result.kind).toBe('open');
    expect(record.outcome).toEqual({ kind: 'open', subprotocol: 'chat', extensions: null });
    expect(record.addresses).toEqual([{ address: '127.0.0.1', family: 4 }]);
    expect(record.remoteAddress).toBe(`127.0.0.1:${server.port}`);
    expect(record.response?.status).toBe(101);
    expect(record.checks.every((check) => check.verdict === 'kept')).toBe(true);
  });

  it('returns the record that its events make', async () => {
    const server = await serve(acceptUpgrade());
    const { events, record } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`));
    expect(events.reduce<HandshakeRecord | null>(recordHandshake, null)).toEqual(record);
  });

  it('times its steps in fractions of a millisecond, one after another', async () => {
    const server = await serve(acceptUpgrade());
    const { record } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`));
    const times = record.steps.flatMap(({ startMs, endMs }) => [startMs, endMs]);
    expect(times).toEqual(times.toSorted((left, right) => (left ?? 0) - (right ?? 0)));
    expect(times.some((time) => !Number.isInteger(time))).toBe(true);
    expect(record.endedMs).toBeGreaterThanOrEqual(times.at(-1) ?? Number.POSITIVE_INFINITY);
  });

  it('hands over what the server sent behind its 101', async () => {
    const server = await serve((socket) => {
      acceptUpgrade(['', '\u0081\u0002hi'])(socket);
    });
    const { result } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`));
    expect(result.kind === 'open' && result.head.toString('latin1')).toBe('\u0081\u0002hi\r\n\r\n');
  });

  it.each([
    ['not a URL', 'gateway', 'The gateway URL is not a URL.'],
    [
      'another scheme',
      'https://a.example.com/',
      'The gateway URL begins with https:, where ws: or wss: is needed.',
    ],
    [
      'a fragment',
      'ws://a.example.com/#x',
      'The gateway URL has a fragment (#), which a WebSocket URL may not have.',
    ],
  ])('fails without a packet: %s', async (_, url, sentence) => {
    const { record, failure } = await attemptTo(requestTo(url));
    expect(failure()).toMatchObject({
      step: 'request',
      code: 'request-invalid',
      message: `The request cannot be sent as it is. ${sentence}`,
    });
    expect(record.steps).toEqual([]);
  });

  it.each([
    [
      'a header that breaks the line',
      { headers: [{ name: 'X-Key', value: 's3cret\r\nX-Admin: 1' }] },
      'X-Key',
    ],
    ['a header name with a space', { headers: [{ name: 'X Key', value: 's3cret' }] }, 'header name'],
    [
      'a header that is ours',
      { headers: [{ name: 'sec-websocket-key', value: 's3cret' }] },
      'sec-websocket-key',
    ],
    ['an Origin that breaks the line', { origin: 's3cret\nX: 1' }, 'Origin'],
    [
      'a subprotocol that breaks the line',
      { subprotocols: ['chat', 's3cret\r\nX: 1'] },
      'Sec-WebSocket-Protocol',
    ],
    ['a subprotocol with a control character', { subprotocols: ['s3cret\0'] }, 'Sec-WebSocket-Protocol'],
    ['a subprotocol beyond Latin-1', { subprotocols: ['s3cret \u2028'] }, 'Sec-WebSocket-Protocol'],
  ])('fails without a packet and without its value: %s', async (_, wish, named) => {
    const server = await serve(acceptUpgrade());
    const { failure } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`, wish));
    expect(failure().code).toBe('request-invalid');
    expect(failure().message).toContain(named);
    expect(failure().message).not.toContain('s3cret');
    expect(server.sockets).toEqual([]);
  });

  it('sends subprotocols that are no tokens, or the same twice, for the server to judge', async () => {
    const server = await serve(acceptUpgrade());
    const subprotocols = ['chat room', 'c2VjcmV0=', 'chat', 'chat'];
    const { record } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`, { subprotocols }));
    expect(record.request?.headers).toContainEqual({
      name: 'Sec-WebSocket-Protocol',
      value: 'chat room, c2VjcmV0=, chat, chat',
    });
    expect(record.outcome?.kind).toBe('open');
  });

  it('does not dial what the policy forbids, and says why', async () => {
    const server = await serve(acceptUpgrade());
    const { failure, record } = await attemptTo(requestTo(`ws://localhost:${server.port}/`), {
      policy: ({ host, port, address }) => `${host}:${port} is at ${address}.`,
    });
    expect(failure()).toMatchObject({
      step: 'dns',
      code: 'target-forbidden',
      message: expect.stringMatching(
        new RegExp(
          `^The companion may not dial this address. localhost:${server.port} is at (127.0.0.1|::1).$`,
        ),
      ),
    });
    expect(record.steps.map(({ step }) => step)).toEqual(['dns']);
    expect(server.sockets).toEqual([]);
  });

  it('dials the addresses that the policy leaves', async () => {
    const server = await serve(acceptUpgrade());
    const { record } = await attemptTo(requestTo(`ws://localhost:${server.port}/`), {
      policy: ({ address }) => (address === '::1' ? 'Not this one.' : null),
    });
    expect(record.remoteAddress).toBe(`127.0.0.1:${server.port}`);
  });

  it('ends as cancelled before the first step when it was cancelled by then', async () => {
    const { record } = await attemptTo(requestTo('ws://127.0.0.1:1/'), { signal: AbortSignal.abort() });
    expect(record.outcome).toEqual({ kind: 'cancelled', step: null });
    expect(record.steps).toEqual([]);
  });
});
