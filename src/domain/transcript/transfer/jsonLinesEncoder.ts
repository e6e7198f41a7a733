import { createIsoTimeFormatter } from '../../format/isoTime.ts';
import type { LogEncoder } from './logEncoder.ts';
import type { LogEntry } from './logEntry.ts';
import { toPayloadMembers } from './payloadMembers.ts';

/**
 * JSON Lines: an entry a line. `time` is for people and to the millisecond, `epochMs` is the same moment as exactly as the
 * log has it. `frames`, `compressed` and `masked` are there only where there is something to say. A last line of the kind
 * `missing` says how many entries had gone from the log before they were written.
 */
export function createJsonLinesEncoder(): LogEncoder {
  const formatTime = createIsoTimeFormatter();
  return {
    begin: () => '',
    connection: () => '',
    entry: (entry) => `${JSON.stringify(toLine(entry, formatTime))}\n`,
    end: ({ missing }) => (missing === 0 ? '' : `${JSON.stringify({ kind: 'missing', entries: missing })}\n`),
  };
}

function toLine(entry: LogEntry, formatTime: (epochMs: number) => string): object {
  const { sequence, time, direction, kind, frames, isCompressed, isMasked, payload } = entry;
  return {
    sequence,
    time: formatTime(time),
    epochMs: time,
    direction,
    kind,
    byteLength: payload.byteLength,
    // One frame is what a message takes, and 0 stands for a number that is not known.
    ...(frames === 1 ? {} : { frames }),
    ...(isCompressed ? { compressed: true } : {}),
    ...(isMasked ? { masked: true } : {}),
    ...toPayloadMembers(kind, payload),
  };
}
