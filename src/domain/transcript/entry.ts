import { NOTHING_RETAINED } from './retention.ts';
import type { RetentionSummary } from './retention.ts';

/**
 * An entry of the transcript. The numbers of the frame kinds are the opcodes of RFC 6455 section 5.2; those from 16 on
 * are ours and mark what happened to the connection.
 */
export const ENTRY_KIND = {
  text: 1,
  binary: 2,
  close: 8,
  ping: 9,
  pong: 10,
  /** The opening handshake succeeded; the payload says how, as text. */
  opened: 16,
  /** The connection ended, or an attempt to reconnect did; the payload says how, as text. */
  ended: 17,
} as const;

export type EntryKind = keyof typeof ENTRY_KIND;

export type Direction = 'sent' | 'received';

/** What the log shows of an entry: everything but the payload, and the beginning of that. */
export interface TranscriptRow {
  /** Counts from 1 within a connection's transcript; never reused, gaps only where entries went. */
  readonly sequence: number;
  /** Milliseconds since the epoch, with fractions. */
  readonly time: number;
  readonly direction: Direction;
  readonly kind: EntryKind;
  /** Length of the payload in bytes. */
  readonly byteLength: number;
  /** How many frames the message took (RFC 6455 section 5.4); 0 where that is not known, or it is no frame. */
  readonly frames: number;
  /** Milliseconds since the entry before it in the transcript (filtered out or not); `null` for the first. */
  readonly gapMs: number | null;
  /** The beginning of the payload: text as is (one line), binary as hex pairs. */
  readonly preview: string;
  readonly isPreviewCut: boolean;
  /** How long after the message that it answers it came, ms; only of an answer. */
  readonly answeredAfterMs?: number;
}

/** Rows that follow one another in what a filter shows. */
export interface TranscriptWindow {
  /** Position of `rows[0]`. */
  readonly first: number;
  readonly rows: readonly TranscriptRow[];
}

/** One entry, whole. */
export interface TranscriptEntry extends Omit<TranscriptRow, 'preview' | 'isPreviewCut' | 'answeredAfterMs'> {
  readonly payload: Uint8Array;
}

/** Which entries the log shows. */
export interface TranscriptFilter {
  /** An expression of the filter language (`parseFilter`); plain words are looked for in the payload. Empty for all. */
  readonly text: string;
  readonly direction: Direction | 'both';
  readonly kinds: KindFilter;
  /** `all` leaves every entry in the log and only finds its way from match to match. */
  readonly shows: 'matches' | 'all';
}

/** `data` is text and binary, `control` is ping, pong and close. */
export type KindFilter = 'all' | 'text' | 'binary' | 'data' | 'control';

export const NO_FILTER: TranscriptFilter = { text: '', direction: 'both', kinds: 'all', shows: 'matches' };

/** What the page knows of a transcript without holding it. */
export interface TranscriptSummary {
  /** Entries held, in memory or on disk. */
  readonly total: number;
  /** Entries that the filter shows. */
  readonly matching: number;
  /** Data messages. */
  readonly sent: number;
  readonly received: number;
  /** Payload bytes held. */
  readonly bytes: number;
  /** Received data messages a second, over the last second. */
  readonly ratePerSecond: number;
  /**
   * The position of the oldest entry that the filter shows; the newest has `first + matching - 1`. A position means the
   * same entry until the filter changes or the log is cleared: when the oldest entries go, `first` moves on.
   */
  readonly first: number;
  readonly retention: RetentionSummary;
  /** Entries that match the filter, whether it hides the others or not; 0 without one. */
  readonly hits: number;
  /** How far the filter has looked. */
  readonly scan: ScanState;
}

export type ScanState =
  | { readonly kind: 'done' }
  | { readonly kind: 'running'; readonly looked: number }
  /**
   * The entries after the first `looked` have not been looked at: a regular expression did not come to an end, or what
   * it runs in, or the code of the search itself, cannot be had.
   */
  | { readonly kind: 'stopped'; readonly looked: number; readonly reason: StopReason };

export type StopReason = 'runaway' | 'unavailable' | 'not-loaded';

export const EMPTY_SUMMARY: TranscriptSummary = {
  total: 0,
  matching: 0,
  sent: 0,
  received: 0,
  bytes: 0,
  ratePerSecond: 0,
  first: 0,
  retention: NOTHING_RETAINED,
  hits: 0,
  scan: { kind: 'done' },
};
