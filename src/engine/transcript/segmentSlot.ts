import type { EntrySegment } from './entrySegment.ts';

/** A segment on disk. */
export interface StoredSegment {
  /** Throws when the disk does not give back what was written. */
  readonly read: () => EntrySegment;
}

/** The place of one segment in a transcript, whether it is in memory, on disk, or both. */
export interface SegmentSlot {
  /** Index of its first entry. */
  readonly first: number;
  count: number;
  payloadBytes: number;
  /** `null` when it is on disk only. */
  segment: EntrySegment | null;
  /** `null` when nothing of it is on disk. */
  stored: StoredSegment | null;
}

/** What is known of a segment of a past connection without reading it. */
export interface PastSegment {
  readonly stored: StoredSegment;
  readonly count: number;
  readonly payloadBytes: number;
  /** Data messages. */
  readonly sent: number;
  readonly received: number;
}
