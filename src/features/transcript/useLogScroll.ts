import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { TranscriptWindow } from '#domain/transcript/entry.ts';
import {
  isAtTail,
  isScrollbarAstray,
  maxPosition,
  OVERSCAN_ROWS,
  positionShowing,
  rowsInSight,
  rowsPerView,
  scrollRows,
  scrollTopOf,
} from '#ui/rowWindow.ts';
import type { RowGeometry, RowScroll } from '#ui/rowWindow.ts';
import { useConnections, useSession } from '../stores/useStores.ts';
import { logGeometry, ROW_HEIGHT_PX } from './logRows.ts';

export interface LogView {
  readonly window: TranscriptWindow;
  /** Position, within what the filter shows, of row 0: the entries before it have gone. */
  readonly origin: number;
  readonly geometry: RowGeometry;
  readonly position: number;
  readonly isFollowing: boolean;
  /** Entries that came since the person scrolled up. */
  readonly unseenCount: number;
  readonly onScroll: () => void;
  readonly onWheel: (event: { readonly deltaY: number }) => void;
  readonly showRow: (index: number) => void;
  /** As `showRow`, with the row a third down the view: the person jumps there, and wants to see what is around. */
  readonly jumpTo: (index: number) => void;
  /** Puts the row at a position so far below the upper edge of the view, px. Positions may be those of a new filter. */
  readonly putAt: (position: number, offset: number, end: number) => void;
  /** Whether the whole row is in the view. */
  readonly isInSight: (index: number) => boolean;
  readonly showNewest: () => void;
}

/** Where a log that does not follow its newest entry was left. */
interface Held {
  /** Pixels of rows above the view, those of entries that have gone since included. */
  readonly top: number;
  /** The position behind the newest entry there was then. */
  readonly end: number;
}

/** Where the scrollbar was last put, or was found. */
interface PlacedScroll extends RowScroll {
  origin: number;
}

/** The `scrollTop` of a log that has not been laid out yet. */
const UNPLACED = -1;

const NO_ROWS: TranscriptWindow = { first: 0, rows: [] };

/**
 * The scrolling of one profile's log: turns what the scrollbar, the wheel and the keys do into the rows to read.
 *
 * Following, the log shows the end of what has been read, not of what is stored: at a thousand messages a second the
 * reader is always some rows behind, and a view that ran ahead of it would show nothing but gaps.
 */
export function useLogScroll(profileId: ProfileId, scroller: RefObject<HTMLElement | null>): LogView {
  const actions = useConnections((state) => state.actions);
  const window = useSession(profileId, (session) => session.window) ?? NO_ROWS;
  const matching = useSession(profileId, (session) => session.summary.matching) ?? 0;
  const origin = useSession(profileId, (session) => session.summary.first) ?? 0;
  const isFollowing = useSession(profileId, (session) => session.isFollowing) ?? true;

  const [viewHeight, setViewHeight] = useState(0);
  const [held, setHeld] = useState<Held>(() => ({
    top: window.first === origin ? 0 : (window.first + OVERSCAN_ROWS) * ROW_HEIGHT_PX,
    end: origin + matching,
  }));

  const readCount = window.first + window.rows.length - origin;
  const rowCount = isFollowing && window.rows.length > 0 ? Math.min(readCount, matching) : matching;
  const geometry = logGeometry(rowCount, viewHeight);
  const end = maxPosition(geometry);
  const position = isFollowing ? end : Math.min(Math.max(0, held.top - origin * ROW_HEIGHT_PX), end);
  const scroll = useRef<PlacedScroll>({ scrollTop: UNPLACED, position, origin });

  // The view's height decides how many rows are read.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const viewHeight = element.clientHeight;
      const { first } = rowsInSight(scroll.current.position, logGeometry(Infinity, viewHeight));
      setViewHeight(viewHeight);
      actions.showRows(
        profileId,
        scroll.current.origin + first,
        rowsPerView(logGeometry(Infinity, viewHeight)),
      );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [actions, profileId, scroller]);

  // Puts the scrollbar where the position is. As seldom as it can: each time the browser has to lay the page out at once.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || viewHeight === 0) return;
    const { scrollTop } = scroll.current;
    scroll.current.origin = origin;
    const isMoved = scrollTop === UNPLACED || scroll.current.position !== position;
    if (!isMoved && !isScrollbarAstray({ scrollTop, position }, geometry)) return;
    element.scrollTo({ top: scrollTopOf(position, geometry) });
    // As the browser has it: it rounds. Only read after being set: otherwise it may be a scroll still to be told of.
    scroll.current = { scrollTop: element.scrollTop, position, origin };
  });

  function hold(position: number): void {
    const seenEnd = isFollowing ? origin + matching : held.end;
    holdAt({ top: origin * ROW_HEIGHT_PX + position, end: seenEnd });
  }

  function holdAt(next: Held): void {
    if (isFollowing) actions.setFollowing(profileId, false);
    setHeld(next);
    const { first } = rowsInSight(next.top, logGeometry(Infinity, viewHeight));
    actions.showRows(profileId, first, rowsPerView(logGeometry(Infinity, viewHeight)));
  }

  return {
    window,
    origin,
    geometry,
    position,
    isFollowing,
    unseenCount: isFollowing ? 0 : Math.max(0, origin + matching - held.end),

    onScroll() {
      const element = scroller.current;
      if (element === null) return;
      const { scrollTop } = element;
      const move = scrollTop - scroll.current.scrollTop;
      // Our own, from the effect above.
      if (Math.abs(move) < 1) return;
      // As high as it is now: a view that has grown is scrolled by the browser, and drawn anew only after.
      const seen = logGeometry(rowCount, element.clientHeight);
      const next = scrollRows(scroll.current, scrollTop, seen);
      scroll.current = { scrollTop, position: next, origin };
      const isTail = isAtTail(next, seen);
      // Downwards to the end: the person wants what comes next. The browser moves a following log too, when it shrinks.
      if (isTail && (move > 0 || isFollowing)) actions.setFollowing(profileId, true);
      else hold(next);
    },

    onWheel({ deltaY }) {
      // At once: the next row to come would scroll the log back down before its first scroll event.
      if (deltaY < 0 && isFollowing && end > 0) hold(position);
    },

    showRow(index) {
      hold(positionShowing(index, position, logGeometry(matching, viewHeight)));
    },

    jumpTo(index) {
      const top = index * ROW_HEIGHT_PX - viewHeight / 3;
      hold(Math.min(Math.max(0, top), maxPosition(logGeometry(matching, viewHeight))));
    },

    putAt(position, offset, end) {
      holdAt({ top: position * ROW_HEIGHT_PX - offset, end });
    },

    isInSight: (index) => positionShowing(index, position, logGeometry(matching, viewHeight)) === position,

    showNewest() {
      actions.setFollowing(profileId, true);
    },
  };
}
