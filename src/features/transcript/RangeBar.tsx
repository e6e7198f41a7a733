import { Copy, X } from 'lucide-react';
import { formatCount } from '#domain/format/formatCount.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import type { RowRange } from './useRowSelection.ts';

export interface RangeBarProps {
  readonly range: RowRange;
  readonly onCopy: () => void;
  readonly onDrop: () => void;
}

/** Floats over the log while several rows are selected: how many, and what can be done with them. */
export function RangeBar({ range, onCopy, onDrop }: RangeBarProps) {
  const count = Math.abs(range.focus - range.anchor) + 1;
  return (
    <div
      role="toolbar"
      aria-label="Selected rows"
      className="absolute top-2 right-4 flex items-center gap-1 rounded-full border border-line bg-raised py-0.5 pr-1 pl-3 text-xs shadow-raised"
    >
      <span aria-live="polite" className="tabular-nums">
        {count === 1 ? '1 row selected' : `${formatCount(count)} rows selected`}
      </span>
      <Button size="small" onClick={onCopy}>
        <Copy aria-hidden className="size-3.5" />
        Copy
      </Button>
      <IconButton size="small" label="Drop the selection" icon={<X />} onClick={onDrop} />
    </div>
  );
}
