import type {
  TranscriptEntry,
  TranscriptFilter,
  TranscriptSummary,
  TranscriptWindow,
} from '#domain/transcript/entry.ts';
import type { EntryRoundTrips, Measures } from '#domain/transcript/measures.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { RetentionBudgets } from '#domain/transcript/retention.ts';
import type { AwaitedMessage, AwaitedSighting } from '#domain/expectation/awaitedMessage.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { MEDIA_TYPES } from '#domain/transcript/transfer/logEncoder.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import type {
  ExportOrder,
  ExportedLog,
  FileInspection,
  ImportOrder,
  ImportedLog,
  TransferProgress,
} from '#wire/logTransfer.ts';
import { createAwaitedOnDemand } from '../awaited/awaitedOnDemand.ts';
import type { EntryBatch } from '#wire/entryBatch.ts';
import { createMeasuringOnDemand } from '../measures/measuringOnDemand.ts';
import { LogKeeper } from '../stored/logKeeper.ts';
import type { LogStorage } from '../stored/logStorage.ts';
import { RateMeter } from '../rateMeter.ts';
import { createSummaryReporter } from '../summaryReporter.ts';
import { LoggedHandshakes } from '../transfer/loggedHandshakes.ts';
import { entryToText } from '#domain/transcript/entryToText.ts';
import type { LogPlace } from '#domain/transcript/parsePlace.ts';
import { findPlace } from './findPlace.ts';
import { FilteredView } from './filteredView.ts';
import type { ScanProgress } from './filteredView.ts';
import { readEntry, readRow } from './readRow.ts';
import { createFilterOnDemand } from './scan/filterOnDemand.ts';
import type { PatternWorker } from './scan/patternMatcher.ts';
import { TranscriptStore } from './transcriptStore.ts';
import type { StoredRecord } from './transcriptStore.ts';

/** A filter's scan works so long at a time, ms: half a frame, so that messages and reads wait no longer. */
const SCAN_SLICE_MS = 8;

/** No log shows more rows than this at once; a call that asks for more gets this many. */
const MAX_ROWS = 2_000;

/** A clipboard is no file: more than this takes longer to paste than anyone waits, and stops the page meanwhile. */
const MAX_TEXT_BYTES = 32 * 1024 * 1024;
/** What a line has beside its payload. */
const TEXT_LINE_BYTES = 24;

export interface TranscriptOptions {
  readonly now: () => number;
  readonly pause: () => Promise<void>;
  readonly onSummary: (summary: TranscriptSummary) => void;
  /** Called only while the measures are watched; with `null` when they cannot be had. */
  readonly onMeasures: (measures: Measures | null) => void;
  readonly onSighted: (sightings: readonly AwaitedSighting[]) => void;
  /** Where logs are kept on this device; `null` where nothing can be. */
  readonly storage: LogStorage | null;
  readonly newId: () => string;
  readonly createPatternWorker: () => PatternWorker;
  /** As of the store and of its files, unless told otherwise. */
  readonly segmentBytes?: number;
  readonly fileBytes?: number;
}

/** What is told of work that takes long, and ends it. */
export interface LongWork {
  readonly onProgress: (progress: TransferProgress) => void;
  readonly signal: AbortSignal;
}

