import type { LogForm } from '#domain/transcript/transfer/logEncoder.ts';
import type { KnownSecrets } from '#domain/transcript/transfer/maskPayload.ts';
import type { HarSocket } from '#domain/transcript/transfer/harEntries.ts';

/** What of a log goes into a file, and how. */
export interface ExportOrder {
  readonly form: LogForm;
  readonly scope: 'all' | 'shown';
  /** What is masked on the way; `null` when the person wants the file with secrets. */
  readonly secrets: KnownSecrets | null;
  /** Where it goes; `null` makes a Blob of it. */
  readonly file: FileSystemFileHandle | null;
}

export interface ExportedLog {
  /** `null` when it has been written to the file of the order. */
  readonly blob: Blob | null;
  readonly bytes: number;
  readonly entries: number;
  /** Entries that went from the log before they could be written. */
  readonly missing: number;
  /** Of those written, entries that had a secret. */
  readonly masked: number;
}

/** How far an export or import has come; in entries or bytes, whichever is known beforehand. */
export interface TransferProgress {
  readonly done: number;
  readonly total: number;
}

/** What a file turned out to be. */
export interface FileInspection {
  readonly form: LogForm;
  /** Of a HAR file that others have written: the WebSockets in it, of which one can be imported. `null` for a log of ours. */
  readonly sockets: readonly HarSocket[] | null;
}

export interface ImportOrder {
  readonly form: LogForm;
  /** One of the WebSockets of a HAR file; `null` for a log of ours. */
  readonly socket: HarSocket | null;
}

/** A part of a file that could not be read: `line 12`, `message 3`. */
export interface FileProblem {
  readonly place: string;
  readonly reason: string;
}

export interface ImportedLog {
  /** The log's name on this device; `null` when it is in memory only. */
  readonly logId: string | null;
  readonly entries: number;
  readonly bytes: number;
  /** The times of its first and last entry, ms since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** What the last entry that says how a connection ended says; `null` when there is none. */
  readonly ending: string | null;
  readonly connections: number;
  /** How many parts of the file could not be read. */
  readonly problemCount: number;
  /** The first of them. */
  readonly problems: readonly FileProblem[];
  /** Entries that were missing from the log when the file was written. */
  readonly missing: number;
  /** Entries in which secrets are masked. */
  readonly masked: number;
  /** The oldest entries of the file, for which there was no room. */
  readonly gone: number;
  /** True when the entries have other numbers than in the file: there, some are left out. */
  readonly isRenumbered: boolean;
}
