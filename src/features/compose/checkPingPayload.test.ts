import { expect, it } from 'vitest';
import { checkPingPayload } from './checkPingPayload.ts';

it('accepts nothing and up to 125 bytes', () => {
  expect(checkPingPayload(new Uint8Array(0))).toBeNull();
  expect(checkPingPayload(new Uint8Array(125))).toBeNull();
});

it('says how much too long a payload is', () => {
  expect(checkPingPayload(new Uint8Array(126))).toBe('A ping carries at most 125 bytes; this is 126.');
});
