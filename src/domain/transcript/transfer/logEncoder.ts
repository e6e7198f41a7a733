import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import type { LogEntry } from './logEntry.ts';

/** The forms that a log can be exported in and imported from. */
export const LOG_FORMS = ['jsonl', 'csv', 'har'] as const;
export type LogForm = (typeof LOG_FORMS)[number];

export const MEDIA_TYPES: Readonly<Record<LogForm, string>> = {
  jsonl: 'application/jsonl',
  csv: 'text/csv',
  har: 'application/json',
};

/** What is known of a connection that a log has entries of. */
export interface LogConnection {
  /** When it began, ms since the epoch. */
  readonly startedAt: number;
  /** Empty where the log does not say. */
  readonly url: string;
  /** `null` where it was not seen, or is known no more. */
  readonly record: HandshakeRecord | null;
}

/** What there is to say when the last entry has been written. */
export interface LogRemarks {
  /** Entries that had gone from the log before they were written. */
  readonly missing: number;
  /** Whether secrets have been masked, in the handshake and in this many entries. */
  readonly isMasked: boolean;
}

/** Writes a log piece by piece, so that it never stands in memory as a whole. */
export interface LogEncoder {
  readonly begin: () => string;
  /** The entries that follow are of this connection. Called at least once before the first entry. */
  readonly connection: (connection: LogConnection) => string;
  readonly entry: (entry: LogEntry) => string;
  readonly end: (remarks: LogRemarks) => string;
}
