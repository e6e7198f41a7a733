import { describe, expect, test } from 'vitest';
import { createLocalClock } from './localClock.ts';

const HOUR_MS = 3_600_000;
/** Central European Time ends at 01:00 UTC on 25 October 2026. */
const CHANGE = Date.UTC(2026, 9, 25, 1);

describe('createLocalClock', () => {
  test('tells local time before and after the clocks change', () => {
    const clock = createLocalClock((time) => (time < CHANGE ? -120 : -60));
    expect(clock.timeOfDay(CHANGE - 1)).toBe(3 * HOUR_MS - 1);
    expect(clock.timeOfDay(CHANGE)).toBe(2 * HOUR_MS);
    expect(clock.dateOf(CHANGE)).toBe(Date.UTC(2026, 9, 25, 2));
    expect(clock.timeOfDay(CHANGE - 2 * HOUR_MS - 1)).toBe(HOUR_MS - 1);
  });

  test('goes round at local midnight', () => {
    const clock = createLocalClock(() => 300);
    expect(clock.timeOfDay(Date.UTC(2026, 10, 22, 5))).toBe(0);
    expect(clock.timeOfDay(Date.UTC(2026, 10, 22, 4, 59, 59, 999))).toBe(24 * HOUR_MS - 1);
  });
});
