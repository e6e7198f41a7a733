import { BATCH_BUFFER_BYTES, BatchWriter } from '#wire/batchWriter.ts';
import {
  encodeBatch,
  MAX_BATCH_BYTES,
  MAX_RECORD_PAYLOAD_BYTES,
  RECORD_COLUMN_BYTES,
} from '#wire/entryBatch.ts';
import { now } from './clock.ts';
import type { RelayedEntry } from './upstreamConnection.ts';

/** Where batches go. */
export interface BatchSink {
  /** Whether one more batch may be sent now. */
  readonly hasRoom: () => boolean;
  /** `onWritten` is to be called once `batch` is no longer needed: its memory is used again. */
  readonly send: (batch: Uint8Array, onWritten: () => void) => void;
  /** Everything that there is room for has been sent. */
  readonly onFlushed: () => void;
}

/** A batch of this size shows that more is coming than one turn of the event loop brings. */
const FLOOD_BATCH_BYTES = MAX_BATCH_BYTES / 8;

/** In a flood, batches follow one another at this distance or when they are full, ms: a third of a frame, which nobody sees. */
const FLOOD_INTERVAL_MS = 5;

/** Buffers kept to be used again: as many as are on their way to the page at a time. Memory that is new costs more than what goes into it. */
const MAX_SPARE_BUFFERS = 8;

/** Entries that wait to be sent, and how much of that is of messages that were sent. */
type Waiting =
  | {
      readonly kind: 'batch';
      readonly batch: Uint8Array;
      readonly buffer: Buffer;
      readonly sentBytes: number;
    }
  /** It fits no batch whole, and is cut when there is room. */
  | { readonly kind: 'long'; readonly entry: RelayedEntry };

/**
 * Packs entries into batches, in order. A batch goes out when it is full, or at the end of this turn of the event loop:
 * whatever one read of the socket brought travels together, and a single message waits for nothing. In a flood it waits
 * for a moment more, and fewer batches are larger.
 */
export class BatchPacker {
  readonly #sink: BatchSink;
  #waiting: Waiting[] = [];
  /** Bytes of the payload of the long entry in front that have been sent already. */
  #offset = 0;
  #buffer: Buffer = Buffer.allocUnsafeSlow(BATCH_BUFFER_BYTES);
  readonly #writer = new BatchWriter(this.#buffer);
  /** What of the batch that is being filled is of messages that were sent, bytes. */
  #filledSent = 0;
  readonly #spare: Buffer[] = [];
  #queuedSentBytes = 0;
  #flushedAt = Number.NEGATIVE_INFINITY;
  #flushedBytes = 0;
  #immediate: NodeJS.Immediate | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(sink: BatchSink) {
    this.#sink = sink;
  }

  get isEmpty(): boolean {
    return this.#writer.isEmpty && this.#waiting.length === 0;
  }

  /** What waits here of messages that were sent, bytes. */
  get queuedSentBytes(): number {
    return this.#queuedSentBytes;
  }

  push(entry: RelayedEntry): void {
    const { byteLength } = entry.payload;
    const bytes = RECORD_COLUMN_BYTES + byteLength;
    if (entry.isSent) this.#queuedSentBytes += bytes;
    if (byteLength > MAX_RECORD_PAYLOAD_BYTES) {
      this.#seal();
      this.#waiting.push({ kind: 'long', entry });
      this.flush();
      return;
    }
    if (!this.#writer.hasRoomFor(byteLength)) {
      this.#seal();
      this.#send();
    }
    this.#writer.add(entry);
    if (entry.isSent) this.#filledSent += bytes;
    if (this.#writer.hasRoomFor(0)) this.#schedule();
    else this.flush();
  }

  /** Sends as much as there is room for. */
  flush(): void {
    this.#unschedule();
    this.#send();
    if (!this.#writer.isEmpty && this.#waiting.length === 0 && this.#sink.hasRoom()) {
      this.#seal();
      this.#send();
    }
    this.#sink.onFlushed();
  }

  /** Forgets everything. */
  clear(): void {
    this.#waiting = [];
    this.#offset = 0;
    this.#writer.clear();
    this.#filledSent = 0;
    this.#queuedSentBytes = 0;
    this.flush();
  }

  #schedule(): void {
    if (this.#immediate !== null || this.#timer !== null) return;
    const isFlood = this.#flushedBytes >= FLOOD_BATCH_BYTES && now() - this.#flushedAt < FLOOD_INTERVAL_MS;
    if (isFlood) this.#timer = setTimeout(() => this.flush(), FLOOD_INTERVAL_MS);
    else this.#immediate = setImmediate(() => this.flush());
  }

  #unschedule(): void {
    if (this.#immediate !== null) clearImmediate(this.#immediate);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#immediate = null;
    this.#timer = null;
  }

  /** Closes the batch that is being filled. */
  #seal(): void {
    if (this.#writer.isEmpty) return;
    const buffer = this.#buffer;
    this.#buffer = this.#spare.pop() ?? Buffer.allocUnsafeSlow(BATCH_BUFFER_BYTES);
    const batch = this.#writer.take(this.#buffer);
    this.#waiting.push({ kind: 'batch', batch, buffer, sentBytes: this.#filledSent });
    this.#filledSent = 0;
  }

  #send(): void {
    for (;;) {
      const [next] = this.#waiting;
      if (next === undefined || !this.#sink.hasRoom()) return;
      this.#flushedAt = now();
      if (next.kind === 'long') {
        this.#sendPart(next.entry);
        continue;
      }
      this.#waiting.shift();
      this.#flushedBytes = next.batch.byteLength;
      this.#queuedSentBytes -= next.sentBytes;
      this.#sink.send(next.batch, () => this.#reuse(next.buffer));
    }
  }

  /** The next part of the long entry in front. */
  #sendPart(entry: RelayedEntry): void {
    const payload = entry.payload.subarray(this.#offset, this.#offset + MAX_RECORD_PAYLOAD_BYTES);
    this.#offset += payload.byteLength;
    const hasMore = this.#offset < entry.payload.byteLength;
    const batch = encodeBatch([{ ...entry, payload, hasMore }]);
    if (entry.isSent) this.#queuedSentBytes -= payload.byteLength + (hasMore ? 0 : RECORD_COLUMN_BYTES);
    if (!hasMore) {
      this.#waiting.shift();
      this.#offset = 0;
    }
    this.#flushedBytes = batch.byteLength;
    this.#sink.send(batch, () => {});
  }

  #reuse(buffer: Buffer): void {
    if (this.#spare.length < MAX_SPARE_BUFFERS) this.#spare.push(buffer);
  }
}
