import { useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles } from '../stores/useStores.ts';
import { ChangePassphraseForm } from './ChangePassphraseForm.tsx';
import { ForgetLockedSecrets } from './ForgetLockedSecrets.tsx';

/** What can be done with the lock that there is. */
export function LockActions() {
  const { unlockPrompt } = useStores();
  const isLocked = useProfiles((state) => state.secretsLock === 'locked');
  const { lockNow } = useProfiles((state) => state.actions);
  const [step, setStep] = useState<'none' | 'change' | 'forget'>('none');
  const done = () => setStep('none');
  if (step === 'change') return <ChangePassphraseForm onDone={done} />;
  if (step === 'forget') return <ForgetLockedSecrets onKeep={done} onForgotten={done} />;
  return (
    <div className="flex flex-wrap items-center gap-1.5 pl-5.5">
      {isLocked ? (
        <Button size="small" onClick={() => unlockPrompt.getState().actions.ask()}>
          Unlock…
        </Button>
      ) : (
        <Button size="small" onClick={() => void lockNow()}>
          Lock now
        </Button>
      )}
      <Button size="small" onClick={() => setStep('change')}>
        Change passphrase…
      </Button>
      {isLocked && (
        <Button size="small" variant="quiet" onClick={() => setStep('forget')}>
          Forgotten…
        </Button>
      )}
    </div>
  );
}
