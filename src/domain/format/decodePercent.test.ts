import { expect, it } from 'vitest';
import { decodePercent } from './decodePercent.ts';

it.each([
  ['caf%C3%A9%20au+lait', 'café au+lait'],
  ['100%', '100%'],
  ['caf%E9', 'caf%E9'],
])('reads %s as %s', (text, decoded) => {
  expect(decodePercent(text)).toBe(decoded);
});
