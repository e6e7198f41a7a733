import { CircleCheck, CircleX, Hourglass } from 'lucide-react';
import type { JudgedExpectation } from '#domain/expectation/judgeExpectations.ts';

/** Colour, icon and word of each verdict. */
export const EXPECTATION_LOOKS = {
  met: { icon: CircleCheck, tone: 'text-good', word: 'Met' },
  'not-met': { icon: CircleX, tone: 'text-bad', word: 'Not met' },
  pending: { icon: Hourglass, tone: 'text-ink-soft', word: 'Pending' },
} as const;

/** What weighs most of several: what is not met, then what is not known yet. */
export function weightiestVerdict(judged: readonly JudgedExpectation[]): JudgedExpectation['verdict'] {
  const verdicts = judged.map(({ verdict }) => verdict);
  if (verdicts.includes('not-met')) return 'not-met';
  return verdicts.includes('pending') ? 'pending' : 'met';
}
