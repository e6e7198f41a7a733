import type { ConnectionEvent } from '#domain/connection/connectionEvent.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { ConnectTerms } from '#domain/connection/connectTerms.ts';
import type { AwaitedSighting } from '#domain/expectation/awaitedMessage.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { EntryRoundTrips, Measures } from '#domain/transcript/measures.ts';
import type { LogPlace } from '#domain/transcript/parsePlace.ts';
import type { RetentionBudgets } from '#domain/transcript/retention.ts';
import type {
  ExportOrder,
  ExportedLog,
  FileInspection,
  ImportOrder,
  ImportedLog,
  TransferProgress,
} from '#wire/logTransfer.ts';
import type { PastConnection } from '#domain/connection/pastConnection.ts';
import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import type {
  TranscriptEntry,
  TranscriptFilter,
  TranscriptSummary,
  TranscriptWindow,
} from '#domain/transcript/entry.ts';

/**
 * The page's only way to sockets and transcripts. State sees these types; `main.tsx` hands in the implementation
 * (`createWorkerEngine`), tests another.
 */
export interface Engine {
  /** A connection with a transcript of its own, in a worker of its own, until `dispose`. */
  readonly createConnection: (listener: (event: EngineEvent) => void) => EngineConnection;
}

export type { ExportOrder, ExportedLog, FileInspection, ImportOrder, ImportedLog, TransferProgress };

export interface EngineConnection {
  /** Begins an attempt. Entries of earlier connections stay in the transcript. */
  readonly connect: (request: ConnectionRequest, terms: ConnectTerms) => void;
  readonly cancel: () => void;
  /** `savedNames`: of the messages saved with the profile, those that it is. */
  readonly send: (message: OutgoingMessage, savedNames?: readonly string[]) => void;
  readonly ping: (payload: Uint8Array) => void;
  /** Begins the closing handshake; `code` null sends none. */
  readonly close: (code: number | null, reason: string) => void;
  readonly setFilter: (filter: TranscriptFilter) => void;
  /** Somebody is about to search. */
  readonly prepareSearch: () => void;
  readonly clear: () => void;
  /** While watched, `measures` events come. */
  readonly watchMeasures: (isWatched: boolean) => void;
  /** Whose log it is, and how much of it to keep. Until this is called nothing goes, and nothing is kept on this device. */
  readonly keep: (profileId: ProfileId, budgets: RetentionBudgets) => void;
  /**
   * The rows at positions `first` … `first + count - 1` of what the filter shows, as far as there are such: later ones
   * when those have gone.
   */
  readonly readRows: (first: number, count: number) => Promise<TranscriptWindow>;
  readonly readEntry: (sequence: number) => Promise<TranscriptEntry | null>;
  /** What an entry answers, and what answered it; `null` when that cannot be had. */
  readonly readRoundTrips: (sequence: number) => Promise<EntryRoundTrips | null>;
  /** The position of a place in what the filter shows; `null` when that is nothing. */
  readonly findPlace: (place: LogPlace) => Promise<number | null>;
  /** The entries at positions `first` … `end - 1`, a line each. Rejects when that is more than a clipboard takes. */
  readonly readText: (first: number, end: number, timeZoneOffsetMinutes: number) => Promise<string>;
  readonly exportLog: (order: ExportOrder, work?: TransferWork) => Promise<ExportedLog>;
  /** What is in a file that may be a log. */
  readonly inspectFile: (file: File, work?: TransferWork) => Promise<FileInspection>;
  /** Shows the log of a file: of a connection that has done nothing else. Rejects when nothing of it can be read. */
  readonly importFile: (file: File, order: ImportOrder, work?: TransferWork) => Promise<ImportedLog>;
  /** Shows the log of a past connection: of a connection that has done nothing else. Rejects when it cannot be read. */
  readonly openPast: (id: string) => Promise<void>;
  /** Nothing of the log stays on this device. To be called before `dispose`, which removes nothing. */
  readonly discard: () => Promise<void>;
  /** Ends the worker and whatever it has open. */
  readonly dispose: () => void;
}

/** How far a transfer has come, and what ends it: then it rejects with the code `transfer-cancelled`. */
export interface TransferWork {
  readonly onProgress?: (progress: TransferProgress) => void;
  readonly signal?: AbortSignal;
}

/** The logs of past connections on this device. Each call may reject, where the browser lets nobody look. */
export interface PastConnections {
  /** Newest first, without those that a worker of any tab still writes. */
  readonly list: () => Promise<readonly PastConnection[]>;
  readonly remove: (id: string) => Promise<void>;
  /** Removes them, and has those that are still written cleared. */
  readonly removeAll: () => Promise<void>;
}

export type EngineEvent =
  | { readonly type: 'connection'; readonly event: ConnectionEvent }
  | { readonly type: 'summary'; readonly summary: TranscriptSummary }
  /** `null` when they cannot be had. */
  | { readonly type: 'measures'; readonly measures: Measures | null }
  /** All that is awaited, when anything new is known of one. */
  | { readonly type: 'sighted'; readonly sightings: readonly AwaitedSighting[] }
  | { readonly type: 'rejected'; readonly code: string; readonly message: string };
