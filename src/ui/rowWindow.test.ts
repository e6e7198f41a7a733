import { describe, expect, it } from 'vitest';
import {
  isAtTail,
  isScaled,
  isScrollbarAstray,
  MAX_SPACER_PX,
  maxPosition,
  positionShowing,
  rowsInSight,
  rowsPerView,
  scrollRows,
  scrollTopOf,
  spacerHeight,
} from './rowWindow.ts';

const FEW = { rowCount: 5, rowHeight: 24, viewHeight: 480 };
const THOUSAND = { rowCount: 1_000, rowHeight: 24, viewHeight: 480 };
const TEN_MILLION = { rowCount: 10_000_000, rowHeight: 24, viewHeight: 480 };

describe('the spacer', () => {
  it('is as high as all rows together', () => {
    expect(spacerHeight(THOUSAND)).toBe(24_000);
    expect(isScaled(THOUSAND)).toBe(false);
  });

  it('never passes what the browsers can lay out', () => {
    expect(spacerHeight(TEN_MILLION)).toBe(MAX_SPACER_PX);
    expect(MAX_SPACER_PX).toBeLessThan(17_800_000);
    expect(isScaled(TEN_MILLION)).toBe(true);
  });
});

describe('rows in sight', () => {
  it('are all rows when they fit', () => {
    expect(rowsInSight(0, FEW)).toEqual({ first: 0, count: 5 });
    expect(maxPosition(FEW)).toBe(0);
  });

  it('are none in an empty list', () => {
    expect(rowsInSight(0, { rowCount: 0, rowHeight: 24, viewHeight: 480 })).toEqual({ first: 0, count: 0 });
  });

  it.each([
    [0, { first: 0, count: 28 }],
    [24, { first: 0, count: 29 }],
    [2_400, { first: 92, count: 36 }],
    [2_412, { first: 92, count: 37 }],
    [23_520, { first: 972, count: 28 }],
  ])('at position %d of a thousand are %o', (position, range) => {
    expect(rowsInSight(position, THOUSAND)).toEqual(range);
  });

  it('are never more than the view may need', () => {
    expect(rowsPerView(FEW)).toBe(37);
  });
});

describe('scrolling', () => {
  it('moves the position as far as the scrollbar while the spacer is as high as the rows', () => {
    const from = { scrollTop: 0, position: 0 };
    expect(scrollRows(from, 100, THOUSAND)).toBe(100);
    expect(scrollRows(from, 20_000, THOUSAND)).toBe(20_000);
    expect(scrollTopOf(20_000, THOUSAND)).toBe(20_000);
  });

  it('stays within the list when the view bounces past its ends', () => {
    const from = { scrollTop: 0, position: 0 };
    expect(scrollRows(from, -30, THOUSAND)).toBe(0);
    expect(scrollRows(from, 99_999, THOUSAND)).toBe(23_520);
  });

  it('moves a list of ten million rows by the pixels of the wheel', () => {
    const from = { scrollTop: 8_000_000, position: 120_000_000 };
    expect(scrollRows(from, 8_000_120, TEN_MILLION)).toBe(120_000_120);
    expect(scrollRows(from, 7_999_880, TEN_MILLION)).toBe(119_999_880);
  });

  it('goes to the same fraction of ten million rows when the scrollbar is dragged', () => {
    const from = { scrollTop: 0, position: 0 };
    const half = (MAX_SPACER_PX - 480) / 2;
    expect(scrollRows(from, half, TEN_MILLION)).toBe((240_000_000 - 480) / 2);
  });

  it('reaches the first and the last of ten million rows', () => {
    const middle = { scrollTop: 8_000_000, position: 120_000_000 };
    expect(scrollRows(middle, 0, TEN_MILLION)).toBe(0);
    const end = scrollRows(middle, MAX_SPACER_PX - 480, TEN_MILLION);
    expect(end).toBe(240_000_000 - 480);
    expect(rowsInSight(end, TEN_MILLION)).toEqual({ first: 9_999_972, count: 28 });
  });

  it('skips no row when the wheel meets the end of a scaled scrollbar before the last row', () => {
    const nearEnd = { scrollTop: MAX_SPACER_PX - 500, position: 239_000_000 };
    expect(scrollRows(nearEnd, MAX_SPACER_PX - 480, TEN_MILLION)).toBe(239_000_020);
  });
});

describe('the scrollbar of ten million rows', () => {
  it('stands at the same fraction as the position', () => {
    expect(scrollTopOf(120_000_000 - 240, TEN_MILLION)).toBe(8_000_000 - 240);
  });

  it('stands at its ends only at the ends of the list', () => {
    expect(scrollTopOf(0, TEN_MILLION)).toBe(0);
    expect(scrollTopOf(100, TEN_MILLION)).toBe(100);
    expect(scrollTopOf(5_000, TEN_MILLION)).toBe(960);
    expect(scrollTopOf(240_000_000 - 480, TEN_MILLION)).toBe(MAX_SPACER_PX - 480);
    expect(scrollTopOf(240_000_000 - 580, TEN_MILLION)).toBe(MAX_SPACER_PX - 580);
  });

  it('is left alone while it is about where it should be', () => {
    const scroll = { scrollTop: 8_000_000, position: 120_000_000 };
    expect(isScrollbarAstray(scroll, TEN_MILLION)).toBe(false);
    expect(isScrollbarAstray({ ...scroll, scrollTop: 8_010_000 }, TEN_MILLION)).toBe(true);
  });

  it('is put right before it meets an end that the list has not reached', () => {
    expect(isScrollbarAstray({ scrollTop: 100, position: 4_000 }, TEN_MILLION)).toBe(true);
    expect(isScrollbarAstray({ scrollTop: 100, position: 100 }, TEN_MILLION)).toBe(false);
    expect(isScrollbarAstray({ scrollTop: MAX_SPACER_PX - 500, position: 239_990_000 }, TEN_MILLION)).toBe(
      true,
    );
  });

  it('is never put right where it is as long as the rows', () => {
    expect(isScrollbarAstray({ scrollTop: 0, position: 5_000 }, THOUSAND)).toBe(false);
  });
});

describe('the tail', () => {
  it('is the last position, give or take what zooming rounds off', () => {
    expect(isAtTail(23_520, THOUSAND)).toBe(true);
    expect(isAtTail(23_518.5, THOUSAND)).toBe(true);
    expect(isAtTail(23_517, THOUSAND)).toBe(false);
  });

  it('is in sight whenever all rows fit', () => {
    expect(isAtTail(0, FEW)).toBe(true);
  });
});

describe('showing a row', () => {
  it('leaves the position alone when the row is in sight', () => {
    expect(positionShowing(10, 120, THOUSAND)).toBe(120);
  });

  it('goes up to a row above and down to a row below, no further than needed', () => {
    expect(positionShowing(4, 120, THOUSAND)).toBe(96);
    expect(positionShowing(30, 120, THOUSAND)).toBe(264);
  });

  it('reaches both ends', () => {
    expect(positionShowing(0, 5_000, THOUSAND)).toBe(0);
    expect(positionShowing(999, 0, THOUSAND)).toBe(23_520);
  });
});
