import { civilTime } from './civilTime.ts';
import { epochOfCivilTime } from './epochOfCivilTime.ts';
import { padNumber } from './padNumber.ts';

/**
 * Writes ISO 8601 with milliseconds, as `Date.prototype.toISOString` does: `2026-11-22T12:01:07.114Z`. It remembers its
 * last second: of the million times of a log few begin another one, and the calendar would be most of an export's work.
 */
export function createIsoTimeFormatter(): (epochMs: number) => string {
  let second = Number.NaN;
  let beginning = '';
  return (epochMs) => {
    const milliseconds = Math.floor(epochMs);
    const ofTime = Math.floor(milliseconds / 1000);
    if (ofTime !== second) {
      second = ofTime;
      beginning = formatSecond(ofTime * 1000);
    }
    return `${beginning}.${padNumber(milliseconds - ofTime * 1000, 3)}Z`;
  };
}

function formatSecond(epochMs: number): string {
  const { year, month, day, hour, minute, second } = civilTime(epochMs);
  const date = `${padNumber(year, 4)}-${padNumber(month, 2)}-${padNumber(day, 2)}`;
  return `${date}T${padNumber(hour, 2)}:${padNumber(minute, 2)}:${padNumber(second, 2)}`;
}

const ISO_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):?(\d\d))$/;
const MINUTE_MS = 60_000;

/** The moment that ISO 8601 with a zone says, milliseconds since the epoch with fractions; `null` for what is none. */
export function parseIsoTime(text: string): number | null {
  const match = ISO_TIME.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction = '0', sign, zoneHours, zoneMinutes] = match;
  const whole = epochOfCivilTime({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: 0,
  });
  const zoneMs = sign === undefined ? 0 : (Number(zoneHours) * 60 + Number(zoneMinutes)) * MINUTE_MS;
  return whole + Number(`0.${fraction}`) * 1000 - (sign === '-' ? -zoneMs : zoneMs);
}
