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
} from './logTransfer.ts';
import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import type {
  TranscriptEntry,
  TranscriptFilter,
  TranscriptRow,
  TranscriptSummary,
} from '#domain/transcript/entry.ts';

/**
 * The wire between page and engine, a worker of the page's own for each connection: structured clones, no JSON. Calls
 * that await an answer carry an `id`, unique within their worker.
 */
export type PageToEngine =
  | {
      readonly type: 'connect';
      readonly request: ConnectionRequest;
      readonly terms: ConnectTerms;
      readonly relayUrl: string;
    }
  | { readonly type: 'cancel' }
  /** `savedNames`: of the messages saved with the profile, those that it is. */
  | { readonly type: 'send'; readonly message: OutgoingMessage; readonly savedNames: readonly string[] }
  | { readonly type: 'ping'; readonly payload: Uint8Array }
  | { readonly type: 'close'; readonly code: number | null; readonly reason: string }
  | { readonly type: 'set-filter'; readonly filter: TranscriptFilter }
  /** Somebody is about to search. */
  | { readonly type: 'prepare-search' }
  | { readonly type: 'clear' }
  /** Whether anybody looks at the measures. */
  | { readonly type: 'watch-measures'; readonly isWatched: boolean }
  /** Whose log it is, and how much of it to keep: until then nothing of it is kept on this device. */
  | { readonly type: 'keep'; readonly profileId: ProfileId; readonly budgets: RetentionBudgets }
  | { readonly type: 'call'; readonly id: number; readonly call: EngineCall }
  /** The answer of a call is wanted no more: it comes soon, and says so. */
  | { readonly type: 'cancel-call'; readonly id: number };

export type EngineCall =
  /** The rows at positions `first` … `first + count - 1` of what the filter shows. */
  | { readonly kind: 'read-rows'; readonly first: number; readonly count: number }
  | { readonly kind: 'read-entry'; readonly sequence: number }
  /** What an entry answers, and what answered it. */
  | { readonly kind: 'read-round-trips'; readonly sequence: number }
  | { readonly kind: 'export'; readonly order: ExportOrder }
  /** What is in a file that may be a log. */
  | { readonly kind: 'inspect-file'; readonly file: File }
  /** Takes the entries of a file; the transcript was empty. */
  | { readonly kind: 'import-file'; readonly file: File; readonly order: ImportOrder }
  /** Nothing of the log stays, here or on this device. */
  | { readonly kind: 'discard' }
  /** The position of a place in what the filter shows. */
  | { readonly kind: 'find-place'; readonly place: LogPlace }
  /** The entries at positions `first` … `end - 1`, a line each, for the clipboard. */
  | {
      readonly kind: 'read-text';
      readonly first: number;
      readonly end: number;
      readonly timeZoneOffsetMinutes: number;
    }
  /** Takes the entries of a past connection, by the name of its log. */
  | { readonly kind: 'open-past'; readonly logId: string };

export type EngineToPage =
  | { readonly type: 'connection'; readonly event: ConnectionEvent }
  /** Sent at most once every `SUMMARY_INTERVAL_MS` while anything changes, in a flood every `FLOOD_SUMMARY_INTERVAL_MS`. */
  | { readonly type: 'summary'; readonly summary: TranscriptSummary }
  /** A few a second while they are watched; `null` when they cannot be had. */
  | { readonly type: 'measures'; readonly measures: Measures | null }
  /** All that is awaited, when anything new is known of one. */
  | { readonly type: 'sighted'; readonly sightings: readonly AwaitedSighting[] }
  /** A message could not be sent; the connection goes on. */
  | { readonly type: 'rejected'; readonly code: string; readonly message: string }
  | { readonly type: 'answer'; readonly id: number; readonly answer: EngineAnswer }
  /** How far the work on a long call has come. */
  | { readonly type: 'progress'; readonly id: number; readonly progress: TransferProgress };

export type EngineAnswer =
  /** `first` is the position of the first row: another one than asked for when that has gone. */
  | { readonly kind: 'rows'; readonly first: number; readonly rows: readonly TranscriptRow[] }
  /** `null` when the entry has gone. */
  | { readonly kind: 'entry'; readonly entry: TranscriptEntry | null }
  /** `null` when that cannot be had. */
  | { readonly kind: 'round-trips'; readonly roundTrips: EntryRoundTrips | null }
  | { readonly kind: 'exported'; readonly exported: ExportedLog }
  | { readonly kind: 'inspected'; readonly inspection: FileInspection }
  | { readonly kind: 'imported'; readonly imported: ImportedLog }
  /** `null` when nothing is shown. */
  | { readonly kind: 'place'; readonly position: number | null }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'past-opened' }
  | { readonly kind: 'discarded' }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/**
 * The log changes at most so often while it is busy, ms; after a quiet time it changes at once. Nobody reads rows that
 * come faster, and drawing them takes the time that a flood needs (a quarter of a small machine at twice the pace).
 */
export const SUMMARY_INTERVAL_MS = 100;

/** From either rate on, a second, it changes more slowly still: of what comes, not one entry in ten would be drawn at all … */
export const FLOOD_PER_SECOND = 5_000;
/** … or what comes takes the machine, and drawing takes it from there. */
export const FLOOD_BYTES_PER_SECOND = 8 * 1024 * 1024;
export const FLOOD_SUMMARY_INTERVAL_MS = 250;
