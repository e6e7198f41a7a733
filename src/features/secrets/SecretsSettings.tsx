import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { assertNever } from '#domain/assertNever.ts';
import { RadioList } from '#ui/RadioList.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles, useSettings } from '../stores/useStores.ts';
import { LockActions } from './LockActions.tsx';
import { Question } from './Question.tsx';
import { SetLockForm } from './SetLockForm.tsx';

/** How the values of secrets are kept on this device. */
type Keeping = 'page' | 'device' | 'locked';

const CHOICES: readonly { readonly value: Keeping; readonly label: string; readonly note: string }[] = [
  {
    value: 'page',
    label: 'Only in this page',
    note: 'They are lost when the page is closed or reloaded, and their fields are empty then.',
  },
  {
    value: 'device',
    label: 'Remembered on this device',
    note: 'They stand unencrypted in this browser’s storage: who can use your account on this machine can read them.',
  },
  {
    value: 'locked',
    label: 'Remembered, locked with a passphrase',
    note: 'They stand encrypted in this browser’s storage. Each tab asks for the passphrase after it was opened or reloaded.',
  },
];

/** Where the values of secrets are kept; what deletes them, or lays them open, is asked first. */
export function SecretsSettings() {
  const { notices, unlockPrompt } = useStores();
  const isRemembering = useSettings((state) => state.remembersSecrets);
  const { setRemembersSecrets } = useSettings((state) => state.actions);
  const secretsLock = useProfiles((state) => state.secretsLock);
  const { dropLock } = useProfiles((state) => state.actions);
  const [wanted, setWanted] = useState<Keeping | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const current: Keeping = !isRemembering ? 'page' : secretsLock === 'none' ? 'device' : 'locked';
  const show = notices.getState().actions.show;
  const stay = () => {
    flushSync(() => setWanted(null));
    // What had the focus has gone with the question.
    list.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  };

  const choose = (keeping: Keeping) => {
    if (keeping === current) stay();
    // Away from a lock they have to be open: their values could not be kept otherwise.
    else if (secretsLock === 'locked') {
      unlockPrompt.getState().actions.ask({ profileName: null, afterwards: () => setWanted(keeping) });
    } else if (keeping === 'device' && current === 'page') setRemembersSecrets(true);
    else setWanted(keeping);
  };
  const keepInPage = async () => {
    stay();
    setRemembersSecrets(false);
    await dropLock();
    show('The secrets on this device have been deleted. This page has them until it is closed.');
  };
  const takeLockAway = async () => {
    stay();
    await dropLock();
    show('The lock is gone: the secrets stand unencrypted on this device.');
  };

  return (
    <div ref={list} className="flex flex-col gap-2">
      <RadioList
        label="Where secrets are kept"
        value={wanted ?? current}
        options={CHOICES}
        onValueChange={choose}
      />
      {wanted === null ? current === 'locked' && <LockActions /> : renderStep(wanted)}
    </div>
  );

  function renderStep(keeping: Keeping) {
    switch (keeping) {
      case 'page':
        return (
          <Question yes="Delete them" onYes={() => void keepInPage()} no="Keep" onNo={stay}>
            The keys, tokens and passwords of all profiles and environments are deleted from this device now.
            Open pages have them until they are closed.
          </Question>
        );
      case 'device':
        return (
          <Question yes="Take the lock away" onYes={() => void takeLockAway()} no="Keep it" onNo={stay}>
            The secrets are written to this browser’s storage as they are, and need no passphrase any more.
          </Question>
        );
      case 'locked':
        return (
          <SetLockForm
            onCancel={stay}
            onLocked={() => {
              stay();
              setRemembersSecrets(true);
              show(
                'The secrets on this device are locked. This tab has them open until you lock it or it is reloaded.',
              );
            }}
          />
        );
      default:
        return assertNever(keeping);
    }
  }
}
