import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { OpenSegment, bytesOf } from './entrySegment.ts';
import type { EntrySegment } from './entrySegment.ts';
import type { SegmentSlot } from './segmentSlot.ts';

/** Some segments beside the one on screen: a step of the scrollbar to and fro reads nothing anew. */
const CACHE_BYTES = 32 * 1024 * 1024;

/** Segments that were read from disk, the latest ones, as far as they fit. The one read last is always kept. */
export class SegmentCache {
  readonly #maxBytes: number;
  /** In the order of their last use. */
  readonly #segments = new Map<SegmentSlot, EntrySegment>();
  #bytes = 0;

  constructor(maxBytes: number = CACHE_BYTES) {
    this.#maxBytes = maxBytes;
  }

  read(slot: SegmentSlot): EntrySegment {
    const segment = this.#segments.get(slot) ?? readStored(slot);
    this.forget(slot);
    this.#segments.set(slot, segment);
    this.#bytes += bytesOf(segment);
    for (const oldest of this.#segments.keys()) {
      if (this.#bytes <= this.#maxBytes || oldest === slot) break;
      this.forget(oldest);
    }
    return segment;
  }

  forget(slot: SegmentSlot): void {
    const segment = this.#segments.get(slot);
    if (segment === undefined) return;
    this.#segments.delete(slot);
    this.#bytes -= bytesOf(segment);
  }

  clear(): void {
    this.#segments.clear();
    this.#bytes = 0;
  }
}

/** A segment that cannot be read costs its own entries, not the log: each of them says so in its place. */
function readStored(slot: SegmentSlot): EntrySegment {
  try {
    const segment = slot.stored?.read();
    if (segment?.count === slot.count) return segment;
  } catch {
    // The file is damaged, or gone behind our back: what there is to say of it is said below.
  }
  return unreadable(slot.count);
}

function unreadable(count: number): EntrySegment {
  const payload = new TextEncoder().encode(UNREADABLE);
  const segment = new OpenSegment(payload.byteLength * count, 0);
  for (let at = 0; at < count; at += 1) {
    segment.append(payload, { time: 0, kind: ENTRY_KIND.opened, flags: 0, frames: 0 });
  }
  return segment;
}

const UNREADABLE =
  'This entry was stored on this device and can no longer be read: its file is damaged or gone.';