/** The transcript of one connection: the store, the view that the filter makes of it, and the counts it reports. */
export interface Transcript {
  readonly append: (record: StoredRecord) => void;
  /** What went over the connection, many at once; the batch is the transcript's from then on. */
  readonly appendBatch: (batch: EntryBatch) => void;
  /** To be called after `append` and `appendBatch`, once for many. */
  readonly changed: () => void;
  /** Forgets an entry that was cut off. */
  readonly dropPending: () => void;
  /** An expression that is wrong changes nothing: what the last right one shows stays. */
  readonly setFilter: (filter: TranscriptFilter) => void;
  /** Somebody is about to search. */
  readonly prepareSearch: () => void;
  readonly clear: () => void;
  /** Whose it is, and how much of it to keep. Until this is called nothing goes, and nothing is kept on this device. */
  readonly keep: (profileId: ProfileId, budgets: RetentionBudgets) => void;
  /** The rows at positions `first` … `first + count - 1`, as far as there are such. */
  readonly readRows: (first: number, count: number) => TranscriptWindow;
  /** `null` when the entry has gone. */
  readonly readEntry: (sequence: number) => TranscriptEntry | null;
  /** What an entry answers, and what answered it; `null` when that cannot be had. */
  readonly readRoundTrips: (sequence: number) => Promise<EntryRoundTrips | null>;
  readonly watchMeasures: (isWatched: boolean) => void;
  /** The position of a place in what the filter shows; `null` when that is nothing, or the filter changed meanwhile. */
  readonly findPlace: (place: LogPlace) => Promise<number | null>;
  /** The entries at positions `first` … `end - 1`, a line each; `null` when that is more than a clipboard takes. */
  readonly readText: (first: number, end: number, timeZoneOffsetMinutes: number) => string | null;
  readonly exportLog: (order: ExportOrder, work: LongWork) => Promise<ExportedLog>;
  readonly inspectFile: (file: File, work: LongWork) => Promise<FileInspection>;
  /** Takes the entries of a file, and keeps them on this device; the transcript was empty. */
  readonly importFile: (file: File, order: ImportOrder, work: LongWork) => Promise<ImportedLog>;
  /** Nothing of it stays, here or on this device, and nothing more is kept. */
  readonly discard: () => Promise<void>;
  /** How the connection opened whose `opened` entry was appended last. */
  readonly noteHandshake: (record: HandshakeRecord) => void;
  /** What to look for among the messages of the connection that begins. */
  readonly expect: (messages: readonly AwaitedMessage[]) => void;
  /** A saved message is about to go out. */
  readonly noteSending: (savedName: string) => void;
  /** Takes the entries of a past connection; the transcript was empty. */
  readonly openPast: (logId: string) => Promise<void>;
  readonly dispose: () => void;
}

