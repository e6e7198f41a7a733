import { expect, test } from 'vitest';
import { parsePlace } from './parsePlace.ts';

/** Noon of 2026-11-22 in UTC, seen from one hour east of it. */
const CONTEXT = { aroundMs: Date.UTC(2026, 10, 22, 12), timeZoneOffsetMinutes: -60 };

test.each([
  ['first', { kind: 'first' }],
  [' LAST ', { kind: 'last' }],
  ['42', { kind: 'sequence', sequence: 42 }],
  ['#1,204,000', { kind: 'sequence', sequence: 1_204_000 }],
  ['50%', { kind: 'fraction', fraction: 0.5 }],
  ['12:01', { kind: 'time', time: Date.UTC(2026, 10, 22, 11, 1) }],
  ['12:01:07.5', { kind: 'time', time: Date.UTC(2026, 10, 22, 11, 1, 7, 500) }],
  ['2026-11-21 23:59:59.999', { kind: 'time', time: Date.UTC(2026, 10, 21, 22, 59, 59, 999) }],
  ['2024-02-29T00:00', { kind: 'time', time: Date.UTC(2024, 1, 28, 23) }],
  ['1970-01-01 01:00', { kind: 'time', time: 0 }],
])('%s names %o', (text, place) => {
  expect(parsePlace(text, CONTEXT)).toEqual(place);
});

test.each(['', 'soon', '24:00', '12:60', '2026-02-29 12:00', '2026-13-01 12:00', '101%', '-4'])(
  '%j names no place',
  (text) => {
    expect(parsePlace(text, CONTEXT)).toBeNull();
  },
);
