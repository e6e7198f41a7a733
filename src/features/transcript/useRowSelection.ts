import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { assertNever } from '#domain/assertNever.ts';
import { useConnections, useSession } from '../stores/useStores.ts';
import { useStores } from '../stores/StoresContext.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { SelectedEntry } from '#state/connectionsStore.ts';
import { ROW_HEIGHT_PX } from './logWindow.ts';
import { rowReachedBy } from './rowReachedBy.ts';
import type { LogView } from './useLogScroll.ts';

export interface RowSelection {
  /** Sequence of the selected entry; `null` for none. */
  readonly selected: number | null;
  readonly select: (sequence: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Which row is selected, and how the keys move that. */
export function useRowSelection(profileId: ProfileId, view: LogView): RowSelection {
  const { connections } = useStores();
  const actions = useConnections((state) => state.actions);
  const selected = useSession(profileId, (session) => sequenceOf(session.selected));
  const matching = useSession(profileId, (session) => session.summary.matching) ?? 0;

  /** Where the selection is going while the rows there are still being read. */
  const target = useRef<{ readonly index: number; readonly stopWaiting: () => void } | null>(null);
  useEffect(() => () => target.current?.stopWaiting(), []);

  const { window, origin, geometry, position } = view;
  const place = window.rows.findIndex((row) => row.sequence === selected);

  function select(sequence: number): void {
    forgetTarget();
    actions.selectEntry(profileId, sequence);
  }

  function forgetTarget(): void {
    target.current?.stopWaiting();
    target.current = null;
  }

  function selectRow(index: number): void {
    forgetTarget();
    if (index === matching - 1) view.showNewest();
    else view.showRow(index);
    const sequence = sequenceAt(index);
    if (sequence !== null) return select(sequence);
    const stopWaiting = connections.subscribe(() => {
      const sequence = sequenceAt(index);
      if (sequence !== null) select(sequence);
    });
    target.current = { index, stopWaiting };
  }

  /** `null` while the row has not been read. */
  function sequenceAt(index: number): number | null {
    const session = connections.getState().sessions[profileId];
    return session?.window.rows[session.summary.first + index - session.window.first]?.sequence ?? null;
  }

  return {
    selected,
    select,
    onKeyDown(event) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.key === 'Escape' && selected !== null) {
        forgetTarget();
        actions.selectEntry(profileId, null);
        return;
      }
      const index = rowReachedBy(event.key, {
        current: target.current?.index ?? (place === -1 ? null : window.first + place - origin),
        firstInView: Math.ceil(position / ROW_HEIGHT_PX),
        rowsInView: Math.floor(geometry.viewHeight / ROW_HEIGHT_PX),
        rowCount: matching,
      });
      if (index === null) return;
      event.preventDefault();
      selectRow(index);
    },
  };
}

function sequenceOf(selected: SelectedEntry): number | null {
  switch (selected.kind) {
    case 'none':
      return null;
    case 'loaded':
      return selected.entry.sequence;
    case 'loading':
    case 'gone':
      return selected.sequence;
    default:
      return assertNever(selected);
  }
}
