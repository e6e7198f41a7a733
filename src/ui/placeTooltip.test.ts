import { expect, test } from 'vitest';
import { placeTooltip } from './placeTooltip.ts';

const page = { width: 400, height: 300 };
const bubble = { width: 100, height: 20 };

test('a tooltip stands above the middle of what it names', () => {
  expect(placeTooltip({ left: 180, top: 100, width: 24, height: 24 }, bubble, page)).toEqual({
    left: 142,
    top: 76,
  });
});

test('it flips below at the upper edge of the window', () => {
  expect(placeTooltip({ left: 180, top: 10, width: 24, height: 24 }, bubble, page)).toEqual({
    left: 142,
    top: 38,
  });
});

test('it stays above where there is room neither above nor below', () => {
  expect(placeTooltip({ left: 180, top: 20, width: 24, height: 260 }, bubble, page).top).toBe(-4);
});

test('it keeps off both sides of the window', () => {
  expect(placeTooltip({ left: 4, top: 100, width: 24, height: 24 }, bubble, page).left).toBe(8);
  expect(placeTooltip({ left: 370, top: 100, width: 24, height: 24 }, bubble, page).left).toBe(292);
});

test('one that is wider than the window begins at its left side', () => {
  expect(
    placeTooltip({ left: 0, top: 100, width: 24, height: 24 }, { width: 500, height: 20 }, page).left,
  ).toBe(8);
});
