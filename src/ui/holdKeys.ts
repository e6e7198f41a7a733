import { pressAgain } from './pressAgain.ts';

export interface HeldKeys {
  /** Holds no more; what is held still has gone for nothing. */
  readonly drop: () => void;
}

/** What opens over the page and takes the focus. */
const PANEL = '[role="menu"], [role="dialog"]';

/**
 * Keeps what is pressed while the code of something that was opened is on its way, so that it goes nowhere else; once that
 * has the focus, it gets all of it in order. Shortcuts of the browser and the page go their way.
 */
export function holdKeys(): HeldKeys {
  const before = document.activeElement;
  const held: KeyboardEvent[] = [];
  const holding = new AbortController();
  const options = { capture: true, signal: holding.signal };

  const giveNext = () => {
    const next = held.shift();
    if (next === undefined) holding.abort();
    if (next === undefined || holding.signal.aborted) return;
    pressAgain(document.activeElement ?? document.body, next);
    // One at a time, as a hand does: a menu moves its focus in a task of its own.
    setTimeout(giveNext);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A key that is still down from the opening is not meant for what opens.
    if (!event.repeat) held.push(event);
  };
  const onFocusIn = ({ target }: FocusEvent) => {
    const panel = target instanceof Element ? target.closest(PANEL) : null;
    if (panel === null || panel.contains(before)) return;
    removeEventListener('focusin', onFocusIn, options);
    setTimeout(giveNext);
  };
  addEventListener('keydown', onKeyDown, options);
  addEventListener('focusin', onFocusIn, options);
  return { drop: () => holding.abort() };
}
