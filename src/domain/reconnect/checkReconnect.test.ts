import { expect, it } from 'vitest';
import { checkReconnect, DEFAULT_BACKOFF } from './checkReconnect.ts';

const BACKOFF = { kind: 'backoff', maxAttempts: 5, firstDelayMs: 1_000, maxDelayMs: 30_000 } as const;

it('finds nothing wrong where there is none, nor in what one begins with', () => {
  expect(checkReconnect({ kind: 'off' })).toEqual([]);
  expect(checkReconnect(DEFAULT_BACKOFF)).toEqual([]);
  expect(checkReconnect({ ...BACKOFF, maxAttempts: 1_000, firstDelayMs: 100, maxDelayMs: 100 })).toEqual([]);
});

it.each([
  [{ maxAttempts: 0 }, 'reconnectAttempts'],
  [{ maxAttempts: 1.5 }, 'reconnectAttempts'],
  [{ maxAttempts: 1_001 }, 'reconnectAttempts'],
  [{ firstDelayMs: 99 }, 'reconnectFirstDelay'],
  [{ firstDelayMs: Number.NaN }, 'reconnectFirstDelay'],
  [{ maxDelayMs: 3_600_001 }, 'reconnectMaxDelay'],
  [{ maxDelayMs: 999 }, 'reconnectMaxDelay'],
])('does not take %o, and says so at %s', (fields, option) => {
  expect(checkReconnect({ ...BACKOFF, ...fields }).map(({ at, fieldId }) => [at, fieldId])).toEqual([
    ['options', option],
  ]);
});
