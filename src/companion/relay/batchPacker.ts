import { MAX_BATCH_BYTES, RECORD_HEADER_BYTES, writePart } from '#wire/entryBatch.ts';
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
const FLOOD_BATCH_BYTES = MAX_BATCH_BYTES / 4;

/** In a flood, batches follow one another at this distance or when they are full, ms: each costs the page an event. */
const FLOOD_INTERVAL_MS = 2;

/** Buffers kept to be used again: as many as are on their way to the page at a time. Memory that is new costs more than what goes into it. */
const MAX_SPARE_BUFFERS = 8;

/** Entries that wait to be sent, and how much of that is of messages that were sent. */
type Waiting =
  | { readonly kind: 'batch'; readonly buffer: Buffer; readonly bytes: number; readonly sentBytes: number }
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
  #buffer: Buffer = Buffer.allocUnsafeSlow(MAX_BATCH_BYTES);
  #view = viewOf(this.#buffer);
  #filled = 0;
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
    return this.#filled === 0 && this.#waiting.length === 0;
  }

  /** What waits here of messages that were sent, bytes. */
  get queuedSentBytes(): number {
    return this.#queuedSentBytes;
  }

  push(entry: RelayedEntry): void {
    const bytes = RECORD_HEADER_BYTES + entry.payload.byteLength;
    if (entry.isSent) this.#queuedSentBytes += bytes;
    if (bytes > MAX_BATCH_BYTES) {
      this.#seal();
      this.#waiting.push({ kind: 'long', entry });
      this.flush();
      return;
    }
    if (this.#filled + bytes > MAX_BATCH_BYTES) {
      this.#seal();
      this.#send();
    }
    this.#filled = writePart(this.#view, this.#buffer, this.#filled, entry, entry.payload, false);
    if (entry.isSent) this.#filledSent += bytes;
    if (this.#filled === MAX_BATCH_BYTES) this.flush();
    else this.#schedule();
  }

  /** Sends as much as there is room for. */
  flush(): void {
    this.#unschedule();
    this.#send();
    if (this.#filled > 0 && this.#waiting.length === 0 && this.#sink.hasRoom()) {
      this.#seal();
      this.#send();
    }
    this.#sink.onFlushed();
  }

  /** Forgets everything. */
  clear(): void {
    this.#waiting = [];
    this.#offset = 0;
    this.#filled = 0;
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
    if (this.#filled === 0) return;
    this.#waiting.push({
      kind: 'batch',
      buffer: this.#buffer,
      bytes: this.#filled,
      sentBytes: this.#filledSent,
    });
    this.#buffer = this.#spare.pop() ?? Buffer.allocUnsafeSlow(MAX_BATCH_BYTES);
    this.#view = viewOf(this.#buffer);
    this.#filled = 0;
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
      this.#flushedBytes = next.bytes;
      this.#queuedSentBytes -= next.sentBytes;
      this.#sink.send(next.buffer.subarray(0, next.bytes), () => this.#reuse(next.buffer));
    }
  }

  /** The next part of the long entry in front. */
  #sendPart(entry: RelayedEntry): void {
    const payload = entry.payload.subarray(
      this.#offset,
      this.#offset + MAX_BATCH_BYTES - RECORD_HEADER_BYTES,
    );
    this.#offset += payload.byteLength;
    const hasMore = this.#offset < entry.payload.byteLength;
    const batch = Buffer.allocUnsafeSlow(RECORD_HEADER_BYTES + payload.byteLength);
    writePart(viewOf(batch), batch, 0, entry, payload, hasMore);
    if (entry.isSent) this.#queuedSentBytes -= payload.byteLength + (hasMore ? 0 : RECORD_HEADER_BYTES);
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

function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
