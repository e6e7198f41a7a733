import { useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { focusOnceHere } from '#ui/focusOnceHere.ts';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles } from '../stores/useStores.ts';
import { ChangePassphraseForm } from './ChangePassphraseForm.tsx';
import { ForgetLockedSecrets } from './ForgetLockedSecrets.tsx';

/** What is asked in the place of the buttons. */
type Step = 'change' | 'forget';

/** What can be done with the lock that there is. */
export function LockActions() {
  const { unlockPrompt } = useStores();
  const isLocked = useProfiles((state) => state.secretsLock === 'locked');
  const { lockNow } = useProfiles((state) => state.actions);
  const [step, setStep] = useState<Step | null>(null);
  /** The one that was open last: its button gets the focus back. */
  const [before, setBefore] = useState<Step | null>(null);
  const done = () => {
    setBefore(step);
    setStep(null);
  };
  const returnTo = (button: Step) => (before === button ? focusOnceHere : undefined);
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
      <Button size="small" ref={returnTo('change')} onClick={() => setStep('change')}>
        Change passphrase…
      </Button>
      {isLocked && (
        <Button size="small" variant="quiet" ref={returnTo('forget')} onClick={() => setStep('forget')}>
          Forgotten…
        </Button>
      )}
    </div>
  );
}
