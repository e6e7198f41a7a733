import { describe, expect, it } from 'vitest';
import { logAnnouncing } from './logAnnouncing.ts';

describe('logAnnouncing', () => {
  it.each([
    [0, true, 'polite'],
    [3, true, 'polite'],
    [4, true, 'off'],
    [0, false, 'off'],
  ] as const)('at %d messages a second, following %s, is %s', (rate, isFollowing, live) => {
    expect(logAnnouncing(rate, isFollowing)).toBe(live);
  });
});
