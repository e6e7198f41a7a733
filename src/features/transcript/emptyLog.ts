import { assertNever } from '#domain/assertNever.ts';
import type { ConnectionPhase } from '#domain/connection/connection.ts';
import type { TranscriptSummary } from '#domain/transcript/entry.ts';

/** Why the log shows no message. */
export type EmptyLog = 'unconnected' | 'connecting' | 'silent' | 'unmatched' | 'reading';

/** `null` when the log has messages to show, or the rows about the connection say enough. */
export function emptyLog(phase: ConnectionPhase['kind'], summary: TranscriptSummary): EmptyLog | null {
  if (summary.matching === 0 && summary.total > 0) return 'unmatched';
  switch (phase) {
    case 'open':
      // "Opened" is an entry too: a log with nothing else in it is silent still.
      return summary.sent + summary.received === 0 && summary.total <= 1 ? 'silent' : null;
    case 'connecting':
      return summary.total === 0 ? 'connecting' : null;
    case 'idle':
    case 'closing':
    case 'closed':
    case 'failed':
      return summary.total === 0 ? 'unconnected' : null;
    default:
      return assertNever(phase);
  }
}

/** The same of a past connection, which has one entry at least. */
export function emptyPastLog({ matching, total }: TranscriptSummary): EmptyLog | null {
  if (total === 0) return 'reading';
  return matching === 0 ? 'unmatched' : null;
}
