import { describe, expect, it } from 'vitest';
import type { ExpectedOutcome } from './expectation.ts';
import { judgeExpectations, summariseJudged } from './judgeExpectations.ts';
import type { MessageSighting, ObservedAttempt } from './observed.ts';

const CONNECTING: ObservedAttempt = { kind: 'connecting', forMs: 500 };
const OPEN: ObservedAttempt = { kind: 'open', afterMs: 34, subprotocol: null, forMs: 1_000, ending: null };
const REFUSED: ObservedAttempt = { kind: 'refused', status: 401, reason: 'Access Denied' };
const FAILED: ObservedAttempt = { kind: 'failed', what: 'failed at TLS' };
const CLOSED: ObservedAttempt = { ...OPEN, ending: { closeCode: 1008, isOwn: false } };
const LEFT: ObservedAttempt = { ...OPEN, ending: { closeCode: 1000, isOwn: true } };

function judge(expected: ExpectedOutcome, attempt: ObservedAttempt, sighting?: MessageSighting) {
  const [judged] = judgeExpectations([{ ...expected, id: 'e1' }], {
    attempt,
    sightings: sighting === undefined ? {} : { e1: sighting },
  });
  return judged === undefined ? [] : [judged.verdict, judged.seen, judged.remainingMs];
}

describe('judgeExpectations', () => {
  const opens: ExpectedOutcome = { kind: 'opens', withinMs: 2_000 };
  it.each([
    [CONNECTING, 'pending', 'connecting', 1_500],
    [{ ...CONNECTING, forMs: 2_001 }, 'not-met', 'not open after 2 s', null],
    [OPEN, 'met', 'open after 34 ms', null],
    [{ ...OPEN, afterMs: 2_100 }, 'not-met', 'open after 2.1 s', null],
    [LEFT, 'met', 'open after 34 ms', null],
    [REFUSED, 'not-met', 'refused with 401 Access Denied', null],
    [FAILED, 'not-met', 'failed at TLS', null],
  ] as const)('opens in time: %j', (attempt, ...verdict) => {
    expect(judge(opens, attempt)).toEqual(verdict);
  });

  const refused: ExpectedOutcome = { kind: 'refused', status: 401 };
  it.each([
    [CONNECTING, 'pending', 'connecting', null],
    [REFUSED, 'met', 'refused with 401 Access Denied', null],
    [{ ...REFUSED, status: 403, reason: '' }, 'not-met', 'refused with 403', null],
    [OPEN, 'not-met', 'it opened', null],
    [FAILED, 'not-met', 'failed at TLS', null],
  ] as const)('is refused: %j', (attempt, ...verdict) => {
    expect(judge(refused, attempt)).toEqual(verdict);
  });

  it.each([
    ['', OPEN, 'met', 'none was selected'],
    ['a', OPEN, 'not-met', 'none was selected'],
    ['a', { ...OPEN, subprotocol: 'a' }, 'met', 'a was selected'],
    ['a', { ...OPEN, subprotocol: 'b' }, 'not-met', 'b was selected'],
    ['a', CONNECTING, 'pending', 'waits for the opening'],
    ['a', REFUSED, 'not-met', 'refused with 401 Access Denied'],
  ] as const)('selects %j: %j', (value, attempt, ...verdict) => {
    expect(judge({ kind: 'subprotocol', value }, attempt).slice(0, 2)).toEqual(verdict);
  });

  const message: ExpectedOutcome = { kind: 'message', filter: 'hi', withinMs: 2_000, after: '' };
  const seen = (afterMs: number): MessageSighting => ({ startedAfterMs: 0, afterMs, problem: null });
  it.each([
    [CONNECTING, undefined, 'pending', 'waits for the opening', null],
    [OPEN, undefined, 'pending', 'waits for it', 1_000],
    [{ ...OPEN, forMs: 2_001 }, undefined, 'not-met', 'none came within 2 s', null],
    [OPEN, seen(12), 'met', 'after 12 ms', null],
    // Looked at late, but come in time.
    [{ ...OPEN, forMs: 9_000 }, seen(12), 'met', 'after 12 ms', null],
    [{ ...OPEN, forMs: 9_000 }, seen(2_100), 'not-met', 'after 2.1 s', null],
    [CLOSED, undefined, 'not-met', 'it was closed with 1008 Policy Violation after 1 s, without one', null],
    [CLOSED, seen(12), 'met', 'after 12 ms', null],
    [LEFT, undefined, 'not-met', 'you closed it after 1 s, without one', null],
    [
      OPEN,
      { ...seen(0), afterMs: null, problem: 'runaway' },
      'not-met',
      'its regular expression did not come to an end on a message',
      null,
    ],
  ] as const)('a message comes: %j %j', (attempt, sighting, ...verdict) => {
    expect(judge(message, attempt, sighting)).toEqual(verdict);
  });

  it.each([
    [OPEN, undefined, 'pending', 'waits until “Echo” is sent', null],
    [
      OPEN,
      { startedAfterMs: null, afterMs: null, problem: null },
      'pending',
      'waits until “Echo” is sent',
      null,
    ],
    [CLOSED, undefined, 'not-met', 'it was closed with 1008 Policy Violation before “Echo” was sent', null],
    [OPEN, { startedAfterMs: 900, afterMs: null, problem: null }, 'pending', 'waits for it', 1_900],
    [
      { ...OPEN, forMs: 2_901 },
      { startedAfterMs: 900, afterMs: null, problem: null },
      'not-met',
      'none came within 2 s',
      null,
    ],
    [OPEN, { startedAfterMs: 900, afterMs: 7, problem: null }, 'met', 'after 7 ms', null],
  ] as const)('a message comes after a saved one: %j %j', (attempt, sighting, ...verdict) => {
    expect(judge({ ...message, after: 'Echo' }, attempt, sighting)).toEqual(verdict);
  });

  const closes: ExpectedOutcome = { kind: 'closes', code: 1008, withinMs: 2_000 };
  it.each([
    [OPEN, 'pending', 'waits for the close', 1_000],
    [{ ...OPEN, forMs: 2_001 }, 'not-met', 'still open after 2 s', null],
    [CLOSED, 'met', 'it was closed with 1008 Policy Violation after 1 s', null],
    [{ ...CLOSED, forMs: 3_000 }, 'not-met', 'it was closed with 1008 Policy Violation after 3 s', null],
    [
      { ...OPEN, ending: { closeCode: 1006, isOwn: false } },
      'not-met',
      'it was closed with 1006 Abnormal Closure after 1 s',
      null,
    ],
    [{ ...OPEN, ending: { closeCode: 1008, isOwn: true } }, 'not-met', 'you closed it after 1 s', null],
  ] as const)('is closed: %j', (attempt, ...verdict) => {
    expect(judge(closes, attempt)).toEqual(verdict);
  });

  it('is summarised in a few words', () => {
    const all = [opens, refused, message].map((expected, index) => ({ ...expected, id: `e${index}` }));
    const observed = { attempt: OPEN, sightings: {} };
    expect(summariseJudged(judgeExpectations(all, observed))).toBe('1 of 3 expectations met, 1 pending');
    expect(summariseJudged(judgeExpectations(all.slice(0, 1), observed))).toBe('1 of 1 expectation met');
  });
});
