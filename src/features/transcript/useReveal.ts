import { useEffect, useRef } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { selectedSequence } from '#state/selectedSequence.ts';
import { useStores } from '../stores/StoresContext.ts';
import { ROW_HEIGHT_PX } from './logRows.ts';
import type { LogView } from './useLogScroll.ts';
import type { RowSelection } from './useRowSelection.ts';

/**
 * Shows the rows that the store asks for: the next match, or, after the filter has changed, the selected entry in the
 * place where it stood. That place is looked up as long as positions mean what they meant when the rows were drawn.
 */
export function useReveal(profileId: ProfileId, view: LogView, selection: RowSelection): void {
  const { connections } = useStores();
  /** How far below the upper edge of the view the selected row stood, px; `null` when it was out of sight. */
  const stood = useRef<number | null>(null);

  useEffect(() =>
    connections.subscribe((state, before) => {
      const session = state.sessions[profileId];
      const previous = before.sessions[profileId];
      if (session === undefined || previous === undefined) return;
      if (session.filter !== previous.filter) stood.current = whereSelectedStands(view, selection.selected);
      const { reveal } = session;
      if (reveal === null || reveal === previous.reveal) return;
      if (reveal.how === 'near') return selection.goTo(reveal.position);
      if (selectedSequence(session.selected) === null) return;
      const { first, matching } = session.summary;
      view.putAt(reveal.position, stood.current ?? view.geometry.viewHeight / 3, first + matching);
    }),
  );
}

function whereSelectedStands(view: LogView, selected: number | null): number | null {
  const { window, origin, position, geometry } = view;
  const place = window.rows.findIndex((row) => row.sequence === selected);
  if (place === -1) return null;
  const offset = (window.first + place - origin) * ROW_HEIGHT_PX - position;
  return offset > -ROW_HEIGHT_PX && offset < geometry.viewHeight ? offset : null;
}
