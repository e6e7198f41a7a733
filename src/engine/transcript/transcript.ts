import type {
  TranscriptEntry,
  TranscriptFilter,
  TranscriptRow,
  TranscriptSummary,
} from '#domain/transcript/entry.ts';
import { RateMeter } from '../rateMeter.ts';
import { createSummaryReporter } from '../summaryReporter.ts';
import { entryPredicate } from './entryPredicate.ts';
import { exportEntries } from './exportEntries.ts';
import { FilteredView } from './filteredView.ts';
import { readEntry, readRow } from './readRow.ts';
import { TranscriptStore } from './transcriptStore.ts';
import type { StoredRecord } from './transcriptStore.ts';

/** A filter's scan works so long at a time, ms: half a frame, so that messages and reads wait no longer. */
const SCAN_SLICE_MS = 8;

/** No log shows more rows than this at once; a call that asks for more gets this many. */
const MAX_ROWS = 2_000;

export interface TranscriptOptions {
  readonly now: () => number;
  readonly pause: () => Promise<void>;
  readonly onSummary: (summary: TranscriptSummary) => void;
}

/** The transcript of one connection: the store, the view that the filter makes of it, and the counts it reports. */
export interface Transcript {
  readonly append: (record: StoredRecord) => void;
  /** To be called after a batch of `append`. */
  readonly changed: () => void;
  /** Forgets an entry that was cut off. */
  readonly dropPending: () => void;
  readonly setFilter: (filter: TranscriptFilter) => void;
  readonly clear: () => void;
  readonly readRows: (first: number, count: number) => readonly TranscriptRow[];
  /** `null` when the entry has gone. */
  readonly readEntry: (sequence: number) => TranscriptEntry | null;
  readonly exportEntries: () => Promise<Blob>;
  readonly dispose: () => void;
}

export function createTranscript({ now, pause, onSummary }: TranscriptOptions): Transcript {
  const store = new TranscriptStore();
  const view = new FilteredView(store, now);
  const rate = new RateMeter();
  const reporter = createSummaryReporter({ read: readSummary, report: onSummary, now });
  /** As many of `store.received` as the rate has counted. */
  let countedReceived = 0;
  let isScanning = false;
  const disposal = new AbortController();

  function readSummary(): TranscriptSummary {
    return {
      total: store.count,
      matching: view.count,
      sent: store.sent,
      received: store.received,
      bytes: store.bytes,
      ratePerSecond: rate.perSecond(now()),
    };
  }

  /** Looks at new entries at once; what takes longer than a slice goes on between other work. */
  function scan(): void {
    if (!isScanning && !view.scan(SCAN_SLICE_MS)) void scanInSlices();
    reporter.changed();
  }

  async function scanInSlices(): Promise<void> {
    isScanning = true;
    do {
      // One slice after another is the point: the pause is for everyone else.
      // oxlint-disable-next-line no-await-in-loop
      await pause();
      if (disposal.signal.aborted) return;
      reporter.changed();
    } while (!view.scan(SCAN_SLICE_MS));
    isScanning = false;
    reporter.changed();
  }

  return {
    append: (record) => store.append(record),

    changed() {
      rate.add(store.received - countedReceived, now());
      countedReceived = store.received;
      scan();
    },

    dropPending: () => store.dropPending(),

    setFilter(filter) {
      view.setFilter(entryPredicate(store, filter));
      scan();
    },

    clear() {
      store.clear();
      countedReceived = 0;
      view.restart();
      reporter.changed();
    },

    readRows(first, count) {
      const start = Math.max(0, first);
      const end = Math.min(view.count, start + Math.min(count, MAX_ROWS));
      return Array.from({ length: Math.max(0, end - start) }, (_, offset) =>
        readRow(store, view.indexAt(start + offset)),
      );
    },

    readEntry(sequence) {
      const index = store.indexOf(sequence);
      return index === null ? null : readEntry(store, index);
    },

    exportEntries: () => exportEntries({ store, view, pause }),

    dispose() {
      disposal.abort();
      reporter.stop();
    },
  };
}
