import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { RECORD_FLAG } from '#wire/entryBatch.ts';
import type { EntryRecord } from '#wire/entryBatch.ts';
import { EntryColumns } from './entryColumns.ts';
import { PayloadSegments } from './payloadSegments.ts';

/** A record to store: one entry, or with `hasMore` one part of it. */
export type StoredRecord = Omit<EntryRecord, 'frames'>;

/** An entry whose parts are still coming in. */
interface PendingEntry {
  readonly kind: number;
  readonly flags: number;
  readonly time: number;
  readonly parts: Uint8Array[];
  byteLength: number;
}

/**
 * Every entry of a connection's transcript, as bytes and typed arrays. Entries are found by index, from 0 for the
 * oldest held; what people see is the sequence number, which counts on when the transcript is cleared.
 */
export class TranscriptStore {
  readonly #columns = new EntryColumns();
  readonly #segments: PayloadSegments;
  /**
   * The parts of entries that came in more than one record. They stay where the relay's batch put them: that is the
   * only copy, and such an entry is so long that an object for it is nothing.
   */
  readonly #partsOf = new Map<number, readonly Uint8Array[]>();
  #pending: PendingEntry | null = null;
  #firstSequence = 1;
  #bytes = 0;
  #sent = 0;
  #received = 0;

  constructor(segments: PayloadSegments = new PayloadSegments()) {
    this.#segments = segments;
  }

  get count(): number {
    return this.#columns.count;
  }

  /** Payload bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Data messages. */
  get sent(): number {
    return this.#sent;
  }

  get received(): number {
    return this.#received;
  }

  /** Stores a record. The bytes of a part (`hasMore`, and the last after such) are kept as they are, not copied. */
  append(record: StoredRecord): void {
    if (this.#pending !== null) this.#continue(this.#pending, record);
    else if (record.hasMore) this.#pending = this.#begin(record);
    else this.#appendWhole(record);
  }

  /** Forgets an entry that will get no further parts. */
  dropPending(): void {
    this.#pending = null;
  }

  clear(): void {
    this.#firstSequence += this.count;
    this.#columns.clear();
    this.#segments.clear();
    this.#partsOf.clear();
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
    return Number.isInteger(index) && index >= 0 && index < this.count ? index : null;
  }

  /** As in `ENTRY_KIND`. */
  kindAt(index: number): number {
    return this.#columns.read('kind', index);
  }

  isSentAt(index: number): boolean {
    return (this.#columns.read('flags', index) & RECORD_FLAG.sent) !== 0;
  }

  timeAt(index: number): number {
    return this.#columns.read('time', index);
  }

  byteLengthAt(index: number): number {
    return this.#columns.read('byteLength', index);
  }

  /** The payload: a view where it lies in one piece, else put together for the caller. */
  payloadAt(index: number): Uint8Array {
    if (this.#partsOf.has(index)) return this.copyAt(index);
    return this.#segments.read(
      this.#columns.read('segment', index),
      this.#columns.read('offset', index),
      this.byteLengthAt(index),
    );
  }

  /** The payload in a buffer of its own. */
  copyAt(index: number): Uint8Array<ArrayBuffer> {
    const copy = new Uint8Array(this.byteLengthAt(index));
    let offset = 0;
    for (const part of this.#partsOf.get(index) ?? [this.payloadAt(index)]) {
      copy.set(part, offset);
      offset += part.byteLength;
    }
    return copy;
  }

  /** The first bytes of the payload, as a view: enough for a preview, without putting a long one together. */
  beginningAt(index: number, maxBytes: number): Uint8Array {
    const beginning = this.#partsOf.get(index)?.[0] ?? this.payloadAt(index);
    return beginning.subarray(0, maxBytes);
  }

  #begin(record: StoredRecord): PendingEntry {
    const { kind, time, payload } = record;
    return { kind, flags: flagsOf(record), time, parts: [payload], byteLength: payload.byteLength };
  }

  #continue(pending: PendingEntry, record: StoredRecord): void {
    pending.parts.push(record.payload);
    pending.byteLength += record.payload.byteLength;
    if (record.hasMore) return;
    this.#pending = null;
    this.#partsOf.set(this.count, pending.parts);
    this.#tally(pending.kind, pending.flags, pending.byteLength);
    this.#columns.append({ ...pending, segment: 0, offset: 0 });
  }

  #appendWhole(record: StoredRecord): void {
    const { kind, time, payload } = record;
    const { byteLength } = payload;
    const flags = flagsOf(record);
    const offset = this.#segments.append(payload);
    this.#columns.append({ segment: this.#segments.lastSegment, offset, byteLength, time, kind, flags });
    this.#tally(kind, flags, byteLength);
  }

  #tally(kind: number, flags: number, byteLength: number): void {
    this.#bytes += byteLength;
    if (kind !== ENTRY_KIND.text && kind !== ENTRY_KIND.binary) return;
    if ((flags & RECORD_FLAG.sent) !== 0) this.#sent += 1;
    else this.#received += 1;
  }
}

function flagsOf(record: StoredRecord): number {
  return (record.isSent ? RECORD_FLAG.sent : 0) | (record.isCompressed ? RECORD_FLAG.compressed : 0);
}
