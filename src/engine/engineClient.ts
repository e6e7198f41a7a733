import type { ConnectionEvent } from '#domain/connection/connectionEvent.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import type {
  TranscriptEntry,
  TranscriptFilter,
  TranscriptRow,
  TranscriptSummary,
} from '#domain/transcript/entry.ts';

/**
 * The page's only way to sockets and transcripts. State sees these types; `main.tsx` hands in the implementation
 * (`createWorkerEngine`), tests another.
 */
export interface Engine {
  /** A connection with a transcript of its own, in a worker of its own, until `dispose`. */
  readonly createConnection: (listener: (event: EngineEvent) => void) => EngineConnection;
}

export interface EngineConnection {
  /** Begins an attempt. Entries of earlier connections stay in the transcript. */
  readonly connect: (request: ConnectionRequest) => void;
  readonly cancel: () => void;
  readonly send: (message: OutgoingMessage) => void;
  readonly ping: (payload: Uint8Array) => void;
  /** Begins the closing handshake; `code` null sends none. */
  readonly close: (code: number | null, reason: string) => void;
  readonly setFilter: (filter: TranscriptFilter) => void;
  readonly clear: () => void;
  /** Rows `first` … `first + count - 1` of those that the filter shows; fewer at the end. */
  readonly readRows: (first: number, count: number) => Promise<readonly TranscriptRow[]>;
  readonly readEntry: (sequence: number) => Promise<TranscriptEntry | null>;
  /** What the filter shows, as JSON Lines. */
  readonly exportEntries: () => Promise<Blob>;
  /** Ends the worker and whatever it has open. */
  readonly dispose: () => void;
}

export type EngineEvent =
  | { readonly type: 'connection'; readonly event: ConnectionEvent }
  | { readonly type: 'summary'; readonly summary: TranscriptSummary }
  | { readonly type: 'rejected'; readonly code: string; readonly message: string };
