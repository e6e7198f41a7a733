import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Profile } from '#domain/profile/profile.ts';
import type { PreflightWarning } from '#domain/profile/profileProblem.ts';
import { Button } from '#ui/Button.tsx';
import { Popover } from '#ui/Popover.tsx';
import { FixList } from '../fixes/FixList.tsx';
import { useFixes } from '../fixes/useFixes.ts';
import { preflightPlace, preflightSummary, showPlace } from './preflightPlace.ts';

export interface PreflightLineProps {
  readonly profile: Profile;
  readonly warnings: readonly PreflightWarning[];
  /** The name of a row, for what leads there. */
  readonly nameOf: (warning: PreflightWarning) => string | null;
}

/** How much will probably fail, and the way to each. It keeps nobody from trying. */
export function PreflightLine({ profile, warnings, nameOf }: PreflightLineProps) {
  const onApply = useFixes(profile);
  if (warnings.length === 0) {
    return (
      <p className="flex h-7 items-center gap-1.5 px-3 text-xs text-ink-soft">
        <CircleCheck aria-hidden className="size-3.5" />
        {preflightSummary(0)}
      </p>
    );
  }
  return (
    <div className="flex h-7 items-center px-2">
      <Popover
        label="Preflight"
        trigger={
          <Button size="small" variant="quiet">
            <TriangleAlert aria-hidden className="size-3.5 text-warn" />
            {preflightSummary(warnings.length)}
          </Button>
        }
      >
        <ul className="flex flex-col gap-2.5 text-xs">
          {warnings.map((warning) => (
            <li
              key={`${warning.at} ${warning.fieldId ?? ''} ${warning.message}`}
              className="flex flex-col gap-1"
            >
              <div className="flex gap-2">
                <p className="min-w-0 flex-1">
                  <span className="font-medium">{preflightPlace(warning, nameOf(warning))}: </span>
                  {warning.message}
                </p>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Go to ${preflightPlace(warning, nameOf(warning))}`}
                  onClick={() => showPlace(warning)}
                >
                  Go there
                </Button>
              </div>
              <FixList profile={profile} fixes={warning.fixes} nextAttempt="connect" onApply={onApply} />
            </li>
          ))}
        </ul>
      </Popover>
    </div>
  );
}
