import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';

/** What became of a paste. */
export interface PasteReport {
  readonly tone: 'info' | 'warn';
  /** Sentences. */
  readonly notes: readonly string[];
  /** `null` when nothing was changed. */
  readonly undo: (() => void) | null;
}

export interface PasteNoticeProps {
  readonly report: PasteReport;
  readonly onDismiss: () => void;
}

export function PasteNotice({ report, onDismiss }: PasteNoticeProps) {
  return (
    <Notice
      tone={report.tone}
      action={
        <span className="flex gap-1">
          {report.undo !== null && (
            <Button size="small" variant="quiet" onClick={report.undo}>
              Undo
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={onDismiss}>
            Dismiss
          </Button>
        </span>
      }
    >
      {report.notes.join(' ')}
    </Notice>
  );
}
