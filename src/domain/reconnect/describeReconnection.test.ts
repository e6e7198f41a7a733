import { expect, it } from 'vitest';
import { describeReconnection } from './describeReconnection.ts';

const SECOND = { attempt: 2, maxAttempts: 5 };

it('says how long it waits for which attempt, and which one is under way', () => {
  const waiting = { kind: 'waiting', delayMs: 3_100, dueAt: 0, ...SECOND } as const;
  expect(describeReconnection(waiting, 'closed')).toBe('reconnecting after 3.1 s, attempt 2 of 5');
  expect(describeReconnection({ kind: 'begun', ...SECOND }, 'failed')).toBe('reconnecting, attempt 2 of 5');
  expect(describeReconnection({ kind: 'begun', ...SECOND }, 'connecting')).toBe('attempt 2 of 5');
});

it('says why it is over', () => {
  const why = 'not reconnecting: all 5 attempts are used up';
  expect(describeReconnection({ kind: 'over', why }, 'failed')).toBe(why);
});

it('says nothing of a connection that is open, nor where there is none', () => {
  expect(describeReconnection({ kind: 'begun', ...SECOND }, 'open')).toBe('');
  expect(describeReconnection(null, 'closed')).toBe('');
});
