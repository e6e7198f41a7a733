import { useCallback, useLayoutEffect, useState } from 'react';
import type { Awaitable } from '#domain/payload/payloadReader.ts';

export interface RowsInSight<Row> {
  /** `undefined` while it is being read. */
  readonly rowAt: (index: number) => Row | undefined;
  /** For `WindowedRows`. */
  readonly onWindow: (first: number, count: number) => void;
}

/** Reads the rows that a window shows, and reads them again when `read` is another function. */
export function useReadRows<Row>(
  read: (first: number, count: number) => Awaitable<readonly Row[]>,
): RowsInSight<Row> {
  const [range, setRange] = useState({ first: 0, count: 0 });
  const [window, setWindow] = useState<{ readonly first: number; readonly rows: readonly Row[] }>({
    first: 0,
    rows: [],
  });
  useLayoutEffect(() => {
    const { first, count } = range;
    if (count === 0) return undefined;
    let isShown = true;
    const take = (rows: readonly Row[]) => {
      if (isShown) setWindow({ first, rows });
    };
    const rows = read(first, count);
    // What is here shows at once.
    if (rows instanceof Promise) rows.then(take, ignoreClosed);
    else take(rows);
    return () => {
      isShown = false;
    };
  }, [read, range]);
  return {
    rowAt: (index) => window.rows[index - window.first],
    onWindow: useCallback((first: number, count: number) => setRange({ first, count }), []),
  };
}

/** Who closed the reader shows something else by now. */
function ignoreClosed(): void {}
