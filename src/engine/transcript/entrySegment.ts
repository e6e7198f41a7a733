/**
 * Consecutive entries of a transcript: their payloads one behind another, and what else is known of them in typed
 * arrays, 16 bytes an entry. Entry n of a segment has the payload from `ends[n - 1]` (0 for the first) to `ends[n]`.
 * The arrays may be longer than `count`, and are replaced as a segment grows: read them anew after every `append`. A batch
 * of the relay is laid out so (`#wire/entryBatch.ts`), and a large one is a segment as it is.
 */
export interface EntrySegment {
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
  /** Milliseconds since the epoch, with fractions. */
  readonly times: Float64Array;
  /** As in `ENTRY_KIND`. */
  readonly kinds: Uint8Array;
  /** As in `RECORD_FLAG`. */
  readonly flags: Uint8Array;
  /** How many frames each entry took; 0 where that is not known. */
  readonly frames: Uint16Array;
}

/** What is known of an entry beside its payload. */
export interface EntryColumns {
  readonly time: number;
  readonly kind: number;
  readonly flags: number;
  readonly frames: number;
}

/** Bytes of the columns, an entry. */
export const COLUMN_BYTES = 16;

/** A segment of this size is cheap to hold, to scan, and to move to disk; little of it is empty at the end. */
const SEGMENT_BYTES = 4 * 1024 * 1024;

/** So that the columns of a log of tiny messages stay as cheap to move as its payloads. */
const SEGMENT_ENTRIES = 128 * 1024;

/** Room in the columns of a log's first segment; they grow as they need to. */
const FIRST_ENTRIES = 1024;

/** A new segment has room for as many entries as the one before it took, and so much more: messages are much alike. */
const SPARE_SHARE = 1 / 16;

/** What is given back at the end: less is not worth the copy. */
const MIN_WASTE_SHARE = 1 / 8;

/** The newest segment of a transcript, which takes entries until it is full. */
export class OpenSegment implements EntrySegment {
  bytes: Uint8Array;
  ends: Uint32Array;
  times: Float64Array;
  kinds: Uint8Array;
  flags: Uint8Array;
  frames: Uint16Array;
  count = 0;
  used = 0;

  /**
   * With room for one payload of `payloadBytes` at least: a payload larger than a segment gets one of its own.
   * `entriesBefore` is what the segment before this one took.
   */
  constructor(payloadBytes: number, segmentBytes: number = SEGMENT_BYTES, entriesBefore = 0) {
    const entries = Math.max(FIRST_ENTRIES, Math.ceil(entriesBefore * (1 + SPARE_SHARE)));
    this.bytes = new Uint8Array(Math.max(segmentBytes, payloadBytes));
    this.ends = new Uint32Array(entries);
    this.times = new Float64Array(entries);
    this.kinds = new Uint8Array(entries);
    this.flags = new Uint8Array(entries);
    this.frames = new Uint16Array(entries);
  }

  hasRoomFor(payloadBytes: number): boolean {
    return this.used + payloadBytes <= this.bytes.byteLength && this.count < SEGMENT_ENTRIES;
  }

  /** Copies the payload in. */
  append(payload: Uint8Array, columns: EntryColumns): void {
    this.bytes.set(payload, this.used);
    this.commit(payload.byteLength, columns);
  }

  /** The payload has been written to `bytes` from `used` on. */
  commit(payloadBytes: number, { time, kind, flags, frames }: EntryColumns): void {
    const at = this.count;
    if (at === this.ends.length) this.#resize(at * 2);
    this.used += payloadBytes;
    this.ends[at] = this.used;
    this.times[at] = time;
    this.kinds[at] = kind;
    this.flags[at] = flags;
    this.frames[at] = frames;
    this.count = at + 1;
  }

  /** Gives back the room that no entry took: none will come. */
  seal(): void {
    const most = 1 - MIN_WASTE_SHARE;
    if (this.count < this.ends.length * most) this.#resize(this.count);
    if (this.used < this.bytes.byteLength * most) this.bytes = this.bytes.slice(0, this.used);
  }

  #resize(entries: number): void {
    this.ends = resized(this.ends, new Uint32Array(entries));
    this.times = resized(this.times, new Float64Array(entries));
    this.kinds = resized(this.kinds, new Uint8Array(entries));
    this.flags = resized(this.flags, new Uint8Array(entries));
    this.frames = resized(this.frames, new Uint16Array(entries));
  }
}

interface Column<Self> {
  readonly length: number;
  readonly subarray: (start: number, end: number) => Self;
  readonly set: (values: Self) => void;
}

function resized<T extends Column<T>>(from: T, to: T): T {
  to.set(from.subarray(0, Math.min(from.length, to.length)));
  return to;
}

export function startOf(segment: EntrySegment, at: number): number {
  return at === 0 ? 0 : (segment.ends[at - 1] ?? 0);
}

/** What the segment takes in memory. */
export function bytesOf(segment: EntrySegment): number {
  return segment.bytes.byteLength + segment.ends.length * COLUMN_BYTES;
}
