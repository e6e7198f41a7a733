import { Notice } from '#ui/Notice.tsx';
import { Deriving } from './Deriving.tsx';
import type { Attempt } from './useAttempt.ts';

export interface AttemptNotesProps {
  readonly attempt: Pick<Attempt, 'isUnderWay' | 'error'>;
}

/** What is to be said of an attempt at the end of its form. */
export function AttemptNotes({ attempt: { isUnderWay, error } }: AttemptNotesProps) {
  return (
    <>
      {isUnderWay && <Deriving />}
      {error !== null && (
        <div role="alert">
          <Notice tone="bad">{error.message}</Notice>
        </div>
      )}
    </>
  );
}
