import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilTime } from './civilTime.ts';
import { formatClock } from './formatClock.ts';
import { formatDateTime } from './formatDateTime.ts';
import { createIsoTimeFormatter } from './isoTime.ts';

test('civilTime takes a moment apart', () => {
  expect(civilTime(1_795_348_867_114.9)).toEqual({
    year: 2026,
    month: 11,
    day: 22,
    hour: 12,
    minute: 1,
    second: 7,
    millisecond: 114,
  });
});

test.each([
  [0, '1970-01-01T00:00:00.000Z'],
  [-1, '1969-12-31T23:59:59.999Z'],
  [951_782_400_000, '2000-02-29T00:00:00.000Z'],
  [1_709_251_199_999, '2024-02-29T23:59:59.999Z'],
  [1_709_251_200_000, '2024-03-01T00:00:00.000Z'],
  [4_107_542_400_000, '2100-03-01T00:00:00.000Z'],
  [4_102_444_799_000, '2099-12-31T23:59:59.000Z'],
  [253_402_300_799_000, '9999-12-31T23:59:59.000Z'],
  [1_795_348_867_114.9, '2026-11-22T12:01:07.114Z'],
])('createIsoTimeFormatter writes %d as %s', (epochMs, text) => {
  expect(createIsoTimeFormatter()(epochMs)).toBe(text);
});

test('createIsoTimeFormatter agrees with the platform in every year of four digits', () => {
  const format = createIsoTimeFormatter();
  const ends = { min: Date.parse('0000-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') };
  fc.assert(
    fc.property(fc.integer(ends), (epochMs) => {
      expect(format(epochMs)).toBe(new Date(epochMs).toISOString());
    }),
    { numRuns: 2000 },
  );
});

test('formatDateTime writes seconds, in UTC', () => {
  expect(formatDateTime(1_795_348_867_114)).toBe('2026-11-22 12:01:07 UTC');
});

test.each([
  [0, '12:01:07.114'],
  [-60, '13:01:07.114'],
  [300, '07:01:07.114'],
  [-330, '17:31:07.114'],
  [-780, '01:01:07.114'],
  [720, '00:01:07.114'],
])('formatClock at getTimezoneOffset %d shows %s', (offset, text) => {
  expect(formatClock(1_795_348_867_114, offset)).toBe(text);
});
