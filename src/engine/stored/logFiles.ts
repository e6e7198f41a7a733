import type { EntrySegment } from '../transcript/entrySegment.ts';
import type { StoredSegment } from '../transcript/segmentSlot.ts';
import { blockBytes, encodeBlock, readSegment } from './block.ts';
import type { LogFile, LogFolder } from './logStorage.ts';

/** A file takes whole segments until it is this large; the oldest entries go by files. */
const FILE_BYTES = 16 * 1024 * 1024;

/** The names of entry files are their numbers, so that the alphabet keeps their order. */
const NAME_DIGITS = 8;
const NAME_END = '.log';

/** A file of entries, as far as it is written. */
export interface EntryFile {
  readonly name: string;
  readonly file: LogFile;
  size: number;
}

/** The blocks of one segment, in one file. */
export class SegmentBlocks implements StoredSegment {
  readonly file: EntryFile;
  readonly #offset: number;
  #bytes = 0;
  /** How many of the segment's entries they hold. */
  count = 0;

  constructor(file: EntryFile, offset: number) {
    this.file = file;
    this.#offset = offset;
  }

  extend(count: number, bytes: number): void {
    this.count += count;
    this.#bytes += bytes;
  }

  read(): EntrySegment {
    const bytes = new Uint8Array(this.#bytes);
    this.file.file.read(bytes, this.#offset);
    return readSegment(bytes);
  }
}

export function isEntryFile(name: string): boolean {
  return name.endsWith(NAME_END);
}

/** The files of one log, oldest first: entries are appended to the last one, and go with the first. */
export class LogFiles {
  readonly #folder: LogFolder;
  readonly #fileBytes: number;
  readonly #onOpened: (error: unknown) => void;
  #files: EntryFile[] = [];
  #lastNumber = 0;
  #isOpening = false;
  #isClosed = false;

  /** `onOpened` is told when the file that `begin` asked for is there, with `null`, or cannot be had, with the error. */
  constructor(folder: LogFolder, onOpened: (error: unknown) => void, fileBytes: number = FILE_BYTES) {
    this.#folder = folder;
    this.#onOpened = onOpened;
    this.#fileBytes = fileBytes;
  }

  get bytes(): number {
    return this.#files.reduce((sum, { size }) => sum + size, 0);
  }

  get count(): number {
    return this.#files.length;
  }

  /** Oldest first, as they are now. */
  get entryFiles(): readonly EntryFile[] {
    return [...this.#files];
  }

  get oldest(): EntryFile | null {
    return this.#files[0] ?? null;
  }

  /** Where a new segment begins; `null` while the file for it is being opened, of which `onOpened` is told. */
  begin(): SegmentBlocks | null {
    const last = this.#files.at(-1);
    if (last !== undefined && last.size < this.#fileBytes) return new SegmentBlocks(last, last.size);
    if (!this.#isOpening) void this.#open();
    return null;
  }

  /** Appends entries `from` … `to - 1` of a segment to its blocks. Throws when there is no room, and writes nothing. */
  append(blocks: SegmentBlocks, segment: EntrySegment, from: number, to: number, sequence: number): void {
    const { file } = blocks;
    const { head, payload, padding } = encodeBlock(segment, from, to, sequence);
    const start = file.size;
    try {
      file.file.write(head, start);
      file.file.write(payload, start + head.byteLength);
      if (padding.byteLength > 0) file.file.write(padding, start + head.byteLength + payload.byteLength);
    } catch (error) {
      file.file.truncate(start);
      throw error;
    }
    const bytes = blockBytes(to - from, payload.byteLength);
    file.size += bytes;
    blocks.extend(to - from, bytes);
  }

  /** The oldest file goes, with whatever is in it. */
  async removeOldest(): Promise<void> {
    const oldest = this.#files.shift();
    if (oldest === undefined) return;
    oldest.file.close();
    await this.#folder.removeFile(oldest.name);
  }

  /** Every file goes. */
  async clear(): Promise<void> {
    const files = this.#files;
    this.#files = [];
    for (const { file } of files) file.close();
    await Promise.all(files.map(({ name }) => this.#folder.removeFile(name)));
  }

  close(): void {
    this.#isClosed = true;
    for (const { file } of this.#files) file.close();
    this.#files = [];
  }

  async #open(): Promise<void> {
    this.#isOpening = true;
    this.#lastNumber += 1;
    const name = `${String(this.#lastNumber).padStart(NAME_DIGITS, '0')}${NAME_END}`;
    let failure: unknown = null;
    try {
      const file = await this.#folder.openFile(name);
      if (this.#isClosed) file.close();
      else this.#files.push({ name, file, size: 0 });
    } catch (error) {
      failure = error;
    }
    this.#isOpening = false;
    if (!this.#isClosed) this.#onOpened(failure);
  }
}
