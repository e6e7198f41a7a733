import { useProfiles } from '../stores/useStores.ts';
import { NewPassphraseForm } from './NewPassphraseForm.tsx';
import { useAttempt } from './useAttempt.ts';

export interface SetLockFormProps {
  readonly onCancel: () => void;
  readonly onLocked: () => void;
}

/** Gives the secrets on this device a passphrase. */
export function SetLockForm({ onCancel, onLocked }: SetLockFormProps) {
  const { setLock } = useProfiles((state) => state.actions);
  const attempt = useAttempt();
  const lock = async (passphrase: string) => {
    if (await attempt.make((signal) => setLock(passphrase, signal))) onLocked();
  };
  return (
    <NewPassphraseForm
      label="Lock with a passphrase"
      action="Lock"
      attempt={attempt}
      onSubmit={(passphrase) => void lock(passphrase)}
      onCancel={onCancel}
    />
  );
}
