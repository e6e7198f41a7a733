import { expect, it } from 'vitest';
import { cleanSeconds, formatSeconds, parseSeconds } from './seconds.ts';

it.each([
  [30_000, '30'],
  [500, '0.5'],
  [1_250, '1.25'],
  [0, '0'],
])('%i ms are %s s, and back', (ms, text) => {
  expect(formatSeconds(ms)).toBe(text);
  expect(parseSeconds(text)).toBe(ms);
});

it.each([
  ['', 0],
  ['.', 0],
  ['1.2.3', 0],
  ['0.', 0],
  ['.5', 500],
  ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
])('reads “%s” as %i ms', (text, ms) => {
  expect(parseSeconds(text)).toBe(ms);
});

it('takes a comma for a point, and drops what is no digit', () => {
  expect(cleanSeconds('1,5 s')).toBe('1.5');
});
