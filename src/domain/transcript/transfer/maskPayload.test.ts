import { expect, test } from 'vitest';
import { createPayloadMasker } from './maskPayload.ts';

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

test('masks a secret in the bytes that a header has for it', () => {
  const payload = Uint8Array.from('X: caf\xe9!', (character) => character.charCodeAt(0));
  expect(new TextDecoder().decode(createPayloadMasker(['caf\xe9'])(payload) ?? undefined)).toBe('X: •••!');
});
