import { useState } from 'react';

/** How long the tick shows, ms: long enough to be seen, short enough not to look like a state. */
const CONFIRMATION_MS = 1_200;

export interface Copying {
  readonly outcome: 'none' | 'copied' | 'refused';
  readonly copy: () => Promise<void>;
}

/** `text` is called at the copying, so that nothing large is built before it is asked for. */
export function useCopy(text: () => string): Copying {
  const [outcome, setOutcome] = useState<Copying['outcome']>('none');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setOutcome('copied');
    } catch {
      // The browser refuses without permission or focus: the label says so, the text can still be selected.
      setOutcome('refused');
    }
    setTimeout(() => setOutcome('none'), CONFIRMATION_MS);
  };
  return { outcome, copy };
}

/** What the button says. */
export function copyLabel(label: string, outcome: Copying['outcome']): string {
  return { none: label, copied: 'Copied', refused: 'The browser did not allow copying' }[outcome];
}
