import { useRef } from 'react';

export interface ReturnFocus {
  /** Notes what has the focus now: for `onOpenAutoFocus`, before it moves. */
  readonly note: (event: Event) => void;
  readonly giveBack: () => void;
}

/** For dialogs that no button of their own opens: Radix gives the focus back to such a button only, else to the body. */
export function useReturnFocus(): ReturnFocus {
  const before = useRef<Element | null>(null);
  return {
    note({ target }) {
      const { activeElement } = document;
      // React's strict mode opens everything twice; a dialog that opens as it closes finds the focus not yet given back.
      const isOnItsWay = activeElement === document.body;
      const isOwn = target instanceof Element && target.contains(activeElement);
      if (!isOnItsWay && !isOwn) before.current = activeElement;
    },
    giveBack() {
      // What is open again keeps the focus that it has taken meanwhile.
      const isTaken = (document.activeElement?.closest('[role="dialog"]') ?? null) !== null;
      if (!isTaken && before.current instanceof HTMLElement) before.current.focus();
    },
  };
}
