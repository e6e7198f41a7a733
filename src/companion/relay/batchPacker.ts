import { MAX_BATCH_BYTES, RECORD_HEADER_BYTES, writePart } from '#wire/entryBatch.ts';
import type { RelayedEntry } from './upstreamConnection.ts';

/** Where batches go. */
export interface BatchSink {
  /** Whether one more batch may be sent now. */
  readonly hasRoom: () => boolean;
  readonly send: (batch: Uint8Array) => void;
  /** Everything that there is room for has been sent. */
  readonly onFlushed: () => void;
}

/**
 * Packs entries into batches, in order. A batch goes out when it is full, or at the end of this turn of the event loop:
 * whatever one read of the socket brought travels together, and a single message waits for nothing. Entries that find
 * no room wait here as they are; nothing is copied before it is sent.
 */
export class BatchPacker {
  readonly #sink: BatchSink;
  /** Packed entries leave a gap at the front, so that their payloads can go. */
  #queue: (RelayedEntry | undefined)[] = [];
  /** How long that gap is. */
  #packed = 0;
  /** Bytes of the next entry's payload that are packed already. */
  #offset = 0;
  #queuedBytes = 0;
  #queuedSentBytes = 0;
  #scheduled: NodeJS.Immediate | null = null;

  constructor(sink: BatchSink) {
    this.#sink = sink;
  }

  get isEmpty(): boolean {
    return this.#packed === this.#queue.length;
  }

  /** What waits here of messages that were sent, bytes. */
  get queuedSentBytes(): number {
    return this.#queuedSentBytes;
  }

  push(entry: RelayedEntry): void {
    this.#queue.push(entry);
    this.#count(entry, recordBytes(entry));
    if (this.#queuedBytes >= MAX_BATCH_BYTES) this.flush();
    else this.#scheduled ??= setImmediate(() => this.flush());
  }

  /** Sends as much as there is room for. */
  flush(): void {
    if (this.#scheduled !== null) clearImmediate(this.#scheduled);
    this.#scheduled = null;
    while (!this.isEmpty && this.#sink.hasRoom()) this.#sink.send(this.#pack());
    this.#sink.onFlushed();
  }

  /** Forgets everything. */
  clear(): void {
    this.#queue = [];
    this.#packed = 0;
    this.#offset = 0;
    this.#queuedBytes = 0;
    this.#queuedSentBytes = 0;
    this.flush();
  }

  #pack(): Uint8Array {
    const batch = Buffer.allocUnsafe(Math.min(this.#queuedBytes, MAX_BATCH_BYTES));
    const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
    let filled = 0;
    for (;;) {
      const entry = this.#queue[this.#packed];
      if (entry === undefined) break;
      const room = batch.byteLength - filled - RECORD_HEADER_BYTES;
      const rest = entry.payload.byteLength - this.#offset;
      // Only what fits no batch whole is cut, and then it is cut where the batch ends.
      const isCut = rest > room;
      if (isCut && (room <= 0 || recordBytes(entry) <= MAX_BATCH_BYTES)) break;
      const isWhole = !isCut && this.#offset === 0;
      const payload = isWhole ? entry.payload : entry.payload.subarray(this.#offset, this.#offset + room);
      filled = writePart(view, batch, filled, entry, payload, isCut);
      this.#advance(entry, payload.byteLength, isCut);
    }
    return batch.subarray(0, filled);
  }

  #advance(entry: RelayedEntry, payloadBytes: number, isCut: boolean): void {
    if (isCut) {
      this.#offset += payloadBytes;
      this.#count(entry, -payloadBytes);
      return;
    }
    this.#offset = 0;
    this.#queue[this.#packed] = undefined;
    this.#packed += 1;
    this.#count(entry, -payloadBytes - RECORD_HEADER_BYTES);
    if (!this.isEmpty && this.#packed < COMPACT_AT) return;
    this.#queue = this.#queue.slice(this.#packed);
    this.#packed = 0;
  }

  #count({ isSent }: RelayedEntry, bytes: number): void {
    this.#queuedBytes += bytes;
    if (isSent) this.#queuedSentBytes += bytes;
  }
}

/** The gap may grow so long before the queue is copied: copying it for each batch would cost more than the gap. */
const COMPACT_AT = 1024;

function recordBytes({ payload }: RelayedEntry): number {
  return RECORD_HEADER_BYTES + payload.byteLength;
}
