import { expect, test } from 'vitest';
import { formatCount } from './formatCount.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [4031, '4,031'],
  [1234567, '1,234,567'],
  [-4031, '-4,031'],
  [1234.9, '1,234'],
])('writes %d as %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});
