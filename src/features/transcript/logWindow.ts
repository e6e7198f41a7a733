/**
 * Which rows of a long log are on screen: sums only, so that ten million rows cost what ten do (performance.md
 * section 3). The log has rows of one height and draws those in sight into a box that stays put; the scrolled element
 * holds a spacer, whose only use is to give the scrollbar its length.
 *
 * A browser limits how high an element can be, so past some number of rows the spacer is shorter than the rows are.
 * Therefore the log keeps a *position* of its own (the pixels of rows above the view) and reads `scrollTop` as a way to
 * move it: a small move goes as many pixels as it says, a large one (the scrollbar was dragged) goes to the same
 * fraction of the whole.
 */
export interface LogGeometry {
  readonly rowCount: number;
  /** Height of the view, px. */
  readonly viewHeight: number;
}

export interface LogScroll {
  readonly scrollTop: number;
  /** Pixels of rows above the view. */
  readonly position: number;
}

export interface RowRange {
  readonly first: number;
  readonly count: number;
}

export const ROW_HEIGHT_PX = 24;

/** Chromium ends at 33,554,432 px, Firefox at about 17.8 million; this is below both and holds 666,666 rows unscaled. */
export const MAX_SPACER_PX = 16_000_000;

/** Rows read and drawn beyond each edge, so that a step of the wheel finds them there. */
export const OVERSCAN_ROWS = 8;

/** A scroll of more views than this at once is a drag of the scrollbar, no turn of the wheel. */
const DRAG_VIEWS = 3;

/** So near the end still counts as the end, px: browsers round `scrollTop` when the page is zoomed. */
const TAIL_TOLERANCE_PX = 2;

export function maxPosition({ rowCount, viewHeight }: LogGeometry): number {
  return Math.max(0, rowCount * ROW_HEIGHT_PX - viewHeight);
}

export function spacerHeight({ rowCount }: LogGeometry): number {
  return Math.min(rowCount * ROW_HEIGHT_PX, MAX_SPACER_PX);
}

function maxScrollTop(geometry: LogGeometry): number {
  return Math.max(0, spacerHeight(geometry) - geometry.viewHeight);
}

export function isScaled(geometry: LogGeometry): boolean {
  return geometry.rowCount * ROW_HEIGHT_PX > MAX_SPACER_PX;
}

/** Where the scrollbar stands for a position. */
export function scrollTopOf(position: number, geometry: LogGeometry): number {
  const end = maxPosition(geometry);
  if (!isScaled(geometry) || end === 0) return position;
  return (position / end) * maxScrollTop(geometry);
}

/** The position after the element was scrolled to `scrollTop`. */
export function scrollLog(from: LogScroll, scrollTop: number, geometry: LogGeometry): number {
  const end = maxPosition(geometry);
  const scrollEnd = maxScrollTop(geometry);
  if (!isScaled(geometry)) return clamp(scrollTop, end);
  // The ends of the scrollbar are the ends of the log, however many rows the sums lost on the way.
  if (scrollTop <= 0) return 0;
  if (scrollTop >= scrollEnd) return end;
  const move = scrollTop - from.scrollTop;
  const isDrag = Math.abs(move) > DRAG_VIEWS * geometry.viewHeight;
  return clamp(isDrag ? (scrollTop / scrollEnd) * end : from.position + move, end);
}

export function isAtTail(position: number, geometry: LogGeometry): boolean {
  return position >= maxPosition(geometry) - TAIL_TOLERANCE_PX;
}

/** The rows to draw, those just out of sight included. */
export function rowsInSight(position: number, geometry: LogGeometry): RowRange {
  const top = Math.floor(position / ROW_HEIGHT_PX);
  const bottom = Math.ceil((position + geometry.viewHeight) / ROW_HEIGHT_PX);
  const first = Math.max(0, top - OVERSCAN_ROWS);
  const end = Math.min(geometry.rowCount, bottom + OVERSCAN_ROWS);
  return { first, count: Math.max(0, end - first) };
}

/** How many rows a view of this height may need at any position. */
export function rowsPerView(viewHeight: number): number {
  return Math.ceil(viewHeight / ROW_HEIGHT_PX) + 1 + 2 * OVERSCAN_ROWS;
}

/** The position nearest to `position` that shows the whole of row `index`. */
export function positionShowing(index: number, position: number, geometry: LogGeometry): number {
  const top = index * ROW_HEIGHT_PX;
  const bottom = top + ROW_HEIGHT_PX;
  const lowest = Math.min(position, top);
  return clamp(Math.max(lowest, bottom - geometry.viewHeight), maxPosition(geometry));
}

function clamp(value: number, end: number): number {
  return Math.min(Math.max(value, 0), end);
}
