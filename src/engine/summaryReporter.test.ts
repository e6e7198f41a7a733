import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_SUMMARY } from '#domain/transcript/entry.ts';
import { createSummaryReporter } from './summaryReporter.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const reports: number[] = [];
  const state = { total: 0, ratePerSecond: 0 };
  let bytes = 0;
  const reporter = createSummaryReporter({
    read: () => ({ ...EMPTY_SUMMARY, ...state }),
    report: (summary) => reports.push(summary.total),
    arrivedBytes: () => bytes,
    now: () => Date.now(),
  });
  return {
    reports,
    state,
    reporter,
    append: (byteLength = 1) => {
      state.total += 1;
      bytes += byteLength;
      reporter.changed();
    },
  };
}

describe('createSummaryReporter', () => {
  it('reports a change at once after a quiet time', () => {
    const { reports, append } = start();
    append();
    expect(reports).toEqual([1]);
    vi.advanceTimersByTime(100);
    append();
    expect(reports).toEqual([1, 2]);
  });

  it('reports a busy time ten times a second, the last change included', () => {
    const { reports, append } = start();
    for (let step = 0; step < 200; step += 1) {
      append();
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(1_000);
    expect(reports).toEqual([1, 100, 200]);
  });

  it('reports four times a second from 5,000 entries a second on', () => {
    const { reports, state, append } = start();
    state.ratePerSecond = 5_000;
    for (let step = 0; step < 501; step += 1) {
      append();
      vi.advanceTimersByTime(1);
    }
    expect(reports).toEqual([1, 250, 500]);
  });

  it.each([
    ['four', 'from 8 MiB a second on', 9_000, [1, 100, 350]],
    ['ten', 'below that', 8_000, [1, 100, 200, 300, 400]],
  ])('reports %s times a second %s, however few entries that are', (_, _rate, byteLength, expected) => {
    const { reports, append } = start();
    for (let step = 0; step < 400; step += 1) {
      append(byteLength);
      vi.advanceTimersByTime(1);
    }
    expect(reports).toEqual(expected);
  });

  it('reports the end of a flood once nothing has come for 50 ms', () => {
    const { reports, state, append } = start();
    state.ratePerSecond = 5_000;
    for (let step = 0; step < 120; step += 1) {
      append();
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(79);
    expect(reports).toEqual([1]);
    vi.advanceTimersByTime(1);
    expect(reports).toEqual([1, 120]);
  });

  it('goes on until the rate has come down to nothing', () => {
    const { reports, state, append } = start();
    state.ratePerSecond = 5;
    append();
    vi.advanceTimersByTime(200);
    expect(reports).toEqual([1, 1, 1]);
    state.ratePerSecond = 0;
    vi.advanceTimersByTime(1_000);
    expect(reports).toEqual([1, 1, 1, 1]);
  });

  it('reports nothing once it is stopped', () => {
    const { reports, append, reporter } = start();
    append();
    append();
    reporter.stop();
    vi.advanceTimersByTime(1_000);
    expect(reports).toEqual([1]);
  });
});
