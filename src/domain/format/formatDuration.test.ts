import { expect, test } from 'vitest';
import { formatDuration } from './formatDuration.ts';

test.each([
  [0, '0 ms'],
  [0.04, '0 ms'],
  [0.4, '0.4 ms'],
  [2, '2 ms'],
  [9.94, '9.9 ms'],
  [9.95, '10 ms'],
  [34.4, '34 ms'],
  [999.4, '999 ms'],
  [999.5, '1 s'],
  [1234, '1.2 s'],
  [59_949, '59.9 s'],
  [59_950, '1 min'],
  [201_000, '3 min 21 s'],
  [604_499, '10 min 4 s'],
  [3_599_500, '1 h'],
  [7_200_000, '2 h'],
  [7_519_000, '2 h 5 min'],
  [90_061_000, '1 d 1 h'],
  [-17, '-17 ms'],
])('writes %d ms as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
