import { expect, test } from 'vitest';
import { formatBytes } from './formatBytes.ts';

test.each([
  [0, '0 B'],
  [1, '1 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [1234, '1.2 kB'],
  [99_949, '99.9 kB'],
  [99_950, '100 kB'],
  [131_072, '131 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [67_108_864, '67.1 MB'],
  [1.5e12, '1.5 TB'],
  [2e16, '20000 TB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
