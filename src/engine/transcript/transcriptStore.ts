import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { MAX_BATCH_BYTES, RECORD_FLAG, recordsOf } from '#wire/entryBatch.ts';
import type { EntryBatch, EntryRecord } from '#wire/entryBatch.ts';
import { COLUMN_BYTES, OpenSegment, bytesOf, startOf } from './entrySegment.ts';
import type { EntryColumns, EntrySegment } from './entrySegment.ts';
import { SegmentCache } from './segmentCache.ts';
import type { PastSegment, SegmentSlot } from './segmentSlot.ts';

/** A batch of this size is a segment: from an eighth of the largest on, which only a flood fills. */
const ADOPTED_BYTES = MAX_BATCH_BYTES / 8;

/** The room of a segment that begins between two such batches: most of a larger one would stay empty. */
const BETWEEN_BATCHES_BYTES = 256 * 1024;

/** A record to store: one entry, or with `hasMore` one part of it. */
export type StoredRecord = EntryRecord;

/** An entry whose parts are still coming in. They stay where the batch put them until the last has come. */
interface PendingEntry extends EntryColumns {
  readonly parts: Uint8Array[];
  byteLength: number;
}

/** Entries `first` … `first + segment.count - 1` of a transcript, to be read. */
export interface SegmentSpan {
  /** Index of the segment's first entry. */
  readonly first: number;
  readonly segment: EntrySegment;
}

export interface TranscriptStoreOptions {
  readonly segmentBytes?: number;
  /** What segments that were read from disk may take in memory. */
  readonly cacheBytes?: number;
}

/**
 * Every entry of a connection's transcript, as bytes and typed arrays in segments. Entries are found by index, from 0
 * for the first since the transcript was cleared; what people see is the sequence number, which counts on then.
 *
 * A segment is held in memory, or on disk, from where it is read when it is wanted. The oldest entries may go: those from
 * `first` to `end` are held.
 */
export class TranscriptStore {
  readonly #segmentBytes: number | undefined;
  readonly #cache: SegmentCache;
  #slots: SegmentSlot[] = [];
  #open: OpenSegment | null = null;
  /** Whether the newest segment was a batch. */
  #isFlooded = false;
  /** The span that was read last: most reads come in order. */
  #lastRead: SegmentSpan | null = null;
  #pending: PendingEntry | null = null;
  /** No slot before this one has its segment in memory. */
  #firstInMemory = 0;
  #firstSequence = 1;
  #end = 0;
  #onDisk = 0;
  #heldBytes = 0;
  #appendedBytes = 0;
  #bytes = 0;
  #sent = 0;
  #received = 0;

  constructor({ segmentBytes, cacheBytes }: TranscriptStoreOptions = {}) {
    this.#segmentBytes = segmentBytes;
    this.#cache = new SegmentCache(cacheBytes);
  }

  /** Index of the oldest entry held. */
  get first(): number {
    return this.#slots[0]?.first ?? this.#end;
  }

  /** Index behind the newest entry. */
  get end(): number {
    return this.#end;
  }

  /** Entries held. */
  get count(): number {
    return this.#end - this.first;
  }

  /** Of these, the entries that are on disk only. */
  get onDisk(): number {
    return this.#onDisk;
  }

  /** What the segments take in memory, beside those that were read from disk and may be needed again soon. */
  get heldBytes(): number {
    return this.#heldBytes + (this.#open === null ? 0 : bytesOf(this.#open));
  }

  /** Oldest first. */
  get slots(): readonly SegmentSlot[] {
    return this.#slots;
  }

  /** What all entries so far took, those that have gone included: tells how much came between two looks. */
  get appendedBytes(): number {
    return this.#appendedBytes;
  }

  /** Payload bytes of the entries held. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Data messages, those that have gone included. */
  get sent(): number {
    return this.#sent;
  }

  get received(): number {
    return this.#received;
  }

