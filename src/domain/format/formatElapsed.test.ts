import { expect, test } from 'vitest';
import { formatElapsed } from './formatElapsed.ts';

test.each([
  [-5, '00:00:00'],
  [0, '00:00:00'],
  [999, '00:00:00'],
  [201_000, '00:03:21'],
  [86_399_999, '23:59:59'],
  [360_000_000, '100:00:00'],
])('shows %d ms as %s', (ms, text) => {
  expect(formatElapsed(ms)).toBe(text);
});
