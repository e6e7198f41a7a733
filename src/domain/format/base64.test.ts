import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';

/** RFC 4648 section 10. */
const VECTORS = [
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
] as const;

describe('encodeBase64', () => {
  test.each(VECTORS)('of %j is %j', (text, base64) => {
    expect(encodeBase64(new TextEncoder().encode(text))).toBe(base64);
  });

  test('uses the standard alphabet', () => {
    expect(encodeBase64(Uint8Array.of(0xfb, 0xef, 0xff))).toBe('++//');
  });
});

describe('decodeBase64', () => {
  test.each(VECTORS)('gives %j back from %j', (text, base64) => {
    expect(decodeBase64(base64)).toEqual({ ok: true, bytes: new TextEncoder().encode(text) });
  });

  test.each([
    ['Zm9vYg', [0x66, 0x6f, 0x6f, 0x62]],
    ['++//', [0xfb, 0xef, 0xff]],
    ['--__', [0xfb, 0xef, 0xff]],
    [' Zm9v\r\n\tYg== ', [0x66, 0x6f, 0x6f, 0x62]],
  ])('reads %j', (base64, bytes) => {
    expect(decodeBase64(base64)).toEqual({ ok: true, bytes: Uint8Array.from(bytes) });
  });

  test.each([
    ['Zm9v!', '“!” at character 5 is no base64 digit.'],
    ['Zm\u00e9v', '“é” at character 3 is no base64 digit.'],
    ['🔑', '“🔑” at character 1 is no base64 digit.'],
    ['Zg==Zg==', '“Z” at character 5 stands behind the “=” that ends base64.'],
    ['Zm9vY', 'The base64 text is cut: its last digit stands alone, and one digit is less than a byte.'],
    ['Zg=', 'The base64 text ends in 1 × “=”, which does not fit its 2 digits.'],
    ['Zm9v====', 'The base64 text ends in 4 × “=”, which does not fit its 4 digits.'],
  ])('says what is wrong with %j', (base64, message) => {
    expect(decodeBase64(base64)).toEqual({ ok: false, message });
  });
});

test('any bytes come back from base64, padded or not, in either alphabet', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const base64 = encodeBase64(bytes);
      const base64url = base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
      const decoded = { ok: true, bytes: Uint8Array.from(bytes) };
      expect(decodeBase64(base64)).toEqual(decoded);
      expect(decodeBase64(base64url)).toEqual(decoded);
    }),
  );
});

test('agrees with the platform', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }),
  );
});
