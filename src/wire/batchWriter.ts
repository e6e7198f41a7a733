import {
  BATCH_HEADER_BYTES,
  columnsOf,
  MAX_BATCH_BYTES,
  RECORD_COLUMN_BYTES,
  sizeOf,
  writeColumns,
  writeHeader,
} from './entryBatch.ts';
import type { EntryRecord } from './entryBatch.ts';

/** More records than that, without any payload, are no batch. */
const MAX_RECORDS = Math.floor((MAX_BATCH_BYTES - BATCH_HEADER_BYTES) / RECORD_COLUMN_BYTES);

/**
 * Where payloads begin in the buffer of a batch: how long the columns before them become is known when the batch is full,
 * and then they are put there, up against the payloads. A multiple of eight, as columns need it.
 */
const PAYLOADS_AT = BATCH_HEADER_BYTES + RECORD_COLUMN_BYTES * MAX_RECORDS;

/** What a batch is written into. */
export const BATCH_BUFFER_BYTES = PAYLOADS_AT + MAX_BATCH_BYTES;

/** Fills one batch after another. */
export class BatchWriter {
  readonly #columns = columnsOf(new Uint8Array(RECORD_COLUMN_BYTES * MAX_RECORDS), 0, MAX_RECORDS);
  #buffer: Uint8Array;
  #count = 0;
  #payloadBytes = 0;

  /** `buffer` has `BATCH_BUFFER_BYTES` and begins at a multiple of eight, as one of its own does. */
  constructor(buffer: Uint8Array) {
    this.#buffer = buffer;
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** Of the batch as it is now. */
  get byteLength(): number {
    return sizeOf(this.#count, this.#payloadBytes);
  }

  hasRoomFor(payloadBytes: number): boolean {
    return this.byteLength + RECORD_COLUMN_BYTES + payloadBytes <= MAX_BATCH_BYTES;
  }

  /** Copies the record in; there is room for it. */
  add(record: Omit<EntryRecord, 'hasMore'>): void {
    this.#buffer.set(record.payload, PAYLOADS_AT + this.#payloadBytes);
    this.#payloadBytes += record.payload.byteLength;
    writeColumns(this.#columns, this.#count, record, false, this.#payloadBytes);
    this.#count += 1;
  }

  /** The batch, a view of its buffer; the next one goes into `next`. */
  take(next: Uint8Array): Uint8Array {
    const count = this.#count;
    const columnsAt = PAYLOADS_AT - RECORD_COLUMN_BYTES * count;
    const { times, ends, frames, kinds, flags } = columnsOf(this.#buffer, columnsAt, count);
    times.set(this.#columns.times.subarray(0, count));
    ends.set(this.#columns.ends.subarray(0, count));
    frames.set(this.#columns.frames.subarray(0, count));
    kinds.set(this.#columns.kinds.subarray(0, count));
    flags.set(this.#columns.flags.subarray(0, count));
    const start = columnsAt - BATCH_HEADER_BYTES;
    writeHeader(this.#buffer, start, count, this.#payloadBytes);
    const batch = this.#buffer.subarray(start, PAYLOADS_AT + this.#payloadBytes);
    this.#buffer = next;
    this.clear();
    return batch;
  }

  clear(): void {
    this.#count = 0;
    this.#payloadBytes = 0;
  }
}
