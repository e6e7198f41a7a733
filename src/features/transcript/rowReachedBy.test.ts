import { describe, expect, it } from 'vitest';
import { rowReachedBy } from './rowReachedBy.ts';

const PLACES = { current: 50, firstInView: 40, rowsInView: 20, rowCount: 100 };

describe('rowReachedBy', () => {
  it.each([
    ['ArrowUp', 49],
    ['ArrowDown', 51],
    ['PageUp', 30],
    ['PageDown', 70],
    ['Home', 0],
    ['End', 99],
  ])('%s moves from row 50 of 100 to row %d', (key, index) => {
    expect(rowReachedBy(key, PLACES)).toBe(index);
  });

  it('stops at the first and the last row', () => {
    expect(rowReachedBy('ArrowUp', { ...PLACES, current: 0 })).toBe(0);
    expect(rowReachedBy('PageUp', { ...PLACES, current: 5 })).toBe(0);
    expect(rowReachedBy('ArrowDown', { ...PLACES, current: 99 })).toBe(99);
    expect(rowReachedBy('PageDown', { ...PLACES, current: 95 })).toBe(99);
  });

  it('begins with a row in sight when none is selected', () => {
    expect(rowReachedBy('ArrowUp', { ...PLACES, current: null })).toBe(59);
    expect(rowReachedBy('ArrowDown', { ...PLACES, current: null })).toBe(40);
  });

  it('begins with the last row when the view is taller than the log', () => {
    const short = { current: null, firstInView: 0, rowsInView: 20, rowCount: 3 };
    expect(rowReachedBy('ArrowUp', short)).toBe(2);
  });

  it('moves nothing for any other key, nor in an empty log', () => {
    expect(rowReachedBy('a', PLACES)).toBeNull();
    expect(rowReachedBy('End', { ...PLACES, current: null, rowCount: 0 })).toBeNull();
  });
});
