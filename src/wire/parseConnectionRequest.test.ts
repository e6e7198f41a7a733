import { describe, expect, expectTypeOf, it } from 'vitest';
import { DEFAULT_CONNECT_OPTIONS, type ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { InferOutput } from 'valibot';
import {
  MAX_HEADERS,
  MAX_LIMIT_MS,
  MAX_URL_LENGTH,
  type ConnectionRequestSchema,
} from './connectionRequestSchema.ts';
import { parseConnectionRequest } from './parseConnectionRequest.ts';
import type { Mutable } from './testing/mutable.ts';

const REQUEST: ConnectionRequest = {
  transport: 'companion',
  url: 'wss://gateway.example.com/chat?key=s3cret',
  headers: [{ name: 'X-Api-Key', value: 's3cret' }],
  origin: 'https://app.example.com',
  subprotocols: ['json.webpubsub.azure.v1'],
  maxFrameBytes: 32_768,
  options: DEFAULT_CONNECT_OPTIONS,
};

function problemOf(input: unknown): string | null {
  const parsed = parseConnectionRequest(input);
  return parsed.ok ? null : parsed.message;
}

describe('parseConnectionRequest', () => {
  it('has the type of the domain', () => {
    expectTypeOf<InferOutput<typeof ConnectionRequestSchema>>().toEqualTypeOf<Mutable<ConnectionRequest>>();
  });

  it('reads a request', () => {
    expect(parseConnectionRequest(REQUEST)).toEqual({ ok: true, value: REQUEST });
  });

  it('drops what it does not know', () => {
    expect(parseConnectionRequest({ ...REQUEST, followsRedirects: true })).toEqual({
      ok: true,
      value: REQUEST,
    });
  });

  it.each([
    ['no object', 'dial', 'The message: expected Object.'],
    ['a missing field', { ...REQUEST, origin: undefined }, 'origin: expected string.'],
    [
      'an unknown transport',
      { ...REQUEST, transport: 'pigeon' },
      'transport: expected ("companion" | "browser").',
    ],
    [
      'an unknown proxy choice',
      withOptions({ proxy: { kind: 'socks' } }),
      'options.proxy.kind: expected ("environment" | "none" | "url").',
    ],
    [
      'a URL that is too long',
      { ...REQUEST, url: 'x'.repeat(MAX_URL_LENGTH + 1) },
      'url: longer than 65536 characters.',
    ],
    [
      'too many headers',
      { ...REQUEST, headers: Array.from({ length: MAX_HEADERS + 1 }, () => ({ name: 'a', value: 'b' })) },
      'headers: more than 500 headers.',
    ],
    [
      'frames of one byte',
      { ...REQUEST, maxFrameBytes: 1 },
      'maxFrameBytes: frames are not cut shorter than 1024 bytes.',
    ],
    ['a limit of nothing', withLimits({ dnsMs: 0 }), 'options.limits.dnsMs: a limit is at least 1 ms.'],
    [
      'a limit of a day',
      withLimits({ answerMs: MAX_LIMIT_MS + 1 }),
      'options.limits.answerMs: a limit is at most 600000 ms.',
    ],
    [
      'a limit that is no number',
      withLimits({ tcpMs: Number.NaN }),
      'options.limits.tcpMs: expected number.',
    ],
  ])('says where it is wrong: %s', (_, input, message) => {
    expect(problemOf(input)).toBe(message);
  });

  it('never quotes a value', () => {
    const input = { ...REQUEST, headers: [{ name: 'X-Api-Key', value: { s3cret: 's3cret' } }] };
    expect(problemOf(input)).toBe('headers.0.value: expected string.');
  });
});

function withOptions(options: object): unknown {
  return { ...REQUEST, options: { ...REQUEST.options, ...options } };
}

function withLimits(limits: object): unknown {
  return withOptions({ limits: { ...REQUEST.options.limits, ...limits } });
}
