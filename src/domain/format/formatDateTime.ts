import { civilTime } from './civilTime.ts';
import { padNumber } from './padNumber.ts';

/** A moment to the second, in UTC, for certificates and the like: `2026-11-22 12:01:07 UTC`. */
export function formatDateTime(epochMs: number): string {
  return `${formatDate(epochMs)} ${formatTime(epochMs)} UTC`;
}

function formatDate(epochMs: number): string {
  const { year, month, day } = civilTime(epochMs);
  return `${padNumber(year, 4)}-${padNumber(month, 2)}-${padNumber(day, 2)}`;
}

function formatTime(epochMs: number): string {
  const { hour, minute, second } = civilTime(epochMs);
  return [hour, minute, second].map((part) => padNumber(part, 2)).join(':');
}