  /** Stores a record. The bytes of a part (`hasMore`) are kept as they are until the last one has come. */
  append(record: StoredRecord): void {
    if (this.#pending !== null) this.#continue(this.#pending, record);
    else if (record.hasMore) this.#pending = begin(record);
    else this.#appendWhole(record);
  }

  /**
   * Stores the records of a batch. A large one of whole entries becomes a segment as it is: memory that nobody has touched
   * yet costs more to write to than all else that a message takes.
   */
  appendBatch(batch: EntryBatch): void {
    const isSegment = bytesOf(batch) >= ADOPTED_BYTES && this.#pending === null && !hasParts(batch);
    if (isSegment) this.#adopt(batch);
    else for (const record of recordsOf(batch)) this.append(record);
  }

  /** Forgets an entry that will get no further parts. */
  dropPending(): void {
    this.#pending = null;
  }

  clear(): void {
    this.#firstSequence += this.#end;
    this.#slots = [];
    this.#open = null;
    this.#firstInMemory = 0;
    this.#lastRead = null;
    this.#cache.clear();
    this.#end = 0;
    this.#onDisk = 0;
    this.#heldBytes = 0;
    this.#bytes = 0;
    this.#sent = 0;
    this.#received = 0;
  }

  /** The first entry gets this number; the store was empty. */
  beginAt(sequence: number): void {
    if (this.#end === 0) this.#firstSequence = sequence;
  }

  sequenceAt(index: number): number {
    return this.#firstSequence + index;
  }

  /** The index of the entry, or `null` when it is not held. */
  indexOf(sequence: number): number | null {
    const index = sequence - this.#firstSequence;
    return Number.isInteger(index) && index >= this.first && index < this.#end ? index : null;
  }

  /** The segment that holds the entry, for whoever reads many at once: a scan goes from segment to segment. */
  spanAt(index: number): SegmentSpan {
    const last = this.#lastRead;
    if (last !== null && index >= last.first && index < last.first + last.segment.count) return last;
    if (!(index >= this.first && index < this.#end)) {
      throw new RangeError(`There is no entry ${index} among those from ${this.first} to ${this.#end}.`);
    }
    const slot = this.slotAt(index);
    const span = { first: slot.first, segment: slot.segment ?? this.#cache.read(slot) };
    this.#lastRead = span;
    return span;
  }

  /** The slot of an entry that is held: what is known of its segment without reading it. */
  slotAt(index: number): SegmentSlot {
    let low = 0;
    let high = this.#slots.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#slots[middle]?.first ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const slot = this.#slots[low];
    if (slot === undefined) throw new RangeError(`There is no segment for entry ${index}.`);
    return slot;
  }

  /** The oldest slot whose segment is in memory; `null` when there is none. */
  get firstInMemory(): SegmentSlot | null {
    // What has been let go of never comes back to a slot.
    while (this.#slots[this.#firstInMemory]?.segment === null) this.#firstInMemory += 1;
    return this.#slots[this.#firstInMemory] ?? null;
  }

  /** Lets go of a full segment's memory: it is stored. */
  release(slot: SegmentSlot): void {
    const { segment } = slot;
    if (segment === null || segment === this.#open || slot.stored === null) return;
    slot.segment = null;
    this.#heldBytes -= bytesOf(segment);
    this.#onDisk += slot.count;
    if (this.#lastRead?.segment === segment) this.#lastRead = null;
  }

  /** The oldest segment goes, unless it is the one that takes entries. False when it stays. */
  dropFirst(): boolean {
    const [slot] = this.#slots;
    if (slot === undefined || slot.segment === this.#open) return false;
    this.#slots.shift();
    this.#firstInMemory = Math.max(0, this.#firstInMemory - 1);
    if (slot.segment === null) this.#onDisk -= slot.count;
    else this.#heldBytes -= bytesOf(slot.segment);
    this.#bytes -= slot.payloadBytes;
    this.#cache.forget(slot);
    if (this.#lastRead?.first === slot.first) this.#lastRead = null;
    return true;
  }

  /** Takes the segments of a past connection, which follow one another; the store was empty. */
  restore(firstSequence: number, segments: Iterable<PastSegment>): void {
    this.#firstSequence = firstSequence;
    for (const { stored, count, payloadBytes, sent, received } of segments) {
      this.#slots.push({ first: this.#end, count, payloadBytes, segment: null, stored });
      this.#end += count;
      this.#onDisk += count;
      this.#bytes += payloadBytes;
      this.#sent += sent;
      this.#received += received;
    }
  }

  /** As in `ENTRY_KIND`. */
  kindAt(index: number): number {
    return this.#readColumn('kinds', index);
  }

  isSentAt(index: number): boolean {
    return (this.#readColumn('flags', index) & RECORD_FLAG.sent) !== 0;
  }

  /** Whether the entry was compressed on the wire. */
  isCompressedAt(index: number): boolean {
    return (this.#readColumn('flags', index) & RECORD_FLAG.compressed) !== 0;
  }

  /** How many frames the entry took; 0 where that is not known. */
  framesAt(index: number): number {
    return this.#readColumn('frames', index);
  }

  timeAt(index: number): number {
    return this.#readColumn('times', index);
  }

  byteLengthAt(index: number): number {
    const { first, segment } = this.spanAt(index);
    return endOf(segment, index - first) - startOf(segment, index - first);
  }

  /** The payload, as a view: valid until the transcript is cleared. */
  payloadAt(index: number): Uint8Array {
    const { first, segment } = this.spanAt(index);
    return segment.bytes.subarray(startOf(segment, index - first), endOf(segment, index - first));
  }

  /** The payload in a buffer of its own. */
  copyAt(index: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.payloadAt(index));
  }

  /** The first bytes of the payload, as a view: enough for a preview. */
  beginningAt(index: number, maxBytes: number): Uint8Array {
    return this.payloadAt(index).subarray(0, maxBytes);
  }

  #readColumn(column: 'times' | 'kinds' | 'flags' | 'frames', index: number): number {
    const { first, segment } = this.spanAt(index);
    return segment[column][index - first] ?? 0;
  }

  #continue(pending: PendingEntry, record: StoredRecord): void {
    pending.parts.push(record.payload);
    pending.byteLength += record.payload.byteLength;
    if (record.hasMore) return;
    this.#pending = null;
    const segment = this.#segmentFor(pending.byteLength);
    let offset = segment.used;
    for (const part of pending.parts) {
      segment.bytes.set(part, offset);
      offset += part.byteLength;
    }
    segment.commit(pending.byteLength, pending);
    this.#tally(pending.kind, pending.flags, pending.byteLength);
  }

  #appendWhole(record: StoredRecord): void {
    const { payload, kind } = record;
    const columns = columnsOf(record);
    this.#segmentFor(payload.byteLength).append(payload, columns);
    this.#tally(kind, columns.flags, payload.byteLength);
  }

  #segmentFor(payloadBytes: number): OpenSegment {
    if (this.#open?.hasRoomFor(payloadBytes) === true) return this.#open;
    const entriesBefore = this.#open?.count;
    this.#sealOpen();
    const segmentBytes = this.#isFlooded ? BETWEEN_BATCHES_BYTES : this.#segmentBytes;
    this.#isFlooded = false;
    const segment = new OpenSegment(payloadBytes, segmentBytes, entriesBefore);
    this.#open = segment;
    this.#slots.push({ first: this.#end, count: 0, payloadBytes: 0, segment, stored: null });
    return segment;
  }

  #adopt(batch: EntryBatch): void {
    this.#sealOpen();
    this.#isFlooded = true;
    this.#heldBytes += bytesOf(batch);
    this.#slots.push({ first: this.#end, count: 0, payloadBytes: 0, segment: batch, stored: null });
    this.#grow(batch.count, batch.bytes.byteLength);
    for (let at = 0; at < batch.count; at += 1) {
      this.#countMessage(batch.kinds[at] ?? 0, batch.flags[at] ?? 0);
    }
  }

  #sealOpen(): void {
    if (this.#open === null) return;
    this.#open.seal();
    this.#heldBytes += bytesOf(this.#open);
    this.#open = null;
  }

  #tally(kind: number, flags: number, byteLength: number): void {
    this.#grow(1, byteLength);
    this.#countMessage(kind, flags);
  }

  #grow(entries: number, byteLength: number): void {
    const slot = this.#slots.at(-1);
    if (slot !== undefined) {
      slot.count += entries;
      slot.payloadBytes += byteLength;
    }
    this.#end += entries;
    this.#appendedBytes += byteLength + entries * COLUMN_BYTES;
    this.#bytes += byteLength;
  }

  #countMessage(kind: number, flags: number): void {
    if (kind !== ENTRY_KIND.text && kind !== ENTRY_KIND.binary) return;
    if ((flags & RECORD_FLAG.sent) !== 0) this.#sent += 1;
    else this.#received += 1;
  }
}

function hasParts({ flags }: EntryBatch): boolean {
  return flags.some((each) => (each & RECORD_FLAG.hasMore) !== 0);
}

function begin(record: StoredRecord): PendingEntry {
  return { ...columnsOf(record), parts: [record.payload], byteLength: record.payload.byteLength };
}

function columnsOf({ time, kind, frames, isSent, isCompressed }: StoredRecord): EntryColumns {
  const flags = (isSent ? RECORD_FLAG.sent : 0) | (isCompressed ? RECORD_FLAG.compressed : 0);
  return { time, kind, frames, flags };
}

function endOf(segment: EntrySegment, at: number): number {
  return segment.ends[at] ?? 0;
}
