import type { FrameWalker } from './frameWalker.ts';
import { takeWholeMessages } from './wholeMessages.ts';
import type { FrameReceiver } from './wsParts.ts';

export interface ChunkReaderOptions {
  readonly receiver: FrameReceiver;
  readonly walker: FrameWalker;
  /** With permessage-deflate a message may have to wait for one that is being inflated, so the receiver reads them all. */
  readonly isCompressing: boolean;
  /** A message that never was the receiver's. */
  readonly onWholeMessage: (payload: Buffer, isText: boolean) => void;
}

/**
 * Reads what comes from the server: a simple message where it lies, everything else through the receiver. The two never
 * mix up the order, since a receiver that inflates nothing tells of each frame before its `write` returns.
 */
export class ChunkReader {
  readonly #options: ChunkReaderOptions;
  #isStopped = false;

  constructor(options: ChunkReaderOptions) {
    this.#options = options;
  }

  /** False when the receiver wants no more until `drain`. */
  read(chunk: Buffer): boolean {
    const { receiver, walker, isCompressing, onWholeMessage } = this.#options;
    if (isCompressing) {
      walker.walk(chunk);
      return receiver.write(chunk);
    }
    let wantsMore = true;
    let offset = 0;
    // The receiver tells of an error only later.
    while (offset < chunk.length && !this.#isStopped && receiver.errored === null) {
      if (walker.isBetweenMessages) offset = takeWholeMessages(chunk, offset, onWholeMessage);
      const end = walker.walkFrame(chunk, offset);
      if (end > offset) wantsMore = receiver.write(chunk.subarray(offset, end));
      offset = end;
    }
    return wantsMore;
  }

  /** Nothing that still comes matters. */
  stop(): void {
    this.#isStopped = true;
  }
}
