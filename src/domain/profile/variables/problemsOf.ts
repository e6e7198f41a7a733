import type { ProfileProblem } from '../profileProblem.ts';
import { resolveProfile } from '../resolveProfile.ts';
import type { FilledIn } from './fillProfile.ts';

/** All that stands in the way of connecting. Where a variable has no value, what else is wrong there follows from that. */
export function problemsOf({ profile, secrets, problems: missing }: FilledIn): readonly ProfileProblem[] {
  const resolution = resolveProfile(profile, secrets);
  if (resolution.ok) return missing;
  const others = resolution.problems.filter(
    ({ at, fieldId }) => !missing.some((one) => one.at === at && one.fieldId === fieldId),
  );
  return [...missing, ...others];
}
