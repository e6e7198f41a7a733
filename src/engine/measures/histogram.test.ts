import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Histogram } from './histogram.ts';

function distributionOf(values: readonly number[]) {
  const histogram = new Histogram();
  for (const value of values) histogram.add(value);
  return histogram.read();
}

describe('a histogram', () => {
  it.each([
    { values: [], expected: { count: 0, p50: 0, p90: 0, p99: 0, max: 0 } },
    { values: [200], expected: { count: 1, p50: 200, p90: 200, p99: 200, max: 200 } },
    { values: [0, 0, 0, 7], expected: { count: 4, p50: 0, p90: 7, p99: 7, max: 7 } },
    { values: [0.25, 0.5, 1, 64], expected: { count: 4, p50: 0.5, p90: 64, p99: 64, max: 64 } },
    { values: [1_000_000], expected: { count: 1, p50: 999_424, p90: 999_424, p99: 999_424, max: 1_000_000 } },
    { values: [-5, 3], expected: { count: 2, p50: 0, p90: 3, p99: 3, max: 3 } },
    {
      values: [1e-9, 2 ** 40],
      expected: { count: 2, p50: 0, p90: 17_112_760_320, p99: 17_112_760_320, max: 2 ** 40 },
    },
  ])('of $values', ({ values, expected }) => {
    expect(distributionOf(values)).toEqual(expected);
  });

  it('is at most 1/128 below the true percentile, and never above', () => {
    const value = fc.double({ min: 0.001, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const { p50, p90, p99, max } = distributionOf(values);
        for (const [part, measured] of [
          [0.5, p50],
          [0.9, p90],
          [0.99, p99],
        ] as const) {
          const exact = sorted[Math.ceil(part * sorted.length) - 1] ?? 0;
          // Kept in single precision, which rounds in the eighth digit.
          expect(measured).toBeLessThanOrEqual(exact * (1 + 1e-7));
          expect(measured).toBeGreaterThanOrEqual(exact * (1 - 1 / 128));
        }
        expect(max).toBe(sorted.at(-1));
      }),
    );
  });
});
