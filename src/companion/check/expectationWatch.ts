import type { Ending } from '#domain/connection/connection.ts';
import type { Expectation } from '#domain/expectation/expectation.ts';
import { judgeExpectations } from '#domain/expectation/judgeExpectations.ts';
import type { JudgedExpectation } from '#domain/expectation/judgeExpectations.ts';
import type { MessageSighting, ObservedAttempt } from '#domain/expectation/observed.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { createMessageMatcher } from '#domain/transcript/filter/messageMatcher.ts';
import type { MatchedMessage } from '#domain/transcript/filter/messageMatcher.ts';
import { parseFilter } from '#domain/transcript/filter/parseFilter.ts';
import type { RelayedEntry } from '../relay/upstreamConnection.ts';
import { matchPattern, RanAway } from './matchReply.ts';

export interface ExpectationWatchOptions {
  readonly expectations: readonly Expectation[];
  readonly attempt: Extract<ObservedAttempt, { kind: 'open' }>;
  /** The clock of the entries, ms. */
  readonly now: () => number;
}

/** What is seen of an open connection for as long as an expectation waits for something. */
export interface ExpectationWatch {
  readonly noteEntry: (entry: RelayedEntry) => void;
  /** A saved message has gone out. */
  readonly noteSaved: (name: string) => void;
  readonly noteEnded: (ending: Ending) => void;
  /** Resolves once nothing is waited for any more. */
  readonly settled: Promise<readonly JudgedExpectation[]>;
}

type Expected = Extract<Expectation, { kind: 'message' }>;

interface Watched {
  readonly expected: Expected;
  readonly matches: (message: MatchedMessage) => boolean;
  sighting: MessageSighting;
}

export function watchExpectations({ expectations, attempt, now }: ExpectationWatchOptions): ExpectationWatch {
  const openedAt = now();
  let endedAt: number | null = null;
  let ending: Ending | null = null;
  const watched: readonly Watched[] = expectations
    .filter((expectation) => expectation.kind === 'message')
    .map((expected) => ({
      expected,
      matches: matcherOf(expected),
      sighting: { startedAfterMs: expected.after === '' ? 0 : null, afterMs: null, problem: null },
    }));
  let timer: NodeJS.Timeout | undefined;
  let settle: (judged: readonly JudgedExpectation[]) => void = () => {};
  const settled = new Promise<readonly JudgedExpectation[]>((resolve) => {
    settle = resolve;
  });

  function look(): void {
    clearTimeout(timer);
    const judged = judgeExpectations(expectations, {
      attempt: {
        ...attempt,
        forMs: (endedAt ?? now()) - openedAt,
        // Nobody but the other side ends it while something is waited for.
        ending: ending === null ? null : { closeCode: ending.closeCode, isOwn: false },
      },
      sightings: Object.fromEntries(watched.map(({ expected, sighting }) => [expected.id, sighting])),
    });
    const waiting = judged.filter(({ verdict }) => verdict === 'pending');
    const limits = waiting.flatMap(({ remainingMs }) => (remainingMs === null ? [] : [remainingMs]));
    // What waits for something else has no limit of its own, and nothing else is to come.
    if (limits.length === 0) settle(judged);
    else timer = setTimeout(look, Math.min(...limits) + 1);
  }

  // Whoever has opened the connection has something to send first.
  setImmediate(look);
  return {
    settled,
    noteEntry({ isSent, kind, payload, time }) {
      if (isSent || (kind !== ENTRY_KIND.text && kind !== ENTRY_KIND.binary)) return;
      const message: MatchedMessage = {
        direction: 'received',
        kind: kind === ENTRY_KIND.text ? 'text' : 'binary',
        payload,
      };
      for (const each of watched) notice(each, message, time - openedAt);
      look();
    },
    noteSaved(name) {
      for (const each of watched) {
        const { expected, sighting } = each;
        if (expected.after !== name || sighting.startedAfterMs !== null) continue;
        each.sighting = { ...sighting, startedAfterMs: now() - openedAt };
      }
    },
    noteEnded(how) {
      ending = how;
      endedAt = now();
      look();
    },
  };
}

function notice(watched: Watched, message: MatchedMessage, atMs: number): void {
  const { sighting, matches } = watched;
  const { startedAfterMs, afterMs, problem } = sighting;
  if (startedAfterMs === null || afterMs !== null || problem !== null) return;
  try {
    if (!matches(message)) return;
    watched.sighting = { ...sighting, afterMs: Math.max(0, atMs - startedAfterMs) };
  } catch (error) {
    if (!(error instanceof RanAway)) throw error;
    watched.sighting = { ...sighting, problem: 'runaway' };
  }
}

/** The expression was read before anything was dialled. */
function matcherOf({ filter }: Expected): Watched['matches'] {
  const parsed = parseFilter(filter);
  return createMessageMatcher(parsed.ok ? parsed.node : null, ({ source, flags }, text) =>
    matchPattern(new RegExp(source, flags), text),
  );
}
