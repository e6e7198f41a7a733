/**
 * Which rows of a long list are on screen: sums only, so that ten million rows cost what ten do (performance.md
 * section 3). The list has rows of one height and draws those in sight; the scrolled element holds a spacer, whose only
 * use is to give the scrollbar its length.
 *
 * A browser limits how high an element can be, so past some number of rows the spacer is shorter than the rows are.
 * Therefore the list keeps a *position* of its own (the pixels of rows above the view) and reads `scrollTop` as a way to
 * move it: a small move goes as many pixels as it says, a large one (the scrollbar was dragged) goes to the same
 * fraction of the whole.
 */
export interface RowGeometry {
  readonly rowCount: number;
  /** px. */
  readonly rowHeight: number;
  /** Height of the view, px. */
  readonly viewHeight: number;
}

export interface RowScroll {
  readonly scrollTop: number;
  /** Pixels of rows above the view. */
  readonly position: number;
}

export interface RowRange {
  readonly first: number;
  readonly count: number;
}

/** Chromium ends at 33,554,432 px, Firefox at about 17.8 million; this is below both and holds 666,666 rows of 24 px unscaled. */
export const MAX_SPACER_PX = 16_000_000;

/** Rows read and drawn beyond each edge, so that a step of the wheel finds them there. */
export const OVERSCAN_ROWS = 8;

/** A scroll of more views than this at once is a drag of the scrollbar, no turn of the wheel. */
const DRAG_VIEWS = 3;

/** The scrollbar of a scaled list may be so many views off its place before it is put right: too little to be seen. */
const ASTRAY_VIEWS = 20;

/** So near the end still counts as the end, px: browsers round `scrollTop` when the page is zoomed. */
const TAIL_TOLERANCE_PX = 2;

export function maxPosition({ rowCount, rowHeight, viewHeight }: RowGeometry): number {
  return Math.max(0, rowCount * rowHeight - viewHeight);
}

export function spacerHeight({ rowCount, rowHeight }: RowGeometry): number {
  return Math.min(rowCount * rowHeight, MAX_SPACER_PX);
}

export function isScaled({ rowCount, rowHeight }: RowGeometry): boolean {
  return rowCount * rowHeight > MAX_SPACER_PX;
}

/**
 * Where the scrollbar stands for a position. Near the ends of a scaled list it keeps room for the wheel to take the rows
 * that are left pixel by pixel.
 */
export function scrollTopOf(position: number, geometry: RowGeometry): number {
  if (!isScaled(geometry)) return position;
  const end = maxPosition(geometry);
  const scrollEnd = maxScrollTop(geometry);
  const room = 2 * geometry.viewHeight;
  const scaled = (position / end) * scrollEnd;
  return Math.min(Math.max(scaled, Math.min(position, room)), scrollEnd - Math.min(end - position, room));
}

/** The position after the element was scrolled to `scrollTop`. */
export function scrollRows(from: RowScroll, scrollTop: number, geometry: RowGeometry): number {
  if (!isScaled(geometry)) return clamp(scrollTop, maxPosition(geometry));
  const end = maxPosition(geometry);
  const move = scrollTop - from.scrollTop;
  const isDrag = Math.abs(move) > DRAG_VIEWS * geometry.viewHeight;
  return clamp(isDrag ? (scrollTop / maxScrollTop(geometry)) * end : from.position + move, end);
}

/**
 * Whether the scrollbar of a scaled list has to be put where the position is: the wheel moved both by the same pixels,
 * or the list grew. Not at every step, since setting `scrollTop` ends a smooth scroll.
 */
export function isScrollbarAstray({ scrollTop, position }: RowScroll, geometry: RowGeometry): boolean {
  if (!isScaled(geometry)) return false;
  const { viewHeight } = geometry;
  const roomAbove = Math.min(position, viewHeight);
  const roomBelow = Math.min(maxPosition(geometry) - position, viewHeight);
  if (scrollTop < roomAbove || maxScrollTop(geometry) - scrollTop < roomBelow) return true;
  return Math.abs(scrollTop - scrollTopOf(position, geometry)) > ASTRAY_VIEWS * viewHeight;
}

export function isAtTail(position: number, geometry: RowGeometry): boolean {
  return position >= maxPosition(geometry) - TAIL_TOLERANCE_PX;
}

/** The rows to draw, those just out of sight included. */
export function rowsInSight(position: number, geometry: RowGeometry): RowRange {
  const top = Math.floor(position / geometry.rowHeight);
  const bottom = Math.ceil((position + geometry.viewHeight) / geometry.rowHeight);
  const first = Math.max(0, top - OVERSCAN_ROWS);
  const end = Math.min(geometry.rowCount, bottom + OVERSCAN_ROWS);
  return { first, count: Math.max(0, end - first) };
}

/** How many rows a view of this height may need at any position. */
export function rowsPerView({
  rowHeight,
  viewHeight,
}: Pick<RowGeometry, 'rowHeight' | 'viewHeight'>): number {
  return Math.ceil(viewHeight / rowHeight) + 1 + 2 * OVERSCAN_ROWS;
}

/** The position nearest to `position` that shows the whole of row `index`. */
export function positionShowing(index: number, position: number, geometry: RowGeometry): number {
  const top = index * geometry.rowHeight;
  const bottom = top + geometry.rowHeight;
  const lowest = Math.min(position, top);
  return clamp(Math.max(lowest, bottom - geometry.viewHeight), maxPosition(geometry));
}

function maxScrollTop(geometry: RowGeometry): number {
  return Math.max(0, spacerHeight(geometry) - geometry.viewHeight);
}

function clamp(value: number, end: number): number {
  return Math.min(Math.max(value, 0), end);
}
