import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteNeedle } from './byteNeedle.ts';

it('finds what a plain search of text finds, within its bounds', () => {
  const text = (maxLength: number, minLength = 0) =>
    fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength, maxLength });
  fc.assert(
    fc.property(text(40), text(5, 1), fc.nat(40), fc.nat(40), (haystack, needle, start, end) => {
      const found = new ByteNeedle(new TextEncoder().encode(needle)).findIn(
        new TextEncoder().encode(haystack),
        start,
        Math.min(end, haystack.length),
      );
      const place = haystack.slice(start, end).indexOf(needle);
      expect(found).toBe(place === -1 ? -1 : start + place);
    }),
  );
});

it('finds a needle that is longer than a shift may be', () => {
  const needle = Uint8Array.from({ length: 1_000 }, (_, place) => (place * place) % 251);
  const haystack = new Uint8Array(5_000).fill(7);
  haystack.set(needle, 3_333);
  expect(new ByteNeedle(needle).findIn(haystack, 0, haystack.length)).toBe(3_333);
});
