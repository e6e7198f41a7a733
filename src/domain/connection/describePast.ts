import { civilTime } from '../format/civilTime.ts';
import { formatBytes } from '../format/formatBytes.ts';
import { formatDuration } from '../format/formatDuration.ts';
import { padNumber } from '../format/padNumber.ts';
import type { PastConnection } from './pastConnection.ts';

const MINUTE_MS = 60_000;

export interface PastDescription {
  /** What it is: `Past connection`, or `Imported from FILE, a connection`. */
  readonly origin: string;
  /** When it began, in local time: `2026-11-22 12:01:07`. */
  readonly began: string;
  /** `3 min 21 s, 2 connections, 1.2 MB`. */
  readonly extent: string;
  readonly ending: string;
}

/** What the page says of a past connection. The offset is as `Date.prototype.getTimezoneOffset` gives it. */
export function describePast(past: PastConnection, timeZoneOffsetMinutes: number): PastDescription {
  const lastedMs = Math.max(0, (past.end?.at ?? past.writtenAt) - past.startedAt);
  const parts = [formatDuration(lastedMs)];
  if (past.connections > 1) parts.push(`${past.connections} connections`);
  parts.push(formatBytes(past.bytes));
  return {
    origin:
      past.importedFrom === null ? 'Past connection' : `Imported from ${past.importedFrom}, a connection`,
    began: formatLocal(past.startedAt - timeZoneOffsetMinutes * MINUTE_MS),
    extent: parts.join(', '),
    ending: past.end?.text ?? PAGE_WENT,
  };
}

const PAGE_WENT = 'Ended with the page: it was closed, reloaded, or crashed.';

function formatLocal(localMs: number): string {
  const { year, month, day, hour, minute, second } = civilTime(localMs);
  const date = [padNumber(year, 4), padNumber(month, 2), padNumber(day, 2)].join('-');
  return `${date} ${[hour, minute, second].map((part) => padNumber(part, 2)).join(':')}`;
}
