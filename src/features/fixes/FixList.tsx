import { Check, RotateCw, Wrench } from 'lucide-react';
import { useState } from 'react';
import type { Fix, FixAction } from '#domain/gateway/fixAction.ts';
import { applyFix } from '#domain/profile/applyFix.ts';
import { describeFix, needsTyping } from '#domain/profile/describeFix.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { Button } from '#ui/Button.tsx';
import { classNames } from '#ui/classNames.ts';

export interface FixListProps {
  readonly profile: Profile;
  readonly fixes: readonly Fix[];
  /** What another attempt is called: before the first there is nothing to try again. */
  readonly nextAttempt?: 'connect' | 'try again';
  /** Changes the profile; `isTriedAgain` makes another attempt with it. */
  readonly onApply: (action: FixAction, isTriedAgain: boolean) => void;
}

/** What to change, likeliest first; what Postern can change itself has a button. */
export function FixList({ profile, fixes, nextAttempt = 'try again', onApply }: FixListProps) {
  if (fixes.length === 0) return null;
  return (
    <ol
      className={classNames(
        'flex flex-col gap-1',
        fixes.length > 1 && 'list-decimal pl-4 marker:text-ink-soft',
      )}
    >
      {fixes.map((fix) => (
        <li key={fix.text}>
          {fix.text}
          {fix.action !== null && (
            <FixButtons profile={profile} action={fix.action} nextAttempt={nextAttempt} onApply={onApply} />
          )}
        </li>
      ))}
    </ol>
  );
}

interface FixButtonsProps {
  readonly profile: Profile;
  readonly action: FixAction;
  readonly nextAttempt: 'connect' | 'try again';
  readonly onApply: FixListProps['onApply'];
}

function FixButtons({ profile, action, nextAttempt, onApply }: FixButtonsProps) {
  const [isApplied, setApplied] = useState(false);
  const canApply = applyFix(profile, action) !== profile;
  const what = describeFix(action);
  if (!canApply && !isApplied) return null;
  const apply = (isTriedAgain: boolean) => {
    setApplied(true);
    onApply(action, isTriedAgain);
  };
  return (
    <span className="mt-1 mb-0.5 flex flex-wrap items-center gap-1.5">
      {/* Stays in place once applied, so that the focus does. */}
      <Button
        size="small"
        aria-disabled={!canApply}
        aria-label={canApply ? `Apply: ${what}` : `Applied: ${what}`}
        onClick={() => canApply && apply(false)}
      >
        {canApply ? <Wrench aria-hidden className="size-3.5" /> : <Check aria-hidden className="size-3.5" />}
        {canApply ? 'Apply' : 'Applied'}
      </Button>
      {canApply && !needsTyping(action) && (
        <Button size="small" aria-label={`Apply and ${nextAttempt}: ${what}`} onClick={() => apply(true)}>
          <RotateCw aria-hidden className="size-3.5" />
          Apply and {nextAttempt}
        </Button>
      )}
      <span aria-hidden className="text-2xs text-ink-soft">
        {what}
      </span>
    </span>
  );
}
