import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileNeedle } from './compileNeedle.ts';

describe('compileNeedle', () => {
  test.each([
    ['', '', true],
    ['', 'abc', true],
    ['a', '', false],
    ['abc', 'abc', true],
    ['abc', 'xxabc', true],
    ['abc', 'abx abc', true],
    ['abc', 'ab', false],
    ['ABC', 'xabcx', true],
    ['abc', 'xABCx', true],
    ['aab', 'aaaab', true],
    ['abab', 'abaabab', true],
    ['[', '{', false],
    ['@', '`', false],
    ['é', 'café', true],
    ['É', 'café', false],
    ['🔑', 'a 🔑', true],
    ['\r\n', 'a\r\nb', true],
  ])('%j in %j: %s', (needle, haystack, expected) => {
    const bytes = encode(haystack);
    expect(compileNeedle(needle)(bytes, 0, bytes.length)).toBe(expected);
  });

  test('looks from start up to end only', () => {
    const bytes = encode('xabcx');
    const matches = compileNeedle('abc');
    expect(matches(bytes, 1, 4)).toBe(true);
    expect(matches(bytes, 2, 5)).toBe(false);
    expect(matches(bytes, 0, 3)).toBe(false);
    expect(matches(bytes, 4, 4)).toBe(false);
  });

  test('finds what a naive search finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'B', 'é', '1'), maxLength: 30 });
    const needle = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'é'), maxLength: 4 });
    fc.assert(
      fc.property(needle, text, (needle, text) => {
        const bytes = encode(text);
        expect(compileNeedle(needle)(bytes, 0, bytes.length)).toBe(fold(text).includes(fold(needle)));
      }),
      { numRuns: 5000 },
    );
  });
});

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function fold(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
