import { useId, useState } from 'react';
import type { UnlockRequest } from '#state/unlockPromptStore.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { focusOnceHere } from '#ui/focusOnceHere.ts';
import { useProfiles } from '../stores/useStores.ts';
import { Deriving } from './Deriving.tsx';
import { ForgetLockedSecrets } from './ForgetLockedSecrets.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { useAttempt } from './useAttempt.ts';

export interface UnlockDialogProps {
  readonly request: UnlockRequest;
  readonly onClose: () => void;
}

/** Asks for the passphrase of the secrets on this device, and goes on with what had to wait for them. */
export function UnlockDialog({ request, onClose }: UnlockDialogProps) {
  const { unlock } = useProfiles((state) => state.actions);
  const [passphrase, setPassphrase] = useState('');
  const [isForgetting, setForgetting] = useState(false);
  const attempt = useAttempt();
  const formId = useId();
  const isReady = passphrase !== '' && !attempt.isUnderWay;
  const submit = async () => {
    if (!(await attempt.make((signal) => unlock(passphrase, signal)))) return;
    onClose();
    request.afterwards();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Unlock secrets"
      footer={
        isForgetting ? undefined : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" type="submit" form={formId} disabled={!isReady}>
              {request.profileName === null ? 'Unlock' : 'Unlock and connect'}
            </Button>
          </>
        )
      }
    >
      {isForgetting ? (
        <ForgetLockedSecrets onKeep={() => setForgetting(false)} onForgotten={onClose} />
      ) : (
        <form
          id={formId}
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady) void submit();
          }}
        >
          <p>
            {request.profileName === null
              ? 'The secrets on this device are sealed. They are unlocked for this tab, until it is closed or reloaded or you lock them again.'
              : `“${request.profileName}” connects with secrets that are locked. They are unlocked for this tab, until it is closed or reloaded or you lock them again.`}
          </p>
          <PassphraseField
            // Once more, when the question that stood in its place has gone.
            ref={focusOnceHere}
            label="Passphrase"
            value={passphrase}
            onValueChange={(value) => {
              setPassphrase(value);
              attempt.clear();
            }}
            problem={attempt.error?.message ?? null}
          />
          {attempt.isUnderWay && <Deriving />}
          <Button
            size="small"
            variant="quiet"
            className="-ml-2 self-start underline"
            disabled={attempt.isUnderWay}
            onClick={() => setForgetting(true)}
          >
            I do not know it any more
          </Button>
        </form>
      )}
    </Dialog>
  );
}
