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
  /** Where each payload ends, from the beginning of `bytes`. Valid until the next run is read. */
  readonly ends: Uint32Array;
}

/** As many entries from `first` on as are looked at together, from one segment; `ends` is used for the run. */
export function readRun(store: TranscriptStore, first: number, ends: Uint32Array): PayloadRun {
  const span = store.spanAt(first);
  const { segment } = span;
  const at = first - span.first;
  const start = startOf(segment, at);
  const most = Math.min(segment.count - at, ends.length);
  let count = 0;
  let end = 0;
  while (count < most) {
    const nextEnd = (segment.ends[at + count] ?? 0) - start;
    if (count > 0 && nextEnd > MAX_RUN_BYTES) break;
    end = nextEnd;
    ends[count] = end;
    count += 1;
  }
  return { first, count, bytes: segment.bytes.subarray(start, start + end), ends };
}

/** The payload of one entry of a run, as a view. */
export function payloadOfRun({ bytes, ends }: PayloadRun, place: number): Uint8Array {
  return bytes.subarray(place === 0 ? 0 : ends[place - 1], ends[place]);
}
