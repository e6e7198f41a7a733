import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from './IconButton.tsx';

/** How long the tick shows, ms: long enough to be seen, short enough not to look like a state. */
const CONFIRMATION_MS = 1_200;

export interface CopyButtonProps {
  readonly label: string;
  /** Called at the click, so that nothing large is built before it is asked for. */
  readonly text: () => string;
}

export function CopyButton({ label, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
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
  const shown = { none: label, copied: 'Copied', refused: 'The browser did not allow copying' }[outcome];
  return (
    <IconButton
      size="small"
      label={shown}
      icon={outcome === 'copied' ? <Check className="text-good" /> : <Copy />}
      onClick={() => void copy()}
    />
  );
}
