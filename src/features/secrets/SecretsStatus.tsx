import { Lock, LockOpen } from 'lucide-react';
import { IconButton } from '#ui/IconButton.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles } from '../stores/useStores.ts';

/** Where secrets have a lock: whether it is shut in this tab, and the other way round one press away. */
export function SecretsStatus() {
  const { unlockPrompt } = useStores();
  const secretsLock = useProfiles((state) => state.secretsLock);
  const { lockNow } = useProfiles((state) => state.actions);
  if (secretsLock === 'none') return null;
  if (secretsLock === 'unlocked') {
    return <IconButton label="Lock secrets" icon={<LockOpen />} onClick={() => void lockNow()} />;
  }
  return (
    <button
      type="button"
      aria-label="Secrets locked: unlock"
      data-tooltip="Unlock secrets"
      onClick={() => unlockPrompt.getState().actions.ask()}
      className="inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2 text-xs text-ink-soft hover:bg-hover"
    >
      <Lock aria-hidden className="size-3.5" />
      <span className="sr-only sm:not-sr-only">Secrets</span>
      <span className="sr-only font-medium text-ink sm:not-sr-only">locked</span>
    </button>
  );
}
