import { useEffect, useRef, useState } from 'react';
import { SealError } from '#state/sealing/sealError.ts';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles } from '../stores/useStores.ts';
import { NewPassphraseForm } from './NewPassphraseForm.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { useAttempt } from './useAttempt.ts';

/** Another passphrase for the same lock. Who sits at an open tab has to know the old one. */
export function ChangePassphraseForm({ onDone }: { readonly onDone: () => void }) {
  const { notices } = useStores();
  const { changePassphrase } = useProfiles((state) => state.actions);
  const [old, setOld] = useState('');
  const oldField = useRef<HTMLInputElement>(null);
  const attempt = useAttempt();
  const isOldWrong = attempt.error instanceof SealError && attempt.error.code === 'not-opened';
  // The button that was pressed for it has gone.
  useEffect(() => oldField.current?.focus(), []);
  useEffect(() => {
    if (isOldWrong) oldField.current?.focus();
  }, [isOldWrong]);
  const change = async (passphrase: string) => {
    if (!(await attempt.make((signal) => changePassphrase(old, passphrase, signal)))) return;
    notices.getState().actions.show('The secrets on this device have their new passphrase.');
    onDone();
  };
  return (
    <NewPassphraseForm
      label="Change the passphrase"
      action="Change it"
      attempt={isOldWrong ? { ...attempt, error: null } : attempt}
      isReady={old !== ''}
      onSubmit={(passphrase) => void change(passphrase)}
      onCancel={onDone}
    >
      <PassphraseField
        ref={oldField}
        label="Passphrase until now"
        value={old}
        onValueChange={(typed) => {
          setOld(typed);
          attempt.clear();
        }}
        problem={isOldWrong ? attempt.error.message : null}
      />
    </NewPassphraseForm>
  );
}
