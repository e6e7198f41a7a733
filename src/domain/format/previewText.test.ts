import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { previewHex } from './previewHex.ts';
import { previewText } from './previewText.ts';

describe('previewText', () => {
  test.each([
    ['', 5, '', false],
    ['hello', 5, 'hello', false],
    ['hello!', 5, 'hello', true],
    ['héllo', 3, 'hél', true],
    ['🔑🔑🔑', 2, '🔑🔑', true],
    ['🔑🔑', 2, '🔑🔑', false],
    ['{\n\t"a":\r\n1}', 20, '{␊␉"a":␍␊1}', false],
    ['a\0b\x1b[0m\x7f', 20, 'a␀b␛[0m␡', false],
    ['\u0085', 20, '‹U+0085›', false],
    ['ab\u202edc', 20, 'ab‹U+202E›dc', false],
    ['\ufeff{}', 20, '‹U+FEFF›{}', false],
    ['a\u2028b', 20, 'a‹U+2028›b', false],
    ['👩\u200d💻', 20, '👩\u200d💻', false],
  ])('of %j, %d characters', (payload, maxCharacters, text, isCut) => {
    expect(previewText(new TextEncoder().encode(payload), maxCharacters)).toEqual({ text, isCut });
  });

  test('shows bytes that are not UTF-8 as replacement characters', () => {
    expect(previewText(Uint8Array.of(0x61, 0xff, 0xc3), 9)).toEqual({ text: 'a\ufffd\ufffd', isCut: false });
  });

  test('never cuts a character and never loses one', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, fc.nat(12), (payload, maxCharacters) => {
        const characters = Array.from(payload);
        const preview = previewText(new TextEncoder().encode(payload), maxCharacters);
        expect(preview.isCut).toBe(characters.length > maxCharacters);
        expect(preview.text).toBe(
          previewText(new TextEncoder().encode(characters.slice(0, maxCharacters).join('')), 1000).text,
        );
      }),
    );
  });
});

describe('previewHex', () => {
  test.each([
    [[], 2, '', false],
    [[0x00, 0xff], 2, '00 ff', false],
    [[0x00, 0xff, 0x10], 2, '00 ff', true],
  ])('of %j, %d bytes', (bytes, maxBytes, text, isCut) => {
    expect(previewHex(Uint8Array.from(bytes), maxBytes)).toEqual({ text, isCut });
  });
});
