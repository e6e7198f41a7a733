import { Button } from './Button.tsx';
import { Spinner } from './Spinner.tsx';
import { useAfter } from './useAfter.ts';

/** Shorter work shows nothing, ms: a flash of progress only unsettles. */
const SHOWN_AFTER_MS = 300;

/** Who waits longer than this may want to do something else, ms. */
const CANCELLABLE_AFTER_MS = 1_000;

export interface ProgressProps {
  /** What is going on: `Reading 50 MB`. */
  readonly label: string;
  /** From 0 to 1; 0 while that is not known. */
  readonly done: number;
  readonly onCancel: () => void;
}

/** A line for work that takes a while: seen once it does, and cancelled where it takes longer. */
export function Progress({ label, done, onCancel }: ProgressProps) {
  const isShown = useAfter(SHOWN_AFTER_MS);
  const isCancellable = useAfter(CANCELLABLE_AFTER_MS);
  if (!isShown) return null;
  const percent = Math.floor(done * 100);
  return (
    <div className="flex h-9 shrink-0 items-center gap-2 px-3 text-xs text-ink-soft">
      <Spinner />
      <output>{label}</output>
      {percent > 0 && (
        <>
          <progress
            aria-label={label}
            value={percent}
            max={100}
            className="h-1 w-24 appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
          />
          <span className="tabular-nums">{percent} %</span>
        </>
      )}
      {isCancellable && (
        <Button size="small" variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}
