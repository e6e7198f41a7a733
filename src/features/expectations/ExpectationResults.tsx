import { describeExpectation } from '#domain/expectation/describeExpectation.ts';
import type { JudgedExpectation } from '#domain/expectation/judgeExpectations.ts';
import { formatDuration } from '#domain/format/formatDuration.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { classNames } from '#ui/classNames.ts';
import { useSecretMasker } from '../stores/secretsToHide.ts';
import { EXPECTATION_LOOKS } from './expectationLooks.ts';
import { useJudged } from './useJudged.ts';

export interface ExpectationResultsProps {
  readonly profile: Profile;
}

/** Each expectation with what was seen. */
export function ExpectationResults({ profile }: ExpectationResultsProps) {
  const judged = useJudged(profile.id);
  const mask = useSecretMasker(profile);
  if (judged.length === 0) return null;
  return (
    <ul aria-label="Expectations" className="flex flex-col gap-1.5 text-xs">
      {judged.map((each) => (
        <Result key={each.expectation.id} judged={each} mask={mask.text} />
      ))}
    </ul>
  );
}

interface ResultProps {
  readonly judged: JudgedExpectation;
  readonly mask: (text: string) => string;
}

function Result({ judged: { expectation, verdict, seen, remainingMs }, mask }: ResultProps) {
  const { icon: Icon, tone, word } = EXPECTATION_LOOKS[verdict];
  // Whole seconds: it moves once in each.
  const remaining = remainingMs === null ? null : Math.ceil(remainingMs / 1_000) * 1_000;
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden className={classNames('mt-0.5 size-3.5 shrink-0', tone)} />
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">
          <span className={classNames('font-medium', tone)}>{word}:</span>{' '}
          {mask(describeExpectation(expectation))}
        </p>
        <p className="text-2xs text-ink-soft wrap-anywhere tabular-nums">
          {mask(seen)}
          {remaining !== null && `, ${formatDuration(remaining)} left`}
        </p>
      </div>
    </li>
  );
}
