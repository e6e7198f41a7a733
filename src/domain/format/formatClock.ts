import { civilTime } from './civilTime.ts';
import { padNumber } from './padNumber.ts';

const MINUTE_MS = 60_000;

/**
 * The local time of day, to the millisecond: `12:01:07.114`. The offset is what `Date.prototype.getTimezoneOffset`
 * gives: minutes from local time to UTC, so -60 for UTC+1.
 */
export function formatClock(epochMs: number, timeZoneOffsetMinutes: number): string {
  const { hour, minute, second, millisecond } = civilTime(epochMs - timeZoneOffsetMinutes * MINUTE_MS);
  const clock = [hour, minute, second].map((part) => padNumber(part, 2)).join(':');
  return `${clock}.${padNumber(millisecond, 3)}`;
}
