import { epochOfCivilTime } from '../format/epochOfCivilTime.ts';
import type { UpgradeResponse } from '../handshake/handshakeRecord.ts';

/**
 * How long an answer asks to wait before another attempt (`Retry-After`, RFC 9110 section 10.2.3), ms; `null` where it
 * does not. A date is taken by the clock of the server, where the answer tells it, and else by `now`.
 */
export function readRetryAfter({ headers }: Pick<UpgradeResponse, 'headers'>, now: number): number | null {
  const valueOf = (wanted: string): string =>
    headers.find(({ name }) => name.toLowerCase() === wanted)?.value.trim() ?? '';
  const value = valueOf('retry-after');
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const until = parseHttpDate(value);
  return until === null ? null : Math.max(0, until - (parseHttpDate(valueOf('date')) ?? now));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 section 5.6.7), the one form that may still be sent; `null` for any other. */
function parseHttpDate(text: string): number | null {
  const match = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/.exec(text);
  if (match === null) return null;
  const [, day, monthName = '', year, hour, minute, second] = match;
  const month = MONTHS.indexOf(monthName) + 1;
  if (month === 0) return null;
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second), millisecond: 0 };
  return epochOfCivilTime({ year: Number(year), month, day: Number(day), ...clock });
}
