import { assertNever } from '#domain/assertNever.ts';
import type { EntryKind } from '#domain/transcript/entry.ts';
import { compileJsonCondition } from '#domain/transcript/filter/compileJsonCondition.ts';
import type { JsonMatcher } from '#domain/transcript/filter/compileJsonCondition.ts';
import type { FilterPlan, PlanNode, PlanTime } from '#domain/transcript/filter/filterPlan.ts';
import { entryKindOf } from '../entryKind.ts';
import { createLocalClock } from './localClock.ts';
import { MAX_RUN_ENTRIES, payloadOfRun } from './payloadRun.ts';
import type { PayloadRun } from './payloadRun.ts';
import { createTextScanner } from './textScanner.ts';
import { VERDICT } from './verdict.ts';

const { no: NO, unknown: UNKNOWN, yes: YES } = VERDICT;

/** What of the store is asked about an entry, beside its payload. */
export interface EntryFacts {
  readonly kindAt: (index: number) => number;
  readonly isSentAt: (index: number) => boolean;
  readonly timeAt: (index: number) => number;
  readonly byteLengthAt: (index: number) => number;
}

export interface PlanEvaluator {
  /**
   * The verdict on each entry of a run, valid until the next call. `patterns` holds what the plan's regular expressions
   * found, an array of verdicts for each; without it whatever depends on one is unknown.
   */
  readonly evaluate: (run: PayloadRun, patterns: readonly Uint8Array[] | null) => Uint8Array;
}

/** What happened to the connection itself went neither way, whatever side its entry stands on. */
const EVENTS: ReadonlySet<EntryKind> = new Set(['opened', 'ended']);

/** Asks every entry of a run one part of the plan after another, and each part only of entries that it can still decide. */
export function createPlanEvaluator(plan: FilterPlan, root: PlanNode, facts: EntryFacts): PlanEvaluator {
  const texts = plan.texts.length === 0 ? null : createTextScanner(plan.texts);
  const matchers = new Map<PlanNode, JsonMatcher>();
  const clock = createLocalClock();
  const everything = new Uint8Array(MAX_RUN_ENTRIES).fill(YES);
  /** Two for each level of the plan: its verdicts, and which entries its next part is asked about. */
  const buffers: Uint8Array[] = [];
  let run: PayloadRun;
  let patterns: readonly Uint8Array[] | null;

  function bufferOf(number: number): Uint8Array {
    return (buffers[number] ??= new Uint8Array(MAX_RUN_ENTRIES));
  }

  /** Only the verdicts on entries that are `wanted`, not `NO`, mean anything. */
  function ask(node: PlanNode, level: number, wanted: Uint8Array): Uint8Array {
    switch (node.kind) {
      case 'and':
        return askAll(node.parts, level, wanted, true);
      case 'or':
        return askAll(node.parts, level, wanted, false);
      case 'not': {
        const verdicts = ask(node.part, level + 1, wanted);
        const out = bufferOf(2 * level);
        for (let place = 0; place < run.count; place += 1) out[place] = YES - (verdicts[place] ?? NO);
        return out;
      }
      case 'text':
        if (texts === null) throw new RangeError('A plan lists the texts that it asks for.');
        return texts.find(node.index);
      case 'pattern':
        return patterns?.[node.index] ?? bufferOf(2 * level).fill(UNKNOWN);
      case 'direction':
        return askEach(level, wanted, (index) => {
          const isSent = node.direction === 'sent';
          return facts.isSentAt(index) === isSent && !EVENTS.has(entryKindOf(facts.kindAt(index)));
        });
      case 'kinds':
        return askEach(level, wanted, (index) => node.kinds.has(entryKindOf(facts.kindAt(index))));
      case 'size':
        return askEach(level, wanted, (index) => {
          const byteLength = facts.byteLengthAt(index);
          return byteLength >= node.from && byteLength <= node.to;
        });
      case 'clock':
      case 'date':
      case 'moment':
        return askEach(level, wanted, (index) => isWithin(node, facts.timeAt(index)));
      case 'json': {
        const matches = matcherOf(node, node.condition);
        return askEach(level, wanted, (index) => matches(payloadOfRun(run, index - run.first)));
      }
      default:
        return assertNever(node);
    }
  }

  function askAll(parts: readonly PlanNode[], level: number, wanted: Uint8Array, isAnd: boolean): Uint8Array {
    const out = bufferOf(2 * level);
    const open = bufferOf(2 * level + 1);
    out.fill(isAnd ? YES : NO);
    open.set(wanted);
    const settled = isAnd ? NO : YES;
    for (const part of parts) {
      const verdicts = ask(part, level + 1, open);
      let openCount = 0;
      for (let place = 0; place < run.count; place += 1) {
        if (open[place] === NO) continue;
        const before = out[place] ?? NO;
        const verdict = verdicts[place] ?? NO;
        const after = isAnd === verdict < before ? verdict : before;
        out[place] = after;
        if (after === settled) open[place] = NO;
        else openCount += 1;
      }
      if (openCount === 0) break;
    }
    return out;
  }

  function askEach(level: number, wanted: Uint8Array, isYes: (index: number) => boolean): Uint8Array {
    const out = bufferOf(2 * level);
    for (let place = 0; place < run.count; place += 1) {
      if (wanted[place] !== NO) out[place] = isYes(run.first + place) ? YES : NO;
    }
    return out;
  }

  function isWithin({ kind, from, to }: PlanTime, time: number): boolean {
    if (kind === 'moment') return time >= from && time < to;
    const local = kind === 'date' ? clock.dateOf(time) : clock.timeOfDay(time);
    // A range of the clock that ends before it begins goes over midnight.
    return from <= to ? local >= from && local < to : local >= from || local < to;
  }

  function matcherOf(node: PlanNode, condition: Parameters<typeof compileJsonCondition>[0]): JsonMatcher {
    let matcher = matchers.get(node);
    if (matcher === undefined) {
      matcher = compileJsonCondition(condition);
      matchers.set(node, matcher);
    }
    return matcher;
  }

  return {
    evaluate(asked, found) {
      run = asked;
      patterns = found;
      texts?.load(run);
      return ask(root, 0, everything);
    },
  };
}
