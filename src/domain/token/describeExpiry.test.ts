import { expect, it } from 'vitest';
import { describeExpiry } from './describeExpiry.ts';

it.each([
  [1_700_000_000_000, 1_699_996_400_400, 'Expires 2023-11-14 22:13:20 UTC, 1 h from now.'],
  [1_700_000_000_000, 1_700_000_065_000, 'Expired 2023-11-14 22:13:20 UTC, 1 min 5 s ago.'],
  [null, 0, 'Nothing says when it expires.'],
])('a token that ends at %s, seen at %i: %s', (expiresAt, now, text) => {
  expect(describeExpiry(expiresAt, now)).toBe(text);
});
