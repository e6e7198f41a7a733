import { assertNever } from '../assertNever.ts';
import { formatDuration } from '../format/formatDuration.ts';
import { explainCloseCode } from '../websocket/closeCode.ts';
import type { Expectation } from './expectation.ts';
import type { Observed, ObservedAttempt, MessageSighting } from './observed.ts';

export interface JudgedExpectation {
  readonly expectation: Expectation;
  readonly verdict: 'met' | 'not-met' | 'pending';
  /** What was seen, or is waited for: a part of a sentence. */
  readonly seen: string;
  /** Until it is not met, ms; `null` where no time runs. */
  readonly remainingMs: number | null;
}

type Verdict = Omit<JudgedExpectation, 'expectation'>;
type Of<Kind extends Expectation['kind']> = Extract<Expectation, { kind: Kind }>;
type Open = Extract<ObservedAttempt, { kind: 'open' }>;

/** Whether each is met by what has been seen so far. One that waits becomes not met by its own limit. */
export function judgeExpectations(
  expectations: readonly Expectation[],
  observed: Observed,
): readonly JudgedExpectation[] {
  return expectations.map((expectation) => ({ expectation, ...judge(expectation, observed) }));
}

function judge(expectation: Expectation, { attempt, sightings }: Observed): Verdict {
  switch (expectation.kind) {
    case 'opens':
      return judgeOpening(expectation, attempt);
    case 'refused':
      return judgeRefusal(expectation, attempt);
    case 'subprotocol':
      return judgeOpen(attempt, ({ subprotocol }) =>
        verdict(
          (subprotocol ?? '') === expectation.value,
          subprotocol === null ? 'none was selected' : `${subprotocol} was selected`,
        ),
      );
    case 'message':
      return judgeOpen(attempt, (open) => judgeMessage(expectation, open, sightings[expectation.id]));
    case 'closes':
      return judgeOpen(attempt, (open) => judgeClose(expectation, open));
    default:
      return assertNever(expectation);
  }
}

function judgeOpening({ withinMs }: Of<'opens'>, attempt: ObservedAttempt): Verdict {
  if (attempt.kind === 'connecting') {
    return waitUntil(withinMs - attempt.forMs, 'connecting', `not open after ${formatDuration(withinMs)}`);
  }
  return judgeOpen(attempt, ({ afterMs }) =>
    verdict(afterMs <= withinMs, `open after ${formatDuration(afterMs)}`),
  );
}

function judgeRefusal({ status }: Of<'refused'>, attempt: ObservedAttempt): Verdict {
  switch (attempt.kind) {
    case 'connecting':
      return pending('connecting');
    case 'open':
      return verdict(false, 'it opened');
    case 'refused':
      return verdict(attempt.status === status, refusalWords(attempt));
    case 'failed':
      return verdict(false, attempt.what);
    default:
      return assertNever(attempt);
  }
}

/** What takes an open connection waits for it, and is not met without one. */
function judgeOpen(attempt: ObservedAttempt, judgeIt: (open: Open) => Verdict): Verdict {
  switch (attempt.kind) {
    case 'connecting':
      return pending('waits for the opening');
    case 'open':
      return judgeIt(attempt);
    case 'refused':
      return verdict(false, refusalWords(attempt));
    case 'failed':
      return verdict(false, attempt.what);
    default:
      return assertNever(attempt);
  }
}

function judgeMessage(
  { withinMs, after }: Of<'message'>,
  { forMs, ending }: Open,
  sighting: MessageSighting | undefined,
): Verdict {
  const { startedAfterMs, seenAfterMs, problem } = readSighting(sighting, after);
  if (problem !== null) return verdict(false, PROBLEMS[problem]);
  if (seenAfterMs !== null) return verdict(seenAfterMs <= withinMs, `after ${formatDuration(seenAfterMs)}`);
  if (startedAfterMs === null) {
    return ending === null
      ? pending(`waits until “${after}” is sent`)
      : verdict(false, `${endingWords(ending)} before “${after}” was sent`);
  }
  const waitedMs = forMs - startedAfterMs;
  if (ending !== null && waitedMs <= withinMs) {
    return verdict(false, `${endingWords(ending)} after ${formatDuration(forMs)}, without one`);
  }
  return waitUntil(withinMs - waitedMs, 'waits for it', `none came within ${formatDuration(withinMs)}`);
}

const PROBLEMS: Readonly<Record<Exclude<MessageSighting['problem'], null>, string>> = {
  unreadable: 'its expression cannot be read: see the options of the profile',
  runaway: 'its regular expression did not come to an end on a message',
  unavailable: 'the code that looks at the messages could not be loaded',
};

function readSighting(sighting: MessageSighting | undefined, after: string) {
  return {
    // Until something is heard: the opening has been.
    startedAfterMs: sighting === undefined ? (after === '' ? 0 : null) : sighting.startedAfterMs,
    seenAfterMs: sighting?.afterMs ?? null,
    problem: sighting?.problem ?? null,
  };
}

function judgeClose({ code, withinMs }: Of<'closes'>, { forMs, ending }: Open): Verdict {
  if (ending === null) {
    return waitUntil(withinMs - forMs, 'waits for the close', `still open after ${formatDuration(withinMs)}`);
  }
  const isMet = !ending.isOwn && ending.closeCode === code && forMs <= withinMs;
  return verdict(isMet, `${endingWords(ending)} after ${formatDuration(forMs)}`);
}

function endingWords({ closeCode, isOwn }: { readonly closeCode: number; readonly isOwn: boolean }): string {
  return isOwn ? 'you closed it' : `it was closed with ${closeCode} ${explainCloseCode(closeCode).name}`;
}

function refusalWords({ status, reason }: { readonly status: number; readonly reason: string }): string {
  return `refused with ${status} ${reason}`.trimEnd();
}

function verdict(isMet: boolean, seen: string): Verdict {
  return { verdict: isMet ? 'met' : 'not-met', seen, remainingMs: null };
}

function pending(seen: string, remainingMs: number | null = null): Verdict {
  return { verdict: 'pending', seen, remainingMs };
}

function waitUntil(remainingMs: number, waiting: string, over: string): Verdict {
  return remainingMs >= 0 ? pending(waiting, remainingMs) : verdict(false, over);
}

/** All of them in a few words: `3 of 4 expectations met`. */
export function summariseJudged(judged: readonly JudgedExpectation[]): string {
  const met = judged.filter(({ verdict: found }) => found === 'met').length;
  const waiting = judged.filter(({ verdict: found }) => found === 'pending').length;
  const what = judged.length === 1 ? 'expectation' : 'expectations';
  return `${met} of ${judged.length} ${what} met${waiting === 0 ? '' : `, ${waiting} pending`}`;
}
