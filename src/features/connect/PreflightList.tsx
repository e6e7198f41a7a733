import type { Profile } from '#domain/profile/profile.ts';
import type { PreflightWarning } from '#domain/profile/profileProblem.ts';
import { Button } from '#ui/Button.tsx';
import { FixList } from '../fixes/FixList.tsx';
import { useFixes } from '../fixes/useFixes.ts';
import { preflightPlace, showPlace } from './preflightPlace.ts';

export interface PreflightListProps {
  readonly profile: Profile;
  readonly warnings: readonly PreflightWarning[];
  /** The name of a row, for what leads there. */
  readonly nameOf: (warning: PreflightWarning) => string | null;
}

/** Every warning, the way to its place, and what Postern can change by itself. */
export function PreflightList({ profile, warnings, nameOf }: PreflightListProps) {
  const onApply = useFixes(profile);
  return (
    <ul className="flex flex-col gap-2.5 text-xs">
      {warnings.map((warning) => (
        <li key={`${warning.at} ${warning.fieldId ?? ''} ${warning.message}`} className="flex flex-col gap-1">
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
  );
}
