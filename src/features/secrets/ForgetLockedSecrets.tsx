import { useStores } from '../stores/StoresContext.ts';
import { useProfiles, useSettings } from '../stores/useStores.ts';
import { Question } from './Question.tsx';

export interface ForgetLockedSecretsProps {
  readonly onKeep: () => void;
  readonly onForgotten: () => void;
}

/** Without the passphrase nobody opens what is sealed: all that is left is to delete it, which is asked first. */
export function ForgetLockedSecrets({ onKeep, onForgotten }: ForgetLockedSecretsProps) {
  const { notices } = useStores();
  const count = useProfiles((state) => Object.keys(state.lockedSecrets).length);
  const { dropLock } = useProfiles((state) => state.actions);
  const { setRemembersSecrets } = useSettings((state) => state.actions);
  const forget = async () => {
    // First: nothing that is entered from now on may take the place of what was sealed, and stand there in the clear.
    setRemembersSecrets(false);
    await dropLock();
    notices
      .getState()
      .actions.show(
        'The locked secrets have been deleted. What you enter from now on stays in this page only, until you choose otherwise in the settings.',
      );
    onForgotten();
  };
  return (
    <Question yes="Delete them" onYes={() => void forget()} no="Keep" onNo={onKeep}>
      {`Nobody opens what is sealed without its passphrase, this page no more than anybody else. To forget it deletes ${
        count === 1 ? 'the one locked secret' : `the ${count} locked secrets`
      } from this device; profiles and environments stay, and ask for their values anew.`}
    </Question>
  );
}
