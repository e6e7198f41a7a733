import type { ProfileId } from '#domain/profile/profile.ts';
import { DEFAULT_BUDGETS } from '#domain/transcript/retention.ts';
import type { Keeping, RetentionBudgets, RetentionSummary } from '#domain/transcript/retention.ts';
import type { SegmentSlot } from '../transcript/segmentSlot.ts';
import type { TranscriptStore } from '../transcript/transcriptStore.ts';
import { ABOUT_FILE, appendAbout, withEvent } from './logAbout.ts';
import type { LogAbout, LogEvent } from './logAbout.ts';
import { LogFiles, SegmentBlocks } from './logFiles.ts';
import type { EntryFile } from './logFiles.ts';
import type { LogFile, LogFolder, LogStorage } from './logStorage.ts';

/** So many bytes are written at once, in a stream: enough that a write costs little beside what it writes. */
const WRITE_BYTES = 1024 * 1024;

/** What came is written at the latest after so long, ms: as much as a crash of the tab may cost. */
const WRITE_INTERVAL_MS = 100;

/** No more than this is written before messages have their turn again, bytes: some milliseconds. */
const WRITE_LIMIT_BYTES = 8 * 1024 * 1024;

/** While the disk is being waited for, memory may take so many times its budget. */
const WAITING_FACTOR = 2;

export interface LogKeeperOptions {
  readonly store: TranscriptStore;
  /** `null` where the browser has none. */
  readonly storage: LogStorage | null;
  readonly now: () => number;
  readonly newId: () => string;
  /** What is kept, or where, is another than before. */
  readonly onChange: () => void;
  readonly fileBytes?: number;
}

/**
 * Keeps a transcript within its budgets, and on this device: entries are written to disk as they come, off the way that
 * they come in. So past the memory's budget the oldest segments need only be let go of, and a reload finds them.
 */
export class LogKeeper {
  readonly #options: LogKeeperOptions;
  #budgets = DEFAULT_BUDGETS;
  #profileId: ProfileId | null = null;
  #folder: LogFolder | null = null;
  #files: LogFiles | null = null;
  #aboutFile: LogFile | null = null;
  #about: LogAbout | null = null;
  #events: LogEvent[] = [];
  #logId: string | null = null;
  #importedFrom: string | null = null;
  #trouble: Exclude<Keeping, 'kept' | 'off'> | null = null;
  #isStarting = false;
  #isDisposed = false;
  /** Entries before this index are on disk, or have been. */
  #written = 0;
  #appendedAtWrite = 0;
  #wroteAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Who waits for a write, or for its failure. */
  readonly #waiting: (() => void)[] = [];

  constructor(options: LogKeeperOptions) {
    this.#options = options;
  }

  get summary(): RetentionSummary {
    const { store } = this.#options;
    return {
      keeping: this.#keeping,
      onDisk: store.onDisk,
      gone: store.first,
      memoryBytes: store.heldBytes,
      diskBytes: this.#files?.bytes ?? 0,
    };
  }

  /** Its name on this device; `null` until it has one. */
  get logId(): string | null {
    return this.#logId;
  }

  /** The log is that of a file. To be called before the first entry. */
  setOrigin(fileName: string): void {
    this.#importedFrom = fileName;
  }

