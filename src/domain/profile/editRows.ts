/** Changes to the ordered rows of a table, by id. Each returns a new list; an id that is not there changes nothing. */

interface Row {
  readonly id: string;
}

export function replaceRow<R extends Row>(
  rows: readonly R[],
  id: string,
  change: (row: R) => R,
): readonly R[] {
  return rows.map((row) => (row.id === id ? change(row) : row));
}

export function removeRow<R extends Row>(rows: readonly R[], id: string): readonly R[] {
  return rows.filter((row) => row.id !== id);
}

/** Moves a row by `offset` places; one that would leave the list stays at its end. */
export function moveRow<R extends Row>(rows: readonly R[], id: string, offset: number): readonly R[] {
  const from = rows.findIndex((row) => row.id === id);
  const row = rows[from];
  if (row === undefined) return rows;
  const to = Math.min(Math.max(from + offset, 0), rows.length - 1);
  const others = removeRow(rows, id);
  return [...others.slice(0, to), row, ...others.slice(to)];
}
