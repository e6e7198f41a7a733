import { describe, expect, it } from 'vitest';
import { reconnectDelay } from './reconnectDelay.ts';

const POLICY = { firstDelayMs: 1_000, maxDelayMs: 30_000 };

describe('the wait before an attempt to reconnect', () => {
  it.each([
    [1, 0, 500],
    [1, 0.5, 750],
    [2, 0, 1_000],
    [3, 0, 2_000],
    [5, 0.5, 12_000],
    [6, 0, 15_000],
    [7, 0.5, 22_500],
    // 2 to the power of it is no number any more.
    [2_000, 0.999, 29_985],
  ])('of number %i, with chance %f, is %i ms', (attempt, random, delayMs) => {
    expect(reconnectDelay(attempt, POLICY, random)).toBe(delayMs);
  });
});
