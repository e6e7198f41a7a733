import { ArrowDown } from 'lucide-react';
import { formatCount } from '#domain/format/formatCount.ts';
import { Button } from '#ui/Button.tsx';

export interface JumpToNewestProps {
  /** Entries that came since the log stopped following. */
  readonly unseenCount: number;
  readonly onJump: () => void;
}

/** Floats over the end of a log that was scrolled up. */
export function JumpToNewest({ unseenCount, onJump }: JumpToNewestProps) {
  return (
    <Button
      size="small"
      onClick={onJump}
      className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full shadow-raised"
    >
      <ArrowDown aria-hidden className="size-3.5" />
      Jump to newest
      {unseenCount > 0 && (
        <span className="font-medium text-accent tabular-nums">{formatCount(unseenCount)} new</span>
      )}
    </Button>
  );
}
