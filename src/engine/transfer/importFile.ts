import { assertNever } from '#domain/assertNever.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import type { FileEntry, ReadEntry } from '#domain/transcript/transfer/logEntry.ts';
import type { FileProblem, ImportOrder, ImportedLog } from '#wire/logTransfer.ts';
import type { LogKeeper } from '../stored/logKeeper.ts';
import type { StoredRecord, TranscriptStore } from '../transcript/transcriptStore.ts';
import { UnreadableFileError } from './fileReading.ts';
import type { FileReading } from './fileReading.ts';
import { readCsv, readHar, readJsonLines } from './readFileEntries.ts';
import type { TakeEntry } from './readFileEntries.ts';

/** So many problems are named; of the others, it is said how many they are. */
const MAX_NAMED_PROBLEMS = 100;

const ENDING_UNKNOWN = 'The file does not say how the connection ended.';

export interface ImportOptions extends FileReading {
  readonly store: TranscriptStore;
  readonly keeper: LogKeeper;
  /** To be called after some entries. */
  readonly settle: () => void;
}

/**
 * Takes the entries of a file, and keeps them on this device as those of a connection: they come in at the pace of the
 * disk. What cannot be read is left out and named.
 */
export async function importFile(
  file: File,
  order: ImportOrder,
  options: ImportOptions,
): Promise<ImportedLog> {
  const { store, keeper, settle, pause } = options;
  const taken = new TakenEntries(store, keeper);
  keeper.setOrigin(file.name);
  const reading = {
    ...options,
    async pause() {
      settle();
      await pause();
      await keeper.roomInMemory();
    },
  };
  await readEntries(file, order, taken.take, reading);
  if (taken.entries === 0) {
    const [first] = taken.problems;
    throw new UnreadableFileError(
      first === undefined
        ? `There is no entry in ${file.name}.`
        : `Nothing in ${file.name} can be read as an entry of a log. At ${first.place}: ${first.reason}`,
    );
  }
  const result = taken.result();
  if (result.ending === null)
    keeper.note({ kind: ENTRY_KIND.ended, time: result.endedAt, text: ENDING_UNKNOWN });
  settle();
  await keeper.written();
  return { ...result, logId: keeper.logId, bytes: store.bytes, gone: store.first };
}

function readEntries(
  file: File,
  { form, socket }: ImportOrder,
  take: TakeEntry,
  reading: FileReading,
): Promise<void> {
  switch (form) {
    case 'jsonl':
      return readJsonLines(file, take, reading);
    case 'csv':
      return readCsv(file, take, reading);
    case 'har':
      return readHar(file, socket, take, reading);
    default:
      return assertNever(form);
  }
}

/** Puts what is read into the store, and counts it. */
class TakenEntries {
  readonly #store: TranscriptStore;
  readonly #keeper: LogKeeper;
  readonly problems: FileProblem[] = [];
  entries = 0;
  #problemCount = 0;
  #missing = 0;
  #masked = 0;
  #connections = 0;
  #ending: string | null = null;
  #isRenumbered = false;
  #startedAt = Number.POSITIVE_INFINITY;
  #endedAt = Number.NEGATIVE_INFINITY;

  constructor(store: TranscriptStore, keeper: LogKeeper) {
    this.#store = store;
    this.#keeper = keeper;
  }

  readonly take = (read: ReadEntry, place: () => string): void => {
    switch (read.kind) {
      case 'entry':
        return this.#append(read.entry);
      case 'note':
        this.#missing += read.missing;
        return;
      case 'problem':
        this.#problemCount += 1;
        if (this.problems.length < MAX_NAMED_PROBLEMS)
          this.problems.push({ place: place(), reason: read.reason });
        return;
      default:
        assertNever(read);
    }
  };

  result(): Omit<ImportedLog, 'logId' | 'bytes' | 'gone'> {
    return {
      entries: this.entries,
      startedAt: this.#startedAt,
      endedAt: this.#endedAt,
      ending: this.#ending,
      connections: this.#connections,
      problemCount: this.#problemCount,
      problems: this.problems,
      missing: this.#missing,
      masked: this.#masked,
      isRenumbered: this.#isRenumbered,
    };
  }

  #append(entry: FileEntry): void {
    const { sequence, time, direction, kind, frames, isCompressed, isMasked, payload } = entry;
    const store = this.#store;
    if (this.entries === 0 && sequence !== null) store.beginAt(sequence);
    if (sequence !== null && sequence !== store.sequenceAt(store.end)) this.#isRenumbered = true;
    const columns = { time, frames, isCompressed, isSent: direction === 'sent', hasMore: false };
    const record: StoredRecord = { kind: ENTRY_KIND[kind], payload, ...columns };
    store.append(record);
    this.entries += 1;
    if (isMasked) this.#masked += 1;
    this.#startedAt = Math.min(this.#startedAt, time);
    this.#endedAt = Math.max(this.#endedAt, time);
    if (kind === 'opened' || kind === 'ended') this.#noteEvent(record);
  }

  #noteEvent({ kind, time, payload }: StoredRecord): void {
    const text = new TextDecoder().decode(payload);
    if (kind === ENTRY_KIND.opened) this.#connections += 1;
    this.#ending = kind === ENTRY_KIND.ended ? text : null;
    this.#keeper.note({ kind, time, text });
  }
}
