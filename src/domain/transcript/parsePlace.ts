/** A place in a log, as a person names it. */
export type LogPlace =
  | { readonly kind: 'first' }
  | { readonly kind: 'last' }
  /** The entry of this sequence number, or the next one that is shown. */
  | { readonly kind: 'sequence'; readonly sequence: number }
  /** The entry of this sequence number alone. */
  | { readonly kind: 'entry'; readonly sequence: number }
  /**
   * The next entry that matches the filter, from this one on in one direction and around the end of the log; the newest
   * one from nowhere.
   */
  | { readonly kind: 'hit'; readonly from: number | null; readonly towards: 'next' | 'previous' }
  /** The first entry at or after this time, ms since the epoch. */
  | { readonly kind: 'time'; readonly time: number }
  /** So far down the log, from 0 to 1. */
  | { readonly kind: 'fraction'; readonly fraction: number };

export interface PlaceContext {
  /** A time of day is one of the day of this moment, ms since the epoch. */
  readonly aroundMs: number;
  /** As `Date.prototype.getTimezoneOffset` gives it. */
  readonly timeZoneOffsetMinutes: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const SEQUENCE = /^#?\s*(\d[\d,_ ]*)$/;
const FRACTION = /^(\d+(?:\.\d+)?)\s*%$/;
const TIME =
  /^(?:(?<date>\d{4}-\d{1,2}-\d{1,2})[T ])?(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,3}))?)?$/;

/** `null` for what names no place: `12:01:07`, `2026-11-22 12:01`, `#1,204,000`, `50%`, `first` and `last` do. */
export function parsePlace(text: string, context: PlaceContext): LogPlace | null {
  const word = text.trim().toLowerCase();
  if (word === 'first' || word === 'last') return { kind: word };
  const sequence = SEQUENCE.exec(word)?.[1];
  if (sequence !== undefined) return { kind: 'sequence', sequence: Number(sequence.replace(/\D/g, '')) };
  const percent = FRACTION.exec(word)?.[1];
  if (percent !== undefined)
    return Number(percent) > 100 ? null : { kind: 'fraction', fraction: Number(percent) / 100 };
  const time = readTime(text.trim().toUpperCase(), context);
  return time === null ? null : { kind: 'time', time };
}

function readTime(text: string, { aroundMs, timeZoneOffsetMinutes }: PlaceContext): number | null {
  const parts = TIME.exec(text)?.groups;
  if (parts === undefined) return null;
  const offsetMs = timeZoneOffsetMinutes * MINUTE_MS;
  const number = (name: string): number => Number(parts[name] ?? 0);
  if (number('hour') > 23 || number('minute') > 59 || number('second') > 59) return null;
  const days =
    parts['date'] === undefined ? Math.floor((aroundMs - offsetMs) / DAY_MS) : daysOf(parts['date']);
  if (days === null) return null;
  const seconds = (number('hour') * 60 + number('minute')) * 60 + number('second');
  const milliseconds = Number((parts['fraction'] ?? '').padEnd(3, '0'));
  return days * DAY_MS + seconds * 1_000 + milliseconds + offsetMs;
}

/** Days from the epoch to a date of the Gregorian calendar; `null` for one that there is not. */
function daysOf(date: string): number | null {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day < 1 || day > (lengths[month - 1] ?? 0)) return null;
  const before = year - 1;
  const years = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const months = lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0);
  return years + months + day - 1 - DAYS_TO_EPOCH;
}

/** From 0001-01-01 to 1970-01-01. */
const DAYS_TO_EPOCH = 719_162;