  /** Resolves when all that came has been written, or cannot be. */
  async written(): Promise<void> {
    // Each write is a step towards it.
    while (this.#isBehind) await this.#nextWrite();
  }

  /** Resolves when memory has room for more: whoever brings entries faster than the disk takes them waits for it. */
  async roomInMemory(): Promise<void> {
    const { store } = this.#options;
    while (this.#isBehind && store.heldBytes > this.#budgets.memoryBytes) await this.#nextWrite();
  }

  get #isBehind(): boolean {
    return this.#canStore && this.#profileId !== null && this.#written < this.#options.store.end;
  }

  #nextWrite(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #wakeWaiting(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  get #keeping(): Keeping {
    if (this.#profileId === null || this.#budgets.diskBytes === 0) return 'off';
    return this.#trouble ?? 'kept';
  }

  /** Whose log it is, and how much of it to keep. Until it is called, all is held in memory. */
  keep(profileId: ProfileId, budgets: RetentionBudgets): void {
    const isSwitchedOff = budgets.diskBytes === 0 && this.#budgets.diskBytes > 0;
    this.#profileId = profileId;
    this.#budgets = budgets;
    if (isSwitchedOff) this.#removeFiles();
    this.settle();
    this.#options.onChange();
  }

  /** To be called with entries of our own, before `settle`. */
  note(event: LogEvent): void {
    if (this.#about === null) this.#events.push(event);
    else this.#writeAbout(withEvent(this.#about, event));
  }

  /** To be called after a batch of entries: writes them soon, and lets go of what is past a budget. */
  settle(): void {
    const { store, now } = this.#options;
    if (this.#profileId === null) return;
    if (this.#canStore && store.count > 0 && this.#written < store.end) {
      if (this.#files === null) void this.#start();
      else if (store.appendedBytes - this.#appendedAtWrite >= WRITE_BYTES) this.write();
      else this.#schedule(Math.max(0, this.#wroteAt + WRITE_INTERVAL_MS - now()));
    }
    this.#settleMemory();
  }

  /** Writes what has come since the last time, as far as a file is open for it. */
  write(): void {
    const { store, now } = this.#options;
    this.#wroteAt = now();
    this.#appendedAtWrite = store.appendedBytes;
    let isGoingOn = this.#canStore;
    for (let bytes = 0; isGoingOn && bytes < WRITE_LIMIT_BYTES;) {
      const slot = this.#nextSlot();
      isGoingOn = slot !== null && this.#writeSlot(slot);
      bytes += slot?.payloadBytes ?? 0;
    }
    if (isGoingOn) this.#schedule(0);
    this.#settleDisk();
    this.#settleMemory();
    this.#wakeWaiting();
  }

  /** The transcript is cleared: nothing of it stays on this device. */
  clear(): void {
    this.#written = 0;
    this.#trouble = this.#trouble === 'refused' ? 'refused' : null;
    void this.#files?.clear();
  }

  /** Nothing of the log stays on this device, and nothing more is kept. */
  async discard(): Promise<void> {
    this.#isDisposed = true;
    await this.#files?.clear();
    this.#aboutFile?.close();
    this.#aboutFile = null;
    await this.#folder?.removeFile(ABOUT_FILE);
  }

  dispose(): void {
    if (this.#files !== null) this.write();
    this.#isDisposed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#files?.close();
    this.#aboutFile?.close();
    this.#folder?.close();
  }

  get #canStore(): boolean {
    const isAllowed = this.#budgets.diskBytes > 0 && this.#trouble !== 'refused' && this.#trouble !== 'full';
    return isAllowed && !this.#isDisposed;
  }

  async #start(): Promise<void> {
    const { storage, newId } = this.#options;
    if (this.#isStarting) return;
    this.#isStarting = true;
    try {
      if (storage === null) throw new TypeError('This browser has no storage for logs.');
      const id = newId();
      const folder = await storage.create(id);
      this.#folder = folder;
      this.#logId = id;
      this.#aboutFile = await folder.openFile(ABOUT_FILE);
      this.#files = new LogFiles(folder, (error) => this.#goOn(error), this.#options.fileBytes);
      if (this.#isDisposed) return this.dispose();
      this.#beginAbout();
      void this.#tidy();
      this.write();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isStarting = false;
    }
  }

  #beginAbout(): void {
    const { store } = this.#options;
    const about: LogAbout = {
      version: 1,
      profileId: this.#profileId ?? '',
      startedAt: store.count === 0 ? this.#options.now() : store.timeAt(store.first),
      connections: 0,
      endedAt: null,
      ending: null,
      entries: 0,
      ...(this.#importedFrom === null ? {} : { importedFrom: this.#importedFrom }),
    };
    this.#writeAbout(this.#events.reduce(withEvent, about));
    this.#events = [];
  }

  #writeAbout(about: LogAbout): void {
    this.#about = { ...about, entries: this.#options.store.count };
    try {
      if (this.#aboutFile !== null) appendAbout(this.#aboutFile, this.#about);
    } catch {
      // No room for a line: the entries will say so for themselves.
    }
  }

  /** A file was opened, or could not be. */
  #goOn(error: unknown): void {
    if (error !== null) return this.#fail(error);
    if (this.#about !== null) this.#writeAbout(this.#about);
    void this.#tidy();
    this.write();
  }

  /** The slot of the next entry that is not written; `null` when all are. */
  #nextSlot(): SegmentSlot | null {
    const { store } = this.#options;
    this.#written = Math.max(this.#written, store.first);
    return this.#written < store.end ? store.slotAt(this.#written) : null;
  }

  /** False when it cannot go on for now. */
  #writeSlot(slot: SegmentSlot): boolean {
    const { store } = this.#options;
    const { segment, first, count } = slot;
    const from = this.#written - first;
    if (this.#files === null) return false;
    const blocks = from === 0 ? this.#files.begin() : slot.stored;
    if (blocks === null && from === 0) return false;
    if (segment !== null && blocks instanceof SegmentBlocks) {
      try {
        this.#files.append(blocks, segment, from, count, store.sequenceAt(this.#written));
      } catch (error) {
        this.#fail(error);
        return false;
      }
      slot.stored = blocks;
    }
    this.#written = first + count;
    return true;
  }

  /** The disk gives no room: makes some of what there is, and goes on in memory. */
  #fail(error: unknown): void {
    const isFull = error instanceof Error && error.name === 'QuotaExceededError';
    if (!isFull) this.#trouble = 'refused';
    else if ((this.#files?.count ?? 0) <= 1) this.#trouble = 'full';
    else {
      this.#trouble = 'trimmed';
      void this.#dropOldestFile().then(() => this.write());
    }
    this.#options.onChange();
    this.#wakeWaiting();
  }

  #settleDisk(): void {
    const files = this.#files;
    if (files === null) return;
    while (files.count > 1 && files.bytes > this.#budgets.diskBytes) void this.#dropOldestFile();
  }

  /** Its entries go, but for those that are in memory too. */
  async #dropOldestFile(): Promise<void> {
    const { store } = this.#options;
    const oldest = this.#files?.oldest ?? null;
    if (this.#files === null || oldest === null) return;
    const removed = this.#files.removeOldest();
    for (const slot of store.slots.filter((slot) => isIn(slot, oldest))) {
      if (slot.segment === null) store.dropFirst();
      else slot.stored = null;
    }
    await removed;
  }

  #settleMemory(): void {
    const { store } = this.#options;
    const { memoryBytes } = this.#budgets;
    while (store.heldBytes > memoryBytes) {
      const slot = store.firstInMemory;
      if (slot === null || slot === store.slots.at(-1)) return;
      const isWaiting = this.#canStore && this.#written < slot.first + slot.count;
      if (isWaiting && store.heldBytes <= memoryBytes * WAITING_FACTOR) return;
      if (slot.stored !== null && this.#written >= slot.first + slot.count) store.release(slot);
      else this.#dropUpTo(slot);
    }
  }

  /** Oldest first: so what is on disk goes before what could not be stored. */
  #dropUpTo(slot: SegmentSlot): void {
    const { store } = this.#options;
    while (store.first <= slot.first && store.dropFirst());
    void this.#removeEmptyFiles();
  }

  /** Files whose entries have all gone, because of which there may be room again. */
  async #removeEmptyFiles(): Promise<void> {
    const { store } = this.#options;
    const removals: Promise<void>[] = [];
    for (const file of this.#files?.entryFiles ?? []) {
      if (file.size === 0 || store.slots.some((slot) => isIn(slot, file))) break;
      if (this.#files !== null) removals.push(this.#files.removeOldest());
    }
    if (removals.length === 0) return;
    await Promise.all(removals);
    if (this.#trouble === 'full') this.#trouble = 'trimmed';
  }

  #removeFiles(): void {
    this.#written = 0;
    const { store } = this.#options;
    while (store.onDisk > 0 && store.dropFirst());
    for (const slot of store.slots) slot.stored = null;
    void this.#files?.clear();
  }

  async #tidy(): Promise<void> {
    try {
      await this.#options.storage?.tidy(this.#budgets.allLogsBytes);
    } catch {
      // Another tab tidies, or the browser does not let us: the logs are over their budget until the next time.
    }
  }

  #schedule(delayMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.write();
    }, delayMs);
  }
}

function isIn({ stored }: SegmentSlot, file: EntryFile): boolean {
  return stored instanceof SegmentBlocks && stored.file === file;
}
