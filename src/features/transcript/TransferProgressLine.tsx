import { formatBytes } from '#domain/format/formatBytes.ts';
import { formatCount } from '#domain/format/formatCount.ts';
import type { TransferProgress } from '#state/connectionsStore.ts';
import { Button } from '#ui/Button.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { CANCEL_AFTER_MS, PROGRESS_AFTER_MS, useAfter } from '#ui/useAfter.ts';

export interface TransferProgressLineProps {
  readonly label: string;
  readonly unit: 'entries' | 'bytes';
  /** `null` before anything is known. */
  readonly progress: TransferProgress | null;
  readonly onCancel: () => void;
}

/** How far an export or import has come, and the way out of a long one. */
export function TransferProgressLine({ label, unit, progress, onCancel }: TransferProgressLineProps) {
  const isShown = useAfter(PROGRESS_AFTER_MS);
  const isCancelShown = useAfter(CANCEL_AFTER_MS);
  const fraction = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  const format = unit === 'entries' ? formatCount : formatBytes;
  return (
    <div className="flex min-h-14 flex-col gap-2">
      {isShown && (
        <>
          <p className="flex items-baseline gap-2 tabular-nums">
            {label}
            {progress !== null && (
              <span className="text-xs text-ink-soft">
                {format(progress.done)} of {format(progress.total)}
                {fraction !== null && ` · ${Math.floor(fraction * 100)} %`}
              </span>
            )}
          </p>
          <div className="flex items-center gap-3">
            <div className="flex-1">
              <ProgressBar label={label} fraction={fraction} />
            </div>
            <Button size="small" className={isCancelShown ? undefined : 'invisible'} onClick={onCancel}>
              Cancel
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
