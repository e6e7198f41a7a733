import { Notice } from '#ui/Notice.tsx';
import { Deriving } from './Deriving.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { passphraseHint } from './passphraseHint.ts';
import type { Attempt } from './useAttempt.ts';

export interface NewPassphraseFieldsProps {
  readonly passphrase: string;
  readonly onPassphraseChange: (passphrase: string) => void;
  readonly again: string;
  readonly onAgainChange: (again: string) => void;
  readonly attempt: Attempt;
}

/** A passphrase to be set, twice: with a slip of the finger in it, nothing could be opened again. */
export function NewPassphraseFields(props: NewPassphraseFieldsProps) {
  const { passphrase, again, attempt } = props;
  // Said once it cannot become the same any more by typing on.
  const differs = again !== '' && !passphrase.startsWith(again);
  return (
    <>
      <PassphraseField
        label="New passphrase"
        value={passphrase}
        onValueChange={props.onPassphraseChange}
        hint={`${passphraseHint('this browser’s files')} It is stored nowhere: forget it, and what it locks is lost.`}
      />
      <PassphraseField
        label="Once more"
        value={again}
        onValueChange={props.onAgainChange}
        problem={differs ? 'The two differ.' : null}
      />
      {attempt.isUnderWay && <Deriving />}
      {attempt.problem !== null && (
        <div role="alert">
          <Notice tone="bad">{attempt.problem}</Notice>
        </div>
      )}
    </>
  );
}
