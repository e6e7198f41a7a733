import { describe, expect, it } from 'vitest';
import { RateMeter } from './rateMeter.ts';

describe('RateMeter', () => {
  it('counts what happened in the last second', () => {
    const meter = new RateMeter();
    meter.add(3, 10_000);
    meter.add(4, 10_500);
    expect(meter.perSecond(10_900)).toBe(7);
    expect(meter.perSecond(11_000)).toBe(4);
    expect(meter.perSecond(11_500)).toBe(0);
  });

  it('forgets everything over a long pause', () => {
    const meter = new RateMeter();
    meter.add(1_000_000, 1_700_000_000_000);
    expect(meter.perSecond(1_700_000_060_000)).toBe(0);
  });

  it('takes a clock that goes back as one that stands still', () => {
    const meter = new RateMeter();
    meter.add(1, 10_000);
    meter.add(1, 9_000);
    expect(meter.perSecond(10_000)).toBe(2);
  });
});
