/** Room at the sides for the padding and the scrollbar, px. */
const SIDES_PX = 40;

/** Rows are not broken anew for every pixel that a pane is drawn wider. */
const COLUMN_STEP = 8;

const MIN_COLUMNS = 16;

/** Characters of `characterWidth` that fit beside each other into a box, px. */
export function columnsIn(boxWidth: number, characterWidth: number): number {
  const fitting = (boxWidth - SIDES_PX) / characterWidth;
  return Math.max(MIN_COLUMNS, Math.floor(fitting / COLUMN_STEP) * COLUMN_STEP);
}
