import { describe, expect, it } from 'vitest';
import { createOneTimeCodes } from './oneTimeCodes.ts';

describe('oneTimeCodes', () => {
  it('are good once', () => {
    const codes = createOneTimeCodes(() => 0);
    const [first, second] = [codes.issue(), codes.issue()];
    expect(codes.redeem('')).toBe(false);
    expect(codes.redeem(second)).toBe(true);
    expect(codes.redeem(second)).toBe(false);
    expect(codes.redeem(first)).toBe(true);
  });

  it('are good for a minute', () => {
    let time = 1_000;
    const codes = createOneTimeCodes(() => time);
    const [first, second] = [codes.issue(), codes.issue()];
    time = 60_999;
    expect(codes.redeem(first)).toBe(true);
    time = 61_000;
    expect(codes.redeem(second)).toBe(false);
  });
});
