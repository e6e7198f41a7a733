import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ProfileProblem } from '#domain/profile/profileProblem.ts';
import { Button } from '#ui/Button.tsx';
import { Popover } from '#ui/Popover.tsx';
import { preflightPlace, preflightSummary, showPlace } from './preflightPlace.ts';

export interface PreflightLineProps {
  readonly warnings: readonly ProfileProblem[];
  /** The name of a row, for what leads there. */
  readonly nameOf: (warning: ProfileProblem) => string | null;
}

/** How much will probably fail, and the way to each. It keeps nobody from trying. */
export function PreflightLine({ warnings, nameOf }: PreflightLineProps) {
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
        <ul className="flex max-w-96 flex-col gap-2 text-xs">
          {warnings.map((warning) => (
            <li key={`${warning.at} ${warning.fieldId ?? ''} ${warning.message}`} className="flex gap-2">
              <span className="min-w-0 flex-1">
                <span className="font-medium">{preflightPlace(warning, nameOf(warning))}: </span>
                {warning.message}
              </span>
              <Button
                size="small"
                aria-label={`Go to ${preflightPlace(warning, nameOf(warning))}`}
                onClick={() => showPlace(warning)}
              >
                Go there
              </Button>
            </li>
          ))}
        </ul>
      </Popover>
    </div>
  );
}
