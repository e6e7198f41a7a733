import { useState } from 'react';
import { isLongEnough } from '#state/sealing/passphrase.ts';
import { Button } from '#ui/Button.tsx';
import { useProfiles } from '../stores/useStores.ts';
import { NewPassphraseFields } from './NewPassphraseFields.tsx';
import { useAttempt } from './useAttempt.ts';

export interface SetLockFormProps {
  readonly onCancel: () => void;
  readonly onLocked: () => void;
}

/** Gives the secrets on this device a passphrase. */
export function SetLockForm({ onCancel, onLocked }: SetLockFormProps) {
  const { setLock } = useProfiles((state) => state.actions);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const attempt = useAttempt();
  const isReady = isLongEnough(passphrase) && passphrase === again && !attempt.isUnderWay;
  const submit = async () => {
    if (await attempt.make(() => setLock(passphrase))) onLocked();
  };
  return (
    <form
      aria-label="Lock with a passphrase"
      className="flex flex-col gap-2 rounded-md border border-line p-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void submit();
      }}
    >
      <NewPassphraseFields
        passphrase={passphrase}
        onPassphraseChange={setPassphrase}
        again={again}
        onAgainChange={setAgain}
        attempt={attempt}
      />
      <div className="flex justify-end gap-1.5">
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" disabled={!isReady}>
          Lock
        </Button>
      </div>
    </form>
  );
}
