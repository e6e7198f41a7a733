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
      // React's strict mode opens everything twice.
      if (!(target instanceof Element && target.contains(activeElement))) before.current = activeElement;
    },
    giveBack() {
      if (before.current instanceof HTMLElement) before.current.focus();
    },
  };
}
