import { describe, expect, test } from 'vitest';
import { slotOf, slotsFor } from './rowSlots.ts';

const DRAWN = { first: 100, count: 10, base: 90 };

describe('slotsFor', () => {
  test('are the same ones for the same rows', () => {
    expect(slotsFor(DRAWN, { first: 100, count: 10 })).toBe(DRAWN);
  });

  test.each([
    ['a row further down', { first: 101, count: 10 }],
    ['as far down as one row was there before', { first: 109, count: 10 }],
    ['as far up as one row was there before', { first: 91, count: 10 }],
    ['as many rows as a higher view has', { first: 100, count: 20 }],
  ])('go on counting for %s', (_, range) => {
    expect(slotsFor(DRAWN, range)).toEqual({ ...range, base: 90 });
  });

  test.each([
    ['below', { first: 110, count: 10 }],
    ['above', { first: 90, count: 10 }],
  ])('count anew for other rows %s', (_, range) => {
    expect(slotsFor(DRAWN, range)).toEqual({ ...range, base: range.first });
  });

  test('count anew before a row is too far from the first', () => {
    const drawn = { first: 100_090, count: 10, base: 90 };
    expect(slotsFor(drawn, { first: 100_091, count: 10 })).toEqual({
      first: 100_091,
      count: 10,
      base: 100_091,
    });
  });
});

describe('slotOf', () => {
  test('gives rows next to each other elements next to each other', () => {
    expect([90, 91, 99].map((row) => slotOf(DRAWN, row, 10))).toEqual([0, 1, 9]);
  });

  test('gives a row the element of the one that has left', () => {
    expect(slotOf(DRAWN, 100, 10)).toBe(0);
  });

  test('counts down from the first row too', () => {
    expect([89, 80, 79].map((row) => slotOf(DRAWN, row, 10))).toEqual([9, 0, 9]);
  });
});
