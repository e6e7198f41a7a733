import { expect, test } from 'vitest';
import { createPayloadMasker, maskConnection } from './maskPayload.ts';

const SECRET = 'p@ss/w+rd "1"';

function masked(text: string, values: readonly string[] = [SECRET]): string | null {
  const bytes = createPayloadMasker(values)(new TextEncoder().encode(text));
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

test.each([
  ['plain', `key=${SECRET}, twice ${SECRET}`, 'key=•••, twice •••'],
  ['percent-encoded', `k=${encodeURIComponent(SECRET)}&x`, 'k=•••&x'],
  ['in JSON', JSON.stringify({ k: SECRET }), '{"k":"•••"}'],
  ['in hex', `<${Buffer.from(SECRET).toString('hex')}>`, '<•••>'],
  ['in base64', Buffer.from(`user:${SECRET}`).toString('base64'), 'dXNlcjp•••'],
])('masks a secret %s', (_where, text, expected) => {
  expect(masked(text)).toBe(expected);
});

test('masks a secret in bytes that are no text', () => {
  const payload = Uint8Array.of(0xff, ...new TextEncoder().encode('hunter22'), 0x00);
  expect(createPayloadMasker(['hunter22'])(payload)).toEqual(
    Uint8Array.of(0xff, ...new TextEncoder().encode('•••'), 0x00),
  );
});

test('masks the longer of two secrets that begin alike', () => {
  expect(masked('abcdef abcd', ['abcd', 'abcdef'])).toBe('••• •••');
});

test('leaves alone what has no secret, and does not look for what would be found everywhere', () => {
  expect(masked('nothing here')).toBeNull();
  expect(masked('a key', ['key', ''])).toBeNull();
});

test('masks a connection by name, by shape and by value', () => {
  const { record, url } = maskConnection(
    {
      startedAt: 0,
      url: 'ws://h/?note=hunter22',
      record: {
        madeBy: 'companion',
        url: 'ws://h/?subscription-key=1&mine=2&note=hunter22',
        startedAt: 0,
        steps: [],
        addresses: [],
        remoteAddress: null,
        proxy: null,
        tls: null,
        request: {
          requestLine: 'GET /?mine=2 HTTP/1.1',
          headers: [
            { name: 'Authorization', value: 'Bearer abc' },
            { name: 'X-Note', value: 'hunter22!' },
          ],
        },
        firstByteMs: null,
        response: null,
        checks: [],
        outcome: null,
        endedMs: null,
      },
    },
    { values: ['hunter22'], names: ['mine'] },
  );
  expect(url).toBe('ws://h/?note=•••');
  expect(record?.url).toBe('ws://h/?subscription-key=•••&mine=•••&note=•••');
  expect(record?.request).toEqual({
    requestLine: 'GET /?mine=••• HTTP/1.1',
    headers: [
      { name: 'Authorization', value: 'Bearer •••' },
      { name: 'X-Note', value: '•••!' },
    ],
  });
});
