import { Check, Copy } from 'lucide-react';
import { IconButton } from './IconButton.tsx';
import { copyLabel, useCopy } from './useCopy.ts';

export interface CopyButtonProps {
  readonly label: string;
  /** Called at the click, so that nothing large is built before it is asked for. */
  readonly text: () => string;
}

export function CopyButton({ label, text }: CopyButtonProps) {
  const { outcome, copy } = useCopy(text);
  return (
    <IconButton
      size="small"
      label={copyLabel(label, outcome)}
      icon={outcome === 'copied' ? <Check className="text-good" /> : <Copy />}
      onClick={() => void copy()}
    />
  );
}
