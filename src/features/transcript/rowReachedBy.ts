export interface RowPlaces {
  /** Index of the selected row; `null` when none is, or it is far out of sight. */
  readonly current: number | null;
  readonly firstInView: number;
  readonly rowsInView: number;
  readonly rowCount: number;
}

/** The index of the row that a key moves the selection to; `null` when the key moves nothing. */
export function rowReachedBy(key: string, places: RowPlaces): number | null {
  const { current, firstInView, rowsInView, rowCount } = places;
  if (rowCount === 0) return null;
  const lastInView = firstInView + rowsInView - 1;
  const within = (index: number) => Math.min(Math.max(index, 0), rowCount - 1);
  switch (key) {
    case 'ArrowUp':
      return within(current === null ? lastInView : current - 1);
    case 'ArrowDown':
      return within(current === null ? firstInView : current + 1);
    case 'PageUp':
      return within((current ?? lastInView) - rowsInView);
    case 'PageDown':
      return within((current ?? firstInView) + rowsInView);
    case 'Home':
      return 0;
    case 'End':
      return rowCount - 1;
    default:
      return null;
  }
}
