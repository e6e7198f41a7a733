import { useState } from 'react';
import { isLongEnough } from '#state/sealing/passphrase.ts';
import { Button } from '#ui/Button.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles } from '../stores/useStores.ts';
import { NewPassphraseFields } from './NewPassphraseFields.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { useAttempt } from './useAttempt.ts';

/** Another passphrase for the same lock. Who sits at an open tab has to know the old one. */
export function ChangePassphraseForm({ onDone }: { readonly onDone: () => void }) {
  const { notices } = useStores();
  const { changePassphrase } = useProfiles((state) => state.actions);
  const [old, setOld] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const attempt = useAttempt();
  const isReady = old !== '' && isLongEnough(passphrase) && passphrase === again && !attempt.isUnderWay;
  const submit = async () => {
    if (!(await attempt.make(() => changePassphrase(old, passphrase)))) return;
    notices.getState().actions.show('The secrets on this device have their new passphrase.');
    onDone();
  };
  return (
    <form
      aria-label="Change the passphrase"
      className="flex flex-col gap-2 rounded-md border border-line p-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void submit();
      }}
    >
      <PassphraseField label="Passphrase until now" value={old} onValueChange={setOld} />
      <NewPassphraseFields
        passphrase={passphrase}
        onPassphraseChange={setPassphrase}
        again={again}
        onAgainChange={setAgain}
        attempt={attempt}
      />
      <div className="flex justify-end gap-1.5">
        <Button size="small" onClick={onDone}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" disabled={!isReady}>
          Change it
        </Button>
      </div>
    </form>
  );
}
