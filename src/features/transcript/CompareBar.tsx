import { formatCount } from '#domain/format/formatCount.ts';
import type { TranscriptEntry } from '#domain/transcript/entry.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';

export interface CompareBarProps {
  readonly from: TranscriptEntry;
  /** The entry that is shown. */
  readonly entry: TranscriptEntry;
  readonly onStop: () => void;
}

/** Says what is compared with what, while anything is. */
export function CompareBar({ from, entry, onStop }: CompareBarProps) {
  const isSame = from.sequence === entry.sequence;
  return (
    <Notice
      tone="info"
      className="m-2 items-center"
      action={
        <Button size="small" onClick={onStop}>
          Stop comparing
        </Button>
      }
    >
      {isSame
        ? `Select another entry to compare it with #${formatCount(from.sequence)}.`
        : `#${formatCount(from.sequence)} (−) compared with #${formatCount(entry.sequence)} (+).`}
    </Notice>
  );
}
