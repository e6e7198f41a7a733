import { CircleCheck, CircleDashed, CircleOff, KeyRound } from 'lucide-react';
import { classNames } from '#ui/classNames.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { Popover } from '#ui/Popover.tsx';
import { useCompanion } from '../stores/useCompanion.ts';
import { COMPANION_TEXTS } from './companionText.ts';
import { TokenForm } from './TokenForm.tsx';

const LOOKS = {
  checking: { icon: CircleDashed, colour: 'text-ink-soft' },
  ready: { icon: CircleCheck, colour: 'text-good' },
  'token-required': { icon: KeyRound, colour: 'text-warn' },
  absent: { icon: CircleOff, colour: 'text-bad' },
} as const;

/** How it stands with the companion, and, one press away, what that means and what to do. */
export function CompanionStatus() {
  const state = useCompanion();
  const { word, meaning } = COMPANION_TEXTS[state];
  const { icon: Icon, colour } = LOOKS[state];
  return (
    <Popover
      label="Companion"
      trigger={
        <button
          type="button"
          className="inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2 text-xs text-ink-soft hover:bg-hover data-[state=open]:bg-hover"
        >
          <Icon aria-hidden className={classNames('size-3.5', colour)} />
          <span className="sr-only sm:not-sr-only">Companion</span>
          <span className={classNames('font-medium', colour)}>{word}</span>
        </button>
      }
    >
      <div className="flex flex-col gap-2.5 text-ink-soft">
        <p className="flex items-center gap-1.5 text-sm font-medium text-ink">
          <Icon aria-hidden className={classNames('size-4', colour)} />
          Companion {word}
        </p>
        <p>{meaning}</p>
        {state === 'token-required' && <TokenForm />}
        {state === 'absent' && (
          <p className="flex items-center justify-between rounded-md bg-sunken py-0.5 pr-0.5 pl-2 font-mono text-ink">
            npm start
            <CopyButton label="Copy the command" text={() => 'npm start'} />
          </p>
        )}
      </div>
    </Popover>
  );
}
