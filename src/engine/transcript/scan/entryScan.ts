import type { FilterPlan } from '#domain/transcript/filter/filterPlan.ts';
import type { TranscriptStore } from '../transcriptStore.ts';
import { createPlanEvaluator } from './evaluatePlan.ts';
import { createPatternMatcher } from './patternMatcher.ts';
import type { PatternWorker } from './patternMatcher.ts';
import { readRun } from './payloadRun.ts';
import { VERDICT } from './verdict.ts';

/** What a look at some entries came to. */
export type Look =
  /** `verdicts` holds `VERDICT.yes` for what matches, one for each entry looked at; valid until the next look. */
  | { readonly kind: 'looked'; readonly count: number; readonly verdicts: Uint8Array }
  /** Regular expressions were ended: there will be no verdict on these entries. */
  | { readonly kind: 'runaway' | 'unavailable' | 'cancelled' };

/** Asks entries of the store what a filter asks. */
export interface EntryScan {
  /** Looks at the entries from `first` on, as many as are cheap to look at together. A promise while others work on it. */
  readonly look: (first: number) => Look | Promise<Look>;
  readonly dispose: () => void;
}

/** `null` for a plan that shows all. */
export function createEntryScan(
  store: TranscriptStore,
  plan: FilterPlan,
  createPatternWorker: () => PatternWorker,
): EntryScan | null {
  if (plan.root === null) return null;
  const evaluator = createPlanEvaluator(plan, plan.root, store);
  const patterns =
    plan.patterns.length === 0 ? null : createPatternMatcher(plan.patterns, createPatternWorker);

  return {
    look(first) {
      const run = readRun(store, first);
      const { count } = run;
      const verdicts = evaluator.evaluate(run, null);
      if (patterns === null) return { kind: 'looked', count, verdicts };
      const unknown: number[] = [];
      for (let place = 0; place < count; place += 1) {
        if (verdicts[place] === VERDICT.unknown) unknown.push(place);
      }
      if (unknown.length === 0) return { kind: 'looked', count, verdicts };
      return patterns
        .match(run, unknown)
        .then((outcome): Look =>
          outcome.kind === 'matched'
            ? { kind: 'looked', count, verdicts: evaluator.evaluate(run, outcome.verdicts) }
            : { kind: outcome.kind },
        );
    },
    dispose: () => patterns?.dispose(),
  };
}
