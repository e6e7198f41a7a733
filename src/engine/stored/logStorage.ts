/**
 * The port to where logs are kept on this device: a folder a log. In the browser it is the origin private file system
 * (`opfsLogStorage.ts`), in tests a map (`testing/memoryLogStorage.ts`).
 */
export interface LogStorage {
  /** A new folder, in use until the worker ends: nobody else removes or lists it meanwhile. */
  readonly create: (id: string) => Promise<LogFolder>;
  /** The folder of a past log, for reading. */
  readonly open: (id: string) => Promise<LogFolder>;
  /** Removes the oldest logs that nobody has in use until those that are left take at most `maxBytes`. */
  readonly tidy: (maxBytes: number) => Promise<void>;
}

export interface LogFolder {
  /** The names of its files, in alphabetical order. */
  readonly list: () => Promise<readonly string[]>;
  /** Opens a file, a new one where there is none of this name. */
  readonly openFile: (name: string) => Promise<LogFile>;
  readonly removeFile: (name: string) => Promise<void>;
  /** It is in use no longer. */
  readonly close: () => void;
}

/** A file. What it does is done when it returns: a worker reads an entry from disk as it does from memory. */
export interface LogFile {
  readonly size: () => number;
  /** Fills `target` from `offset` on. Returns how many bytes there were. */
  readonly read: (target: Uint8Array, offset: number) => number;
  /** Throws when there is no room for all of it, which may leave a part of it written. */
  readonly write: (bytes: Uint8Array, offset: number) => void;
  readonly truncate: (size: number) => void;
  readonly close: () => void;
}
