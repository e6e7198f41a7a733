import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBatchEnds } from './batchEnds.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('createBatchEnds', () => {
  it('ends a batch at once after a quiet time', () => {
    const onBatchEnd = vi.fn<() => void>();
    const ends = createBatchEnds(onBatchEnd, Date.now);
    ends.note(Date.now());
    expect(onBatchEnd).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(4);
    ends.note(Date.now());
    expect(onBatchEnd).toHaveBeenCalledTimes(2);
  });

  it('ends a stream of messages every few milliseconds, the last one included', () => {
    const onBatchEnd = vi.fn<() => void>();
    const ends = createBatchEnds(onBatchEnd, Date.now);
    for (let step = 0; step < 100; step += 1) {
      ends.note(Date.now());
      vi.advanceTimersByTime(0.5);
    }
    // The first at once, then one for every four milliseconds in which messages came.
    expect(onBatchEnd.mock.calls.length).toBe(13);
    vi.advanceTimersByTime(4);
    expect(onBatchEnd.mock.calls.length).toBe(14);
    vi.advanceTimersByTime(100);
    expect(onBatchEnd.mock.calls.length).toBe(14);
  });

  it('ends at a flush what has not been ended, and nothing twice', () => {
    const onBatchEnd = vi.fn<() => void>();
    const ends = createBatchEnds(onBatchEnd, Date.now);
    ends.note(Date.now());
    ends.flush();
    expect(onBatchEnd).toHaveBeenCalledTimes(1);
    ends.note(Date.now());
    ends.flush();
    expect(onBatchEnd).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(100);
    expect(onBatchEnd).toHaveBeenCalledTimes(2);
  });

  it('ends nothing once it is stopped', () => {
    const onBatchEnd = vi.fn<() => void>();
    const ends = createBatchEnds(onBatchEnd, Date.now);
    ends.note(Date.now());
    ends.note(Date.now());
    ends.stop();
    vi.advanceTimersByTime(100);
    expect(onBatchEnd).toHaveBeenCalledTimes(1);
  });
});
