import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles } from '../stores/useStores.ts';

/** What follows from secrets being locked, where that matters, and the way to unlock them. */
export function LockedNotice({ children }: { readonly children: string }) {
  const { unlockPrompt } = useStores();
  const isAnyLocked = useProfiles(
    (state) => state.secretsLock === 'locked' && Object.keys(state.lockedSecrets).length > 0,
  );
  if (!isAnyLocked) return null;
  return (
    <Notice
      tone="warn"
      action={
        <Button size="small" onClick={() => unlockPrompt.getState().actions.ask()}>
          Unlock…
        </Button>
      }
    >
      {children}
    </Notice>
  );
}
