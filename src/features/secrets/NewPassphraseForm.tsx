import { useState } from 'react';
import type { ReactNode } from 'react';
import { isLongEnough } from '#state/sealing/passphrase.ts';
import { Button } from '#ui/Button.tsx';
import { AttemptNotes } from './AttemptNotes.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { passphraseHint } from './passphraseHint.ts';
import type { Attempt } from './useAttempt.ts';

export interface NewPassphraseFormProps {
  /** The form's accessible name. */
  readonly label: string;
  /** Of the button. */
  readonly action: string;
  readonly attempt: Attempt;
  /** Whether what stands above the passphrase is filled in. */
  readonly isReady?: boolean;
  readonly onSubmit: (passphrase: string) => void;
  readonly onCancel: () => void;
  /** Above the passphrase. */
  readonly children?: ReactNode;
}

/** A passphrase to be set, twice: with a slip of the finger in it, nothing could be opened again. */
export function NewPassphraseForm(props: NewPassphraseFormProps) {
  const { attempt, children } = props;
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  // Said once it cannot become the same any more by typing on.
  const differs = again !== '' && !passphrase.startsWith(again);
  const isReady =
    props.isReady !== false && isLongEnough(passphrase) && passphrase === again && !attempt.isUnderWay;
  return (
    <form
      aria-label={props.label}
      className="flex flex-col gap-2 rounded-md border border-line p-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) props.onSubmit(passphrase);
      }}
    >
      {children}
      <PassphraseField
        label="New passphrase"
        value={passphrase}
        onValueChange={(typed) => {
          setPassphrase(typed);
          attempt.clear();
        }}
        hint={`${passphraseHint('this browser’s files')} It is stored nowhere: forget it, and what it locks is lost.`}
      />
      <PassphraseField
        label="Once more"
        value={again}
        onValueChange={(typed) => {
          setAgain(typed);
          attempt.clear();
        }}
        problem={differs ? 'The two differ.' : null}
      />
      <AttemptNotes attempt={attempt} />
      <div className="flex justify-end gap-1.5">
        <Button size="small" onClick={props.onCancel}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" disabled={!isReady}>
          {props.action}
        </Button>
      </div>
    </form>
  );
}
