import { startOf } from '../entrySegment.ts';
import type { TranscriptStore } from '../transcriptStore.ts';

/** A run ends where the scan's buffers do. */
export const MAX_RUN_ENTRIES = 4096;
/** Small enough to stay in a processor's cache between being copied and being looked at; a longer entry is a run of its own. */
export const MAX_RUN_BYTES = 256 * 1024;

/** Entries that follow one another, with their payloads where they lie. */
export interface PayloadRun {
  /** Index of the first entry. */
  readonly first: number;
  readonly count: number;
  /** The payloads, one behind another. */
  readonly bytes: Uint8Array;
  /** Where each payload ends and the first begins, both as they stand in the segment: `bytes` begins at `start`. */
  readonly ends: Uint32Array;
  readonly start: number;
}

/** As many entries from `first` on as are looked at together, `maxEntries` at most, from one segment. */
export function readRun(
  store: TranscriptStore,
  first: number,
  maxEntries: number = MAX_RUN_ENTRIES,
): PayloadRun {
  const span = store.spanAt(first);
  const { segment } = span;
  const at = first - span.first;
  const start = startOf(segment, at);
  const most = Math.min(segment.count - at, maxEntries);
  const fitting = placeBehind(segment.ends, start + MAX_RUN_BYTES, at, at + most);
  const ends = segment.ends.subarray(at, Math.max(fitting, at + 1));
  const end = ends.at(-1) ?? start;
  return { first, count: ends.length, bytes: segment.bytes.subarray(start, end), ends, start };
}

/** The first place from `low` on, and before `high`, whose value is more than `limit`; `high` when there is none. */
function placeBehind(ends: Uint32Array, limit: number, low: number, high: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ends[middle] ?? 0) > limit) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The payload of one entry of a run, as a view. */
export function payloadOfRun({ bytes, ends, start }: PayloadRun, place: number): Uint8Array {
  const from = place === 0 ? start : (ends[place - 1] ?? start);
  return bytes.subarray(from - start, (ends[place] ?? start) - start);
}
