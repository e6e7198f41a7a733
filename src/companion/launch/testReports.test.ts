import { describe, expect, it } from 'vitest';
import { e2eTotals, unitTotals } from './testReports.mjs';

describe('unitTotals', () => {
  it('reads Vitest’s report', () => {
    expect(unitTotals({ numTotalTests: 12, numPassedTests: 9, numFailedTests: 3 })).toEqual({
      passed: 9,
      failed: 3,
    });
  });

  it('is nothing when there is no report', () => {
    expect(unitTotals(null)).toEqual({ passed: 0, failed: 0 });
  });
});

describe('e2eTotals', () => {
  it('reads Playwright’s report, and calls flaky failed', () => {
    const stats = { expected: 20, unexpected: 2, flaky: 1, skipped: 0 };
    expect(e2eTotals({ stats })).toEqual({ passed: 20, failed: 3 });
  });
});
