import { FilterSyntaxError } from './filterSyntaxError.ts';
import type { TimeTerm } from './filterNode.ts';
import { readRange } from './readRange.ts';
import type { WrittenEnd } from './readRange.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A time as written, which is as long as what it leaves out: `12:05` is a minute, `12:05:07.5` a tenth of a second. */
interface WrittenTime {
  readonly kind: 'clock' | 'date';
  readonly from: number;
  readonly to: number;
}

/** What stands after `time:`. */
export function readTime(text: string, start: number): TimeTerm {
  const range = readRange(text, start);
  const from = range.from === null ? null : readMoment(range.from);
  const to = range.to === null ? null : readMoment(range.to);
  const kind = from?.kind ?? to?.kind;
  const end = start + text.length;
  if (kind === undefined) throw new FilterSyntaxError(start, end, WANTED);
  if (from !== null && to !== null && from.kind !== to.kind) {
    throw new FilterSyntaxError(start, end, 'Both ends have to name their day, or neither.');
  }
  if (kind === 'date' && from !== null && to !== null && from.from >= to.to) {
    throw new FilterSyntaxError(start, end, 'The earlier time has to come first.');
  }
  return { kind, from: from?.from ?? firstOf(kind), to: to?.to ?? lastOf(kind) };
}

/** What stands after `after:`. */
export function readAfter(text: string, start: number): TimeTerm {
  const { kind, from } = readMoment({ text, start });
  return { kind, from, to: lastOf(kind) };
}

/** What stands after `before:`. */
export function readBefore(text: string, start: number): TimeTerm {
  const { kind, from } = readMoment({ text, start });
  return { kind, from: firstOf(kind), to: from };
}

const DURATION_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: SECOND_MS,
  m: MINUTE_MS,
  min: MINUTE_MS,
  h: HOUR_MS,
  d: DAY_MS,
};

/** What stands after `last:`. */
export function readLast(text: string, start: number): TimeTerm {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([a-z]+)$/i.exec(text) ?? [];
  const unitMs = unit === undefined ? undefined : DURATION_MS[unit.toLowerCase()];
  if (number === undefined || unitMs === undefined) {
    throw new FilterSyntaxError(
      start,
      start + text.length,
      'A duration is a number with ms, s, m, h or d: last:30s, last:5m.',
    );
  }
  return { kind: 'last', ms: Number(number) * unitMs };
}

function firstOf(kind: WrittenTime['kind']): number {
  return kind === 'clock' ? 0 : -Infinity;
}

function lastOf(kind: WrittenTime['kind']): number {
  return kind === 'clock' ? DAY_MS : Infinity;
}

const MOMENT =
  /^(?:(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d))?(?:(?<!^)T(?=.))?(?:(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d{1,3}))?)?)?$/i;

function readMoment({ text, start }: WrittenEnd): WrittenTime {
  const groups = MOMENT.exec(text)?.groups;
  const clock = groups === undefined ? null : readClock(groups);
  const day = groups === undefined ? null : readDay(groups);
  if (clock === null || day === null || text === '') {
    throw new FilterSyntaxError(start, start + text.length, WANTED);
  }
  if (day === undefined) return { kind: 'clock', ...clock };
  return { kind: 'date', from: day + clock.from, to: day + clock.to };
}

type MomentGroups = Readonly<Record<string, string | undefined>>;

/** Ms of the day; the whole day when no clock is given, `null` when there is no such time. */
function readClock(groups: MomentGroups): { readonly from: number; readonly to: number } | null {
  const { hour, minute, second, fraction } = groups;
  if (hour === undefined || minute === undefined) return { from: 0, to: DAY_MS };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const from =
    Number(hour) * HOUR_MS +
    Number(minute) * MINUTE_MS +
    Number(second ?? 0) * SECOND_MS +
    Number((fraction ?? '').padEnd(3, '0'));
  if (second === undefined) return { from, to: from + MINUTE_MS };
  return { from, to: from + SECOND_MS / 10 ** (fraction ?? '').length };
}

/** Local midnight; `undefined` when no day is given, `null` when there is no such day. */
function readDay({ year, month, day }: MomentGroups): number | null | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const days = daysFromCivil(Number(year), Number(month), Number(day));
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1;
  if (!isDay || Number(day) > daysOfMonth(Number(year), Number(month))) return null;
  return days * DAY_MS;
}

function daysOfMonth(year: number, month: number): number {
  const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
  return next - daysFromCivil(year, month, 1);
}

/** The inverse of `civilTime`: Howard Hinnant's `days_from_civil`. */
function daysFromCivil(year: number, month: number, day: number): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const WANTED =
  'A time is written as the log shows it, with the day before it or not: 12:01, 12:01:07.5, 2026-11-22T12:01.';
