import { summariseJudged } from '#domain/expectation/judgeExpectations.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { classNames } from '#ui/classNames.ts';
import { EXPECTATION_LOOKS, weightiestVerdict } from './expectationLooks.ts';
import { useJudged } from './useJudged.ts';

export interface ExpectationsSummaryProps {
  readonly profileId: ProfileId;
}

/** How many expectations are met, in a few words. */
export function ExpectationsSummary({ profileId }: ExpectationsSummaryProps) {
  const judged = useJudged(profileId);
  if (judged.length === 0) return null;
  const { icon: Icon, tone } = EXPECTATION_LOOKS[weightiestVerdict(judged)];
  return (
    <output
      aria-label="Expectations"
      className={classNames('flex items-center gap-1.5 tabular-nums', tone)}
      title="The diagnosis has each of them"
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {summariseJudged(judged)}
    </output>
  );
}