export function createTranscript(options: TranscriptOptions): Transcript {
  const { now, pause, onSummary, createPatternWorker } = options;
  const store = new TranscriptStore(options);
  const view = new FilteredView(store, now);
  const rate = new RateMeter();
  const reporter = createSummaryReporter({
    read: readSummary,
    report: onSummary,
    arrivedBytes: () => store.appendedBytes,
    now,
  });
  const measuring = createMeasuringOnDemand({ ...options, store });
  const awaited = createAwaitedOnDemand({ ...options, store });
  const keeper = new LogKeeper({ ...options, store, onChange: () => reporter.changed() });
  /** As many of `store.received` as the rate has counted. */
  let countedReceived = 0;
  let isScanning = false;
  /** The generation of the view of which it was told that all of it has been looked at. */
  let toldGeneration = view.generation;
  /** Who wants to know when the filter has looked on. */
  const waiting: (() => void)[] = [];
  const handshakes = new LoggedHandshakes();
  const disposal = new AbortController();
  const filter = createFilterOnDemand({
    store,
    now,
    createPatternWorker,
    onAsked(entryScan) {
      view.setFilter(entryScan);
      scan();
    },
    onFailed: () => view.stop('not-loaded'),
    onSettled(settled) {
      view.setHiding(settled.shows === 'matches');
      // At once, whenever the last report was: positions mean other entries from here on.
      reporter.report();
      wakeWaiting();
    },
  });

  function readSummary(): TranscriptSummary {
    return {
      total: store.count,
      matching: view.count,
      sent: store.sent,
      received: store.received,
      bytes: store.bytes,
      ratePerSecond: rate.perSecond(now()),
      first: view.first,
      retention: keeper.summary,
      hits: view.hits,
      scan: view.state,
    };
  }

  function noteEvent({ kind, time, payload }: StoredRecord): void {
    keeper.note({ kind, time, text: new TextDecoder().decode(payload) });
  }

  /** Looks at new entries at once; what takes longer than a slice goes on between other work. */
  function scan(): void {
    // At hand before somebody searches.
    filter.prefetch();
    if (!isScanning) {
      const progress = view.scan(SCAN_SLICE_MS);
      if (progress !== 'done') void scanInSlices(progress);
    }
    reporter.changed();
  }

  async function scanInSlices(begun: ScanProgress): Promise<void> {
    isScanning = true;
    let progress = begun;
    while (progress !== 'done') {
      // One slice after another is the point: the pause is for everyone else.
      await (progress === 'more' ? pause() : progress);
      if (disposal.signal.aborted) return;
      progress = view.scan(SCAN_SLICE_MS);
      reporter.changed();
      wakeWaiting();
    }
    isScanning = false;
    // Whoever waits for what a search finds is told when it has ended, however seldom a busy log tells of itself.
    if (toldGeneration !== view.generation) reporter.report();
    toldGeneration = view.generation;
  }

  function wakeWaiting(): void {
    for (const wake of waiting.splice(0)) wake();
  }

  /** Resolves when the filter has looked at the entry, or is another one. */
  async function isLookedAt(sequence: number): Promise<boolean> {
    const { generation } = view;
    // Each look is a step towards it.
    while (view.generation === generation && view.isUnlooked(sequence - store.sequenceAt(0))) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    return view.generation === generation;
  }

  return {
    append(record) {
      store.append(record);
      if (record.kind >= ENTRY_KIND.opened) noteEvent(record);
    },

    appendBatch: (batch) => store.appendBatch(batch),

    changed() {
      rate.add(store.received - countedReceived, now());
      countedReceived = store.received;
      measuring.look();
      awaited.look();
      keeper.settle();
      scan();
    },

    dropPending: () => store.dropPending(),

    setFilter: (next) => filter.set(next),
    prepareSearch: () => void filter.prepare(),

    clear() {
      store.clear();
      keeper.clear();
      handshakes.clear();
      countedReceived = 0;
      measuring.restart();
      awaited.restart();
      view.restart();
      reporter.changed();
      wakeWaiting();
    },

    keep: (profileId, budgets) => keeper.keep(profileId, budgets),

    readRows(first, count) {
      const start = Math.max(view.first, first);
      const end = Math.min(view.end, start + Math.min(count, MAX_ROWS));
      const rows = Array.from({ length: Math.max(0, end - start) }, (_, offset) => {
        const index = view.indexAt(start + offset);
        const answeredAfterMs = measuring.answeredAfterMs(index);
        const row = readRow(store, index);
        return answeredAfterMs === null ? row : { ...row, answeredAfterMs };
      });
      return { first: start, rows };
    },

    readEntry(sequence) {
      const index = store.indexOf(sequence);
      return index === null ? null : readEntry(store, index);
    },

    readRoundTrips: (sequence) => measuring.readRoundTrips(sequence),
    watchMeasures: (isWatched) => measuring.watch(isWatched),

    async openPast(logId) {
      if (options.storage === null) throw new TypeError('This browser has no storage for logs.');
      const { scanLog } = await import('../stored/scanLog.ts');
      const { firstSequence, segments } = await scanLog(await options.storage.open(logId));
      // Its entries are on disk: they are measured when somebody asks.
      measuring.setLive(false);
      store.restore(firstSequence, segments);
      countedReceived = store.received;
      scan();
    },

    async findPlace(place) {
      await filter.settled();
      if (place.kind === 'entry' && !(await isLookedAt(place.sequence))) return null;
      return findPlace(store, view, place);
    },

    readText(first, end, timeZoneOffsetMinutes) {
      const lines: string[] = [];
      let bytes = 0;
      for (let position = Math.max(first, view.first); position < Math.min(end, view.end); position += 1) {
        const index = view.indexAt(position);
        bytes += store.byteLengthAt(index) + TEXT_LINE_BYTES;
        if (bytes > MAX_TEXT_BYTES) return null;
        lines.push(entryToText(readEntry(store, index), timeZoneOffsetMinutes));
      }
      return lines.join('\n');
    },

    async discard() {
      store.clear();
      await keeper.discard();
    },

    noteHandshake(record) {
      handshakes.note(store.sequenceAt(store.end - 1), record);
      awaited.opened(record.startedAt + (record.endedMs ?? 0));
    },

    expect: (messages) => awaited.expect(messages),
    noteSending: (savedName) => awaited.sending(savedName),

    async exportLog(order, work) {
      await filter.settled();
      const last = store.end - 1;
      // What the filter shows is known when it has looked at all.
      if (order.scope === 'shown' && last >= store.first) await isLookedAt(store.sequenceAt(last));
      const { exportLog } = await import('../transfer/exportLog.ts');
      const { createBlobSink, createFileSink } = await import('../transfer/logSink.ts');
      const sink =
        order.file === null ? createBlobSink(MEDIA_TYPES[order.form]) : await createFileSink(order.file);
      return exportLog({ store, view, handshakes, order, sink, pause, ...work });
    },

    async inspectFile(file, work) {
      const { inspectFile } = await import('../transfer/inspectFile.ts');
      return inspectFile(file, { pause, ...work });
    },

    async importFile(file, order, work) {
      const { importFile } = await import('../transfer/importFile.ts');
      measuring.setLive(false);
      const settle = () => {
        countedReceived = store.received;
        keeper.settle();
        scan();
      };
      return importFile(file, order, { store, keeper, settle, pause, ...work });
    },

    dispose() {
      disposal.abort();
      filter.dispose();
      keeper.dispose();
      measuring.dispose();
      awaited.dispose();
      reporter.stop();
      view.setFilter(null);
    },
  };
}
