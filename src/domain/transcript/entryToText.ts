import { assertNever } from '../assertNever.ts';
import { formatClock } from '../format/formatClock.ts';
import { formatHex } from '../format/formatHex.ts';
import { describeClosePayload } from './describeClosePayload.ts';
import type { TranscriptEntry } from './entry.ts';

/** An entry as a line for the clipboard, tabs between: time, direction, kind unless it is text, and the whole payload. */
export function entryToText(entry: TranscriptEntry, timeZoneOffsetMinutes: number): string {
  const { kind, direction, time } = entry;
  const isOurs = kind === 'opened' || kind === 'ended';
  const parts = [formatClock(time, timeZoneOffsetMinutes), isOurs ? '' : direction];
  if (kind !== 'text' && !isOurs) parts.push(kind);
  return [...parts, payloadText(entry)].join('\t');
}

function payloadText({ kind, payload }: TranscriptEntry): string {
  switch (kind) {
    case 'text':
    case 'opened':
    case 'ended':
      return new TextDecoder().decode(payload);
    case 'close': {
      const { closeCode, reason } = describeClosePayload(payload);
      return `${closeCode} ${reason}`.trim();
    }
    case 'binary':
    case 'ping':
    case 'pong':
      return formatHex(payload);
    default:
      return assertNever(kind);
  }
}
