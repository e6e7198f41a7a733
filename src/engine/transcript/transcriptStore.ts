import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { RECORD_FLAG } from '#wire/entryBatch.ts';
import type { EntryRecord } from '#wire/entryBatch.ts';
import { OpenSegment, startOf } from './entrySegment.ts';
import type { EntryColumns, EntrySegment } from './entrySegment.ts';

/** A record to store: one entry, or with `hasMore` one part of it. */
export type StoredRecord = EntryRecord;

/** An entry whose parts are still coming in. They stay where the batch put them until the last has come. */
interface PendingEntry extends EntryColumns {
  readonly parts: Uint8Array[];
  byteLength: number;
}

/** Entries `first` … `first + segment.count - 1` of a transcript. */
export interface SegmentSpan {
  /** Index of the segment's first entry. */
  readonly first: number;
  readonly segment: EntrySegment;
}

/**
 * Every entry of a connection's transcript, as bytes and typed arrays in segments. Entries are found by index, from 0
 * for the first since the transcript was cleared; what people see is the sequence number, which counts on then.
 *
 * The oldest entries may go: those from `first` to `end` are held.
 */
export class TranscriptStore {
  readonly #segmentBytes: number | undefined;
  #spans: SegmentSpan[] = [];
  #open: OpenSegment | null = null;
  /** The span that was read last: most reads come in order. */
  #lastRead: SegmentSpan | null = null;
  #pending: PendingEntry | null = null;
  #firstSequence = 1;
  #end = 0;
  #bytes = 0;
  #sent = 0;
  #received = 0;

  constructor(segmentBytes?: number) {
    this.#segmentBytes = segmentBytes;
  }

  /** Index of the oldest entry held. */
  get first(): number {
    return this.#spans[0]?.first ?? this.#end;
  }

  /** Index behind the newest entry. */
  get end(): number {
    return this.#end;
  }

  /** Entries held. */
  get count(): number {
    return this.#end - this.first;
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

  /** Forgets an entry that will get no further parts. */
  dropPending(): void {
    this.#pending = null;
  }

  clear(): void {
    this.#firstSequence += this.#end;
    this.#spans = [];
    this.#open = null;
    this.#lastRead = null;
    this.#end = 0;
    this.#bytes = 0;
    this.#sent = 0;
    this.#received = 0;
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
    const span = this.#find(index);
    this.#lastRead = span;
    return span;
  }

  /** As in `ENTRY_KIND`. */
  kindAt(index: number): number {
    return this.#readColumn('kinds', index);
  }

  isSentAt(index: number): boolean {
    return (this.#readColumn('flags', index) & RECORD_FLAG.sent) !== 0;
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

  /** The last span that begins at or before `index`. */
  #find(index: number): SegmentSpan {
    let low = 0;
    let high = this.#spans.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#spans[middle]?.first ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const span = this.#spans[low];
    if (span === undefined) throw new RangeError(`There is no segment for entry ${index}.`);
    return span;
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
    this.#open?.seal();
    const segment = new OpenSegment(payloadBytes, this.#segmentBytes);
    this.#open = segment;
    this.#spans.push({ first: this.#end, segment });
    return segment;
  }

  #tally(kind: number, flags: number, byteLength: number): void {
    this.#end += 1;
    this.#bytes += byteLength;
    if (kind !== ENTRY_KIND.text && kind !== ENTRY_KIND.binary) return;
    if ((flags & RECORD_FLAG.sent) !== 0) this.#sent += 1;
    else this.#received += 1;
  }
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
