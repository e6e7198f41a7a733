import { expect, test } from 'vitest';
import { describePast } from './describePast.ts';
import type { PastConnection } from './pastConnection.ts';

const PAST: PastConnection = {
  id: '1',
  profileId: 'p',
  startedAt: Date.UTC(2026, 10, 22, 12, 1, 7),
  writtenAt: Date.UTC(2026, 10, 22, 12, 4, 28),
  end: null,
  connections: 1,
  bytes: 1_204_000,
  importedFrom: null,
};

test('says of a connection that ended with its page when it began and how long it is known to have lasted', () => {
  expect(describePast(PAST, -60)).toEqual({
    origin: 'Past connection',
    began: '2026-11-22 13:01:07',
    extent: '3 min 21 s, 1.2 MB',
    ending: 'Ended with the page: it was closed, reloaded, or crashed.',
  });
});

test('says how a connection ended, and that there were several', () => {
  const end = { at: PAST.startedAt + 1_500, text: 'Closed by you: 1000 Normal Closure.' };
  expect(describePast({ ...PAST, end, connections: 3 }, 0)).toEqual({
    origin: 'Past connection',
    began: '2026-11-22 12:01:07',
    extent: '1.5 s, 3 connections, 1.2 MB',
    ending: 'Closed by you: 1000 Normal Closure.',
  });
});

test('says of a connection that was imported where it is from', () => {
  const { origin } = describePast({ ...PAST, importedFrom: 'echo.har' }, 0);
  expect(origin).toBe('Imported from echo.har, a connection');
});
