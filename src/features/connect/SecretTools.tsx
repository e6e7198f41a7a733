import { Eye, EyeOff, Lock, SaveOff } from 'lucide-react';
import type { SecretId } from '#domain/profile/profile.ts';
import { classNames } from '#ui/classNames.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles, useSettings } from '../stores/useStores.ts';

export interface SecretToolsProps {
  readonly secretId: SecretId;
  readonly name: string;
  readonly isRevealed: boolean;
  readonly onRevealedChange: (isRevealed: boolean) => void;
}

/** Beside the value of a secret: whether it is seen, and whether it is kept. */
export function SecretTools({ secretId, name, isRevealed, onRevealedChange }: SecretToolsProps) {
  const { unlockPrompt } = useStores();
  const state = useSecretKeeping(secretId);
  const remembersSecrets = useSettings(({ remembersSecrets }) => remembersSecrets);
  const { setPageOnly } = useProfiles(({ actions }) => actions);
  if (state === 'locked') {
    return (
      <IconButton
        size="small"
        label={`Unlock ${name}`}
        icon={<Lock />}
        onClick={() => unlockPrompt.getState().actions.ask()}
      />
    );
  }
  const isPageOnly = state === 'page-only';
  return (
    <>
      {remembersSecrets && state !== 'ready-made' && (
        <IconButton
          size="small"
          label={`Keep ${name} in this page only`}
          icon={<SaveOff />}
          aria-pressed={isPageOnly}
          // Seldom wanted: over the end of the value, and only while somebody is at the row.
          className={classNames(
            !isPageOnly &&
              'absolute right-6 bg-hover opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100 [@media(hover:none)]:opacity-100',
          )}
          onClick={() => setPageOnly(secretId, !isPageOnly)}
        />
      )}
      <IconButton
        size="small"
        label={isRevealed ? `Hide ${name}` : `Reveal ${name}`}
        icon={isRevealed ? <EyeOff /> : <Eye />}
        onClick={() => onRevealedChange(!isRevealed)}
      />
    </>
  );
}

/** `waiting`: entered while the others are locked, so that it is not kept yet. */
export type SecretKeeping = 'kept' | 'waiting' | 'locked' | 'damaged' | 'page-only' | 'ready-made';

/** How this device keeps a secret; of `null`, which is none, nothing is said. */
export function useSecretKeeping(id: SecretId | null): SecretKeeping {
  return useProfiles((state): SecretKeeping => {
    if (id === null) return 'kept';
    if (id.startsWith('local:')) return 'ready-made';
    if (id in state.pageOnlySecrets) return 'page-only';
    const isLocked = state.secretsLock === 'locked';
    if (id in state.secrets || !(id in state.lockedSecrets)) return isLocked ? 'waiting' : 'kept';
    return isLocked ? 'locked' : 'damaged';
  });
}
