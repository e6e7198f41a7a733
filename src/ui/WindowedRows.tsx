import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';

export interface WindowedRowsProps {
  /** The accessible name of the scrolled part. */
  readonly label: string;
  readonly rowCount: number;
  /** px; `rowCount` times this has to stay below 16 million, more than which no browser lays out. */
  readonly rowHeight: number;
  readonly renderRow: (index: number) => ReactNode;
  readonly className?: string;
}

/** Rows drawn beyond each edge, so that a step of the wheel finds them there. */
const OVERSCAN_ROWS = 8;

/** A list of rows of one height, of which only those in sight are in the document. */
export function WindowedRows({ label, rowCount, rowHeight, renderRow, className }: WindowedRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() =>
      setView({ top: element.scrollTop, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const first = Math.max(0, Math.floor(view.top / rowHeight) - OVERSCAN_ROWS);
  const end = Math.min(rowCount, Math.ceil((view.top + view.height) / rowHeight) + OVERSCAN_ROWS);
  return (
    <div
      ref={scroller}
      // Named, but neither a set of fields nor a landmark.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={label}
      // Scrolled by keyboard too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={(event) =>
        setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
      }
      className={classNames('overflow-auto focus-visible:-outline-offset-2', className)}
    >
      <div
        style={{ height: rowCount * rowHeight, paddingTop: first * rowHeight }}
        className="w-max min-w-full"
      >
        {Array.from({ length: Math.max(0, end - first) }, (_, offset) => renderRow(first + offset))}
      </div>
    </div>
  );
}
