import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHex } from './parseHex.ts';

describe('parseHex', () => {
  test.each([
    ['', []],
    [' \n', []],
    ['48656C6c', [0x48, 0x65, 0x6c, 0x6c]],
    ['48 65\n6c\t6c', [0x48, 0x65, 0x6c, 0x6c]],
    ['0x48, 0x65,0X6C', [0x48, 0x65, 0x6c]],
    ['0x48656c', [0x48, 0x65, 0x6c]],
    ['00 0x00 ff', [0x00, 0x00, 0xff]],
  ])('reads %j', (text, bytes) => {
    expect(parseHex(text)).toEqual({ ok: true, bytes: Uint8Array.from(bytes) });
  });

  test.each([
    ['486', '“6” at character 3 stands alone: a byte takes two hex digits.'],
    ['4 8', '“4” at character 1 stands alone: a byte takes two hex digits.'],
    ['48 6g', '“g” at character 5 is no hex digit.'],
    ['xyz', '“x” at character 1 is no hex digit.'],
    ['48 🔑', '“🔑” at character 4 is no hex digit.'],
    ['🔑', '“🔑” at character 1 is no hex digit.'],
    ['0x', 'The text ends after “0x”: a byte takes two hex digits.'],
    ['48 0x 65', 'A space at character 6 is no hex digit.'],
  ])('says what is wrong with %j', (text, message) => {
    expect(parseHex(text)).toEqual({ ok: false, message });
  });

  test('gives any bytes back, with and without separators', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom('', ' ', ', 0x', '\n'), (bytes, separator) => {
        const text = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(separator);
        expect(parseHex(text)).toEqual({ ok: true, bytes: Uint8Array.from(bytes) });
      }),
    );
  });
});
