import { CircleCheck, TriangleAlert } from 'lucide-react';
import { Suspense } from 'react';
import type { Profile } from '#domain/profile/profile.ts';
import type { PreflightWarning } from '#domain/profile/profileProblem.ts';
import { Button } from '#ui/Button.tsx';
import { onDemand } from '#ui/onDemand.ts';
import { Popover } from '#ui/Popover.tsx';
import { preflightSummary } from './preflightPlace.ts';

const PreflightList = onDemand(async () => (await import('./PreflightList.tsx')).PreflightList);

export interface PreflightLineProps {
  readonly profile: Profile;
  readonly warnings: readonly PreflightWarning[];
  /** The name of a row, for what leads there. */
  readonly nameOf: (warning: PreflightWarning) => string | null;
}

/** How much will probably fail, and the way to each. It keeps nobody from trying. */
export function PreflightLine({ profile, warnings, nameOf }: PreflightLineProps) {
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
        <Suspense>
          <PreflightList profile={profile} warnings={warnings} nameOf={nameOf} />
        </Suspense>
      </Popover>
    </div>
  );
}
