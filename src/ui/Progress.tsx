import { Button } from './Button.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { Spinner } from './Spinner.tsx';
import { CANCEL_AFTER_MS, PROGRESS_AFTER_MS, useAfter } from './useAfter.ts';

export interface ProgressProps {
  /** What is going on: `Reading 50 MB`. */
  readonly label: string;
  /** From 0 to 1; 0 while that is not known. */
  readonly done: number;
  readonly onCancel: () => void;
}

/** A line for work that takes a while: seen once it does, and cancelled where it takes longer. */
export function Progress({ label, done, onCancel }: ProgressProps) {
  const isShown = useAfter(PROGRESS_AFTER_MS);
  const isCancellable = useAfter(CANCEL_AFTER_MS);
  if (!isShown) return null;
  const percent = Math.floor(done * 100);
  return (
    <div className="flex h-9 shrink-0 items-center gap-2 px-3 text-xs text-ink-soft">
      <Spinner />
      <output>{label}</output>
      {percent > 0 && (
        <>
          <div className="flex w-24">
            <ProgressBar label={label} fraction={done} />
          </div>
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
