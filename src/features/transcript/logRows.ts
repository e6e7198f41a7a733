import type { RowGeometry } from '#ui/rowWindow.ts';

/** Of every row of the log. */
export const ROW_HEIGHT_PX = 24;

export function logGeometry(rowCount: number, viewHeight: number): RowGeometry {
  return { rowCount, rowHeight: ROW_HEIGHT_PX, viewHeight };
}
