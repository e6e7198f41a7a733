/** Where an export goes. Each piece is settled before the next one is made. */
export interface LogSink {
  readonly write: (piece: readonly string[]) => Promise<void> | void;
  /** What it has become; `null` when that is a file. */
  readonly close: () => Promise<Blob | null>;
  /** Leaves nothing behind. */
  readonly abort: () => Promise<void>;
  /** Written so far. */
  readonly bytes: () => number;
}

/** A Blob of pieces: a browser keeps those on disk when they are many, a string it cannot. */
export function createBlobSink(type: string): LogSink {
  let pieces: Blob[] = [];
  let bytes = 0;
  return {
    bytes: () => bytes,
    write(piece) {
      const blob = new Blob([...piece]);
      bytes += blob.size;
      pieces.push(blob);
    },
    close: () => Promise.resolve(new Blob(pieces, { type })),
    abort() {
      pieces = [];
      return Promise.resolve();
    },
  };
}

/** A file that the person has chosen: it changes only when all of it has been written. */
export async function createFileSink(file: FileSystemFileHandle): Promise<LogSink> {
  const stream = await file.createWritable();
  const encoder = new TextEncoder();
  let bytes = 0;
  return {
    bytes: () => bytes,
    async write(piece) {
      const encoded = encoder.encode(piece.join(''));
      bytes += encoded.byteLength;
      await stream.write(encoded);
    },
    async close() {
      await stream.close();
      return null;
    },
    abort: () => stream.abort(),
  };
}
