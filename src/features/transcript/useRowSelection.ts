import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useConnections, useSession } from '../stores/useStores.ts';
import { useStores } from '../stores/StoresContext.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { TranscriptFilter } from '#domain/transcript/entry.ts';
import { selectedSequence } from '#state/selectedSequence.ts';
import { ROW_HEIGHT_PX } from './logRows.ts';
import { rowReachedBy } from './rowReachedBy.ts';
import type { LogView } from './useLogScroll.ts';

/** Rows that were selected together, by their positions: from where it began to where it was last extended. */
export interface RowRange {
  readonly anchor: number;
  readonly focus: number;
}

/** A range, and the filter in whose positions it is told. */
interface MarkedRange {
  readonly range: RowRange;
  readonly filter: TranscriptFilter | null;
}

export interface RowSelection {
  /** Sequence of the selected entry; `null` for none. */
  readonly selected: number | null;
  /** More rows than one; `null` when there are not. */
  readonly range: RowRange | null;
  readonly select: (sequence: number) => void;
  /** Selects all rows from the selected one to this. */
  readonly extendTo: (sequence: number) => void;
  readonly dropRange: () => void;
  /** Shows and selects the row at a position. */
  readonly jumpTo: (position: number) => void;
  /** As `jumpTo`, but a row in sight stays where it is. */
  readonly goTo: (position: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Which rows are selected, and how the keys move that. `onCopy` is told when the range is to be copied. */
export function useRowSelection(
  profileId: ProfileId,
  view: LogView,
  onCopy: (range: RowRange) => void,
): RowSelection {
  const { connections } = useStores();
  const actions = useConnections((state) => state.actions);
  const selected = useSession(profileId, (session) => selectedSequence(session.selected));
  const matching = useSession(profileId, (session) => session.summary.matching) ?? 0;
  const [marked, setMarked] = useState<MarkedRange | null>(null);
  const filter = useSession(profileId, (session) => session.filter);

  /** Where the selection is going while the rows there are still being read. */
  const target = useRef<{ readonly index: number; readonly stopWaiting: () => void } | null>(null);
  /** The position of the row that was selected last: where a range begins. */
  const anchor = useRef<number | null>(null);
  useEffect(() => () => target.current?.stopWaiting(), []);

  const { window, origin, geometry, position } = view;
  // Positions mean other entries when the filter is another one, and none when the log was cleared.
  const isMarked = marked !== null && marked.filter === filter && lastOf(marked.range) < origin + matching;
  const range = isMarked ? marked.range : null;

  function setRange(range: RowRange | null): void {
    setMarked(range === null ? null : { range, filter });
  }

  function select(sequence: number): void {
    forgetTarget();
    setRange(null);
    anchor.current = positionOf(sequence);
    actions.selectEntry(profileId, sequence);
  }

  function forgetTarget(): void {
    target.current?.stopWaiting();
    target.current = null;
  }

  function selectRow(index: number): void {
    forgetTarget();
    const sequence = sequenceAt(index);
    if (sequence !== null) return select(sequence);
    const stopWaiting = connections.subscribe(() => {
      const sequence = sequenceAt(index);
      if (sequence !== null) select(sequence);
    });
    target.current = { index, stopWaiting };
  }

  function moveTo(index: number): void {
    if (index === matching - 1) view.showNewest();
    else view.showRow(index);
    selectRow(index);
  }

  function extend(focus: number): void {
    forgetTarget();
    setRange({ anchor: range?.anchor ?? anchor.current ?? focus, focus });
  }

  /** `null` while the row has not been read. */
  function sequenceAt(index: number): number | null {
    const session = connections.getState().sessions[profileId];
    return session?.window.rows[session.summary.first + index - session.window.first]?.sequence ?? null;
  }

  /** `null` for a row that is far out of sight. */
  function positionOf(sequence: number | null): number | null {
    const place = window.rows.findIndex((row) => row.sequence === sequence);
    return place === -1 ? null : window.first + place;
  }

  /** Where the keys go on from, as a row of the log. */
  function currentRow(): number | null {
    if (range !== null) return range.focus - origin;
    if (target.current !== null) return target.current.index;
    const position = positionOf(selected);
    return position === null ? null : position - origin;
  }

  /** True for a key that has to do with ranges alone. */
  function handleRangeKey(event: KeyboardEvent): boolean {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape' && range !== null) {
      setRange(null);
      return true;
    }
    if (isCommand && event.key === 'a' && matching > 0) {
      setRange({ anchor: origin, focus: origin + matching - 1 });
      return true;
    }
    // What was marked with the mouse within the rows is copied by the browser.
    if (isCommand && event.key === 'c' && range !== null && getSelection()?.isCollapsed !== false) {
      onCopy(range);
      return true;
    }
    return false;
  }

  return {
    selected,
    range,
    select,
    extendTo(sequence) {
      const position = positionOf(sequence);
      if (position !== null) extend(position);
    },
    dropRange: () => setRange(null),
    jumpTo(position) {
      view.jumpTo(position - origin);
      selectRow(position - origin);
    },
    goTo(position) {
      if (!view.isInSight(position - origin)) view.jumpTo(position - origin);
      selectRow(position - origin);
    },
    onKeyDown(event) {
      if (handleRangeKey(event)) return event.preventDefault();
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'Escape' && selected !== null) {
        forgetTarget();
        actions.selectEntry(profileId, null);
        return;
      }
      const index = rowReachedBy(event.key, {
        current: currentRow(),
        firstInView: Math.ceil(position / ROW_HEIGHT_PX),
        rowsInView: Math.floor(geometry.viewHeight / ROW_HEIGHT_PX),
        rowCount: matching,
      });
      if (index === null) return;
      event.preventDefault();
      if (!event.shiftKey) return moveTo(index);
      view.showRow(index);
      extend(origin + index);
    },
  };
}

function lastOf({ anchor, focus }: RowRange): number {
  return Math.max(anchor, focus);
}

export function isInRange(range: RowRange | null, position: number): boolean {
  if (range === null) return false;
  return position >= Math.min(range.anchor, range.focus) && position <= Math.max(range.anchor, range.focus);
}
