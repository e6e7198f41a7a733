import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { classNames } from './classNames.ts';
import {
  isScrollbarAstray,
  maxPosition,
  rowsInSight,
  scrollRows,
  scrollTopOf,
  spacerHeight,
} from './rowWindow.ts';

export interface WindowedRowsProps {
  /** The accessible name of the scrolled part. */
  readonly label: string;
  /** However many. */
  readonly rowCount: number;
  /** px. */
  readonly rowHeight: number;
  readonly renderRow: (index: number) => ReactNode;
  /** Told which rows are drawn, for those that have to be read first. The same function as long as they are the same rows. */
  readonly onWindow?: (first: number, count: number) => void;
  readonly className?: string;
}

/** A list of rows of one height, of which only those in sight are in the document. */
export function WindowedRows({
  label,
  rowCount,
  rowHeight,
  renderRow,
  onWindow,
  className,
}: WindowedRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ scrollTop: 0, position: 0 });
  const [viewHeight, setViewHeight] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setViewHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const geometry = { rowCount, rowHeight, viewHeight };
  const position = Math.min(scroll.position, maxPosition(geometry));
  const { first, count } = rowsInSight(position, geometry);
  useLayoutEffect(() => onWindow?.(first, count), [onWindow, first, count]);

  const follow = (element: HTMLElement) => {
    const position = scrollRows(scroll, element.scrollTop, geometry);
    if (isScrollbarAstray({ scrollTop: element.scrollTop, position }, geometry))
      element.scrollTop = scrollTopOf(position, geometry);
    // As the browser has it: it rounds.
    setScroll({ scrollTop: element.scrollTop, position });
  };
  /**
   * The browser would go there in steps that become ever smaller, and the last of them look like turns of the wheel:
   * past the height of the spacer they would end some rows before the end.
   */
  const goToAnEnd = (event: KeyboardEvent<HTMLElement>) => {
    const isAlone = !event.altKey && !event.metaKey && !event.shiftKey;
    if (!isAlone || (event.key !== 'Home' && event.key !== 'End')) return;
    event.preventDefault();
    const element = event.currentTarget;
    const position = event.key === 'End' ? maxPosition(geometry) : 0;
    element.scrollTop = scrollTopOf(position, geometry);
    setScroll({ scrollTop: element.scrollTop, position });
  };
  return (
    // What scrolls takes the keys that scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={scroller}
      // Named, but neither a set of fields nor a landmark.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={label}
      // Scrolled by keyboard too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={(event) => follow(event.currentTarget)}
      onKeyDown={goToAnEnd}
      className={classNames('overflow-auto focus-visible:-outline-offset-2', className)}
    >
      <div
        // Where the spacer is shorter than the rows, those in sight stand where it has been scrolled to.
        style={{
          height: spacerHeight(geometry),
          paddingTop: Math.max(0, scroll.scrollTop + first * rowHeight - scroll.position),
        }}
        className="w-max min-w-full"
      >
        {Array.from({ length: count }, (_, offset) => renderRow(first + offset))}
      </div>
    </div>
  );
}
