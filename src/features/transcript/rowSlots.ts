import type { RowRange } from '#ui/rowWindow.ts';

/**
 * Which elements the rows of a list are drawn with. Rows are numbered from `base`, so many elements are there as rows may
 * be in sight, and a row takes the next one of them: it keeps its element while it is in sight, and the row to come takes
 * over that of the one that left. A view that has gone somewhere else counts anew, since otherwise its elements would have
 * to change places among themselves as well, which costs what new ones do.
 */
export interface RowSlots extends RowRange {
  /** The row with the first element. */
  readonly base: number;
}

/** A base so far off would place rows where a browser no longer can, px and all: Firefox ends at 17.8 million px. */
const MAX_DISTANCE_ROWS = 100_000;

/** The slots for these rows, after those that were drawn before. The same ones for the same rows. */
export function slotsFor(drawn: RowSlots, { first, count }: RowRange): RowSlots {
  if (drawn.first === first && drawn.count === count) return drawn;
  const hasMet = first < drawn.first + drawn.count && drawn.first < first + count;
  const isNear = Math.abs(first - drawn.base) <= MAX_DISTANCE_ROWS;
  return { first, count, base: hasMet && isNear ? drawn.base : first };
}

/** The element of a row, from 0, where there are `slotCount` of them. */
export function slotOf({ base }: RowSlots, row: number, slotCount: number): number {
  return (((row - base) % slotCount) + slotCount) % slotCount;
}
