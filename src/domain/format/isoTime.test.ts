import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIsoTimeFormatter, parseIsoTime } from './isoTime.ts';

test('writes the times that it is given one after another, as the platform does', () => {
  const year = fc.double({ min: 0, max: 4_102_444_800_000, noNaN: true });
  fc.assert(
    fc.property(fc.array(year), (times) => {
      const format = createIsoTimeFormatter();
      for (const time of times) expect(format(time)).toBe(new Date(time).toISOString());
    }),
  );
});

test.each([
  ['2026-11-22T12:01:07.114Z', Date.UTC(2026, 10, 22, 12, 1, 7, 114)],
  ['2026-11-22T12:01:07Z', Date.UTC(2026, 10, 22, 12, 1, 7)],
  ['2026-11-22T13:01:07.114+01:00', Date.UTC(2026, 10, 22, 12, 1, 7, 114)],
  ['2026-11-22T06:31:07.114-05:30', Date.UTC(2026, 10, 22, 12, 1, 7, 114)],
  ['2026-11-22T12:01:07.1145Z', Date.UTC(2026, 10, 22, 12, 1, 7, 114) + 0.5],
])('reads %s', (text, time) => {
  expect(parseIsoTime(text)).toBeCloseTo(time, 3);
});

test.each(['', '2026-11-22', '2026-11-22T12:01:07', 'yesterday'])('takes %j for no time', (text) => {
  expect(parseIsoTime(text)).toBeNull();
});
