import type { TransferProgress } from '#wire/logTransfer.ts';
import { TransferCancelledError } from './transferCancelledError.ts';

export interface FileReading {
  /** Lets others have a turn: the log that comes in can be read meanwhile. */
  readonly pause: () => Promise<void>;
  readonly onProgress: (progress: TransferProgress) => void;
  readonly signal: AbortSignal;
}

/** So much of a file is read at once, bytes: a piece of it is worked on in some milliseconds. */
const PIECE_BYTES = 256 * 1024;

/** A file that is no log, or of which nothing can be read. The message is for the person who chose it. */
export class UnreadableFileError extends Error {
  readonly code = 'file-unreadable';
  override readonly name = 'UnreadableFileError';
}

/** The file piece by piece, from its beginning: it never stands in memory as a whole. */
export async function* readPieces(
  file: File,
  { pause, onProgress, signal }: FileReading,
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    if (signal.aborted) throw new TransferCancelledError();
    // One piece after another is the point, here and below.
    yield new Uint8Array(await file.slice(from, from + PIECE_BYTES).arrayBuffer());
    onProgress({ done: Math.min(from + PIECE_BYTES, file.size), total: file.size });
    await pause();
  }
  if (signal.aborted) throw new TransferCancelledError();
}
