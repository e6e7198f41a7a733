import { RELAY_WINDOW_BYTES, type RelayToEngine } from '#wire/relayMessage.ts';
import { MAX_BATCH_BYTES } from '#wire/entryBatch.ts';
import { encodeRelayToEngine } from '#wire/parseRelayMessage.ts';
import { WebSocket } from 'ws';
import { BatchPacker } from './batchPacker.ts';
import { SENDING_HIGH_BYTES, SENDING_LOW_BYTES, type RelayLimits } from './limits.ts';
import type { RelayedEntry } from './upstreamConnection.ts';

/**
 * The way to the page: control messages, and batches of entries as far as the page's credit goes. It also slows the
 * page: while it is paused nothing of it is read, its credit neither. Then our own write buffer takes the window's place,
 * or two peers that each wait for the other to read would wait for ever.
 */
export class PageLink {
  readonly #webSocket: WebSocket;
  readonly #limits: RelayLimits;
  readonly #onFlow: () => void;
  readonly #packer: BatchPacker;
  /** Batches sent that the page has not credited yet. */
  #outstandingBytes = 0;
  #probe: NodeJS.Timeout | undefined;
  #onEmpty: (() => void) | null = null;
  #isAbandoned = false;

  /** `onFlow` is called whenever the page has got what there was room for. */
  constructor(webSocket: WebSocket, limits: RelayLimits, onFlow: () => void) {
    this.#webSocket = webSocket;
    this.#limits = limits;
    this.#onFlow = onFlow;
    this.#packer = new BatchPacker({
      hasRoom: () => this.#hasRoom(),
      send: (batch, onWritten) => this.#sendBatch(batch, onWritten),
      onFlushed: () => this.#onFlushed(),
    });
  }

  /** True when entries wait for room: then no more of them should be read. */
  get isFull(): boolean {
    return !this.#packer.isEmpty && !this.#hasRoom();
  }

  send(message: RelayToEngine): void {
    if (this.#webSocket.readyState !== WebSocket.OPEN) return;
    this.#packer.flush();
    this.#webSocket.send(encodeRelayToEngine(message));
  }

  push(entry: RelayedEntry): void {
    if (!this.#isAbandoned) this.#packer.push(entry);
  }

  credit(bytes: number): void {
    this.#outstandingBytes = Math.max(0, this.#outstandingBytes - bytes);
    this.#packer.flush();
  }

  /** Reads the page, or stops, by how much waits to be sent upstream. */
  balance(pendingBytes: number): void {
    const waiting = Math.max(pendingBytes, this.#packer.queuedSentBytes);
    if (!this.#webSocket.isPaused && waiting > SENDING_HIGH_BYTES) this.#pause();
    else if (this.#webSocket.isPaused && waiting <= SENDING_LOW_BYTES) this.#resume();
  }

  /** Sends the last message behind the last batch, and closes. */
  finish(message: RelayToEngine): void {
    this.#resume();
    this.#onEmpty = () => {
      this.send(message);
      this.close();
    };
    this.#packer.flush();
  }

  close(closeCode = 1000, reason = ''): void {
    clearInterval(this.#probe);
    this.#webSocket.close(closeCode, reason);
  }

  /** The page has gone: nothing is kept for it. */
  abandon(): void {
    this.#isAbandoned = true;
    clearInterval(this.#probe);
    this.#onEmpty = null;
    this.#packer.clear();
  }

  #hasRoom(): boolean {
    if (this.#webSocket.isPaused) return this.#webSocket.bufferedAmount < RELAY_WINDOW_BYTES;
    return this.#outstandingBytes + MAX_BATCH_BYTES <= RELAY_WINDOW_BYTES;
  }

  #sendBatch(batch: Uint8Array, onWritten: () => void): void {
    if (this.#webSocket.readyState !== WebSocket.OPEN) return;
    this.#outstandingBytes += batch.byteLength;
    this.#webSocket.send(batch, () => {
      onWritten();
      if (this.#webSocket.isPaused) this.#packer.flush();
    });
  }

  #onFlushed(): void {
    const onEmpty = this.#packer.isEmpty ? this.#onEmpty : null;
    if (onEmpty !== null) {
      this.#onEmpty = null;
      onEmpty();
    }
    this.#onFlow();
  }

  #pause(): void {
    this.#webSocket.pause();
    this.#probe = setInterval(() => this.#webSocket.ping(), this.#limits.probeMs);
    this.#packer.flush();
  }

  #resume(): void {
    clearInterval(this.#probe);
    this.#webSocket.resume();
  }
}
