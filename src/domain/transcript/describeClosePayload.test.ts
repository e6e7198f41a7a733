import { expect, test } from 'vitest';
import { describeClosePayload } from './describeClosePayload.ts';

test.each([
  [[], 1005, ''],
  [[0x03], 1005, ''],
  [[0x03, 0xe8], 1000, ''],
  [[0x03, 0xe9, 0x47, 0x6f], 1001, 'Go'],
  [[0x0f, 0xa0, 0xc3, 0xa9], 4000, 'é'],
])('reads %j', (payload, closeCode, reason) => {
  expect(describeClosePayload(Uint8Array.from(payload))).toEqual({ closeCode, reason });
});
