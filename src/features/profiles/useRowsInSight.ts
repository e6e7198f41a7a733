import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { OVERSCAN_ROWS, rowsInSight } from '#ui/rowWindow.ts';
import type { RowRange } from '#ui/rowWindow.ts';
import { ROW_HEIGHT } from './treeItem.ts';

/** Up to so many rows are all in the document, where the browser's own search and other tools find them. */
const MAX_DRAWN_ROWS = 400;

/** The rows of a tree to draw: all of a short one, and of a long one those in sight of what scrolls it. */
export function useRowsInSight(treeRef: RefObject<HTMLElement | null>, rowCount: number): RowRange | null {
  const isLong = rowCount > MAX_DRAWN_ROWS;
  const [view, setView] = useState({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const tree = treeRef.current;
    const scroller = tree?.parentElement;
    if (!isLong || tree === null || scroller === null || scroller === undefined) return undefined;
    const measure = () => {
      const top = Math.max(0, scroller.scrollTop - tree.offsetTop + scroller.offsetTop);
      const height = scroller.clientHeight;
      // What is drawn beyond the edges covers smaller steps.
      setView((before) =>
        before.height === height && Math.abs(before.top - top) < (OVERSCAN_ROWS / 2) * ROW_HEIGHT
          ? before
          : { top, height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    scroller.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', measure);
    };
  }, [treeRef, isLong]);
  if (!isLong) return null;
  return rowsInSight(view.top, { rowCount, rowHeight: ROW_HEIGHT, viewHeight: view.height });
}
