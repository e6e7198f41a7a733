import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Progress } from '#ui/Progress.tsx';
import type { PayloadReading } from './usePayload.ts';

export interface PayloadStatusProps {
  readonly reading: Exclude<PayloadReading<unknown>, { kind: 'read' }>;
  /** What is being done: `Reading 50 MB as JSON`. */
  readonly label: string;
}

/** In place of a payload that is not read yet, or could not be. */
export function PayloadStatus({ reading, label }: PayloadStatusProps) {
  if (reading.kind === 'reading')
    return <Progress label={label} done={reading.done} onCancel={reading.cancel} />;
  return (
    <Notice
      tone={reading.message === null ? 'info' : 'bad'}
      className="m-2"
      action={
        <Button size="small" onClick={reading.retry}>
          Read again
        </Button>
      }
    >
      {reading.message ?? 'Reading was cancelled.'}
    </Notice>
  );
}
