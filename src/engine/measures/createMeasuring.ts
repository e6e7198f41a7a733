import type { EntryRoundTrips, Measures } from '#domain/transcript/measures.ts';
import type { TranscriptStore } from '../transcript/transcriptStore.ts';
import { Measurer } from './measurer.ts';

/** As the filter's scan: half a frame, so that messages and reads wait no longer. */
const LOOK_SLICE_MS = 8;

/** While somebody looks, measures are told at most so often, ms: four times a second is as fast as figures are read. */
const REPORT_INTERVAL_MS = 250;

/** While nothing comes, the time axis moves on so often, ms. */
const QUIET_REPORT_MS = 1_000;

export interface MeasuringOptions {
  readonly store: TranscriptStore;
  readonly now: () => number;
  readonly pause: () => Promise<void>;
  /** Called only while watched. */
  readonly onMeasures: (measures: Measures) => void;
}

/** The measures of one transcript, kept up to date. */
export interface Measuring {
  /** Entries may have come. */
  readonly look: () => void;
  readonly restart: () => void;
  readonly watch: (isWatched: boolean) => void;
  /** `isLive` is false for a log of the past. */
  readonly setLive: (isLive: boolean) => void;
  /** Waits until the entry has been looked at. */
  readonly readRoundTrips: (sequence: number) => Promise<EntryRoundTrips>;
  readonly answeredAfterMs: (index: number) => number | null;
  readonly dispose: () => void;
}

export function createMeasuring({ store, now, pause, onMeasures }: MeasuringOptions): Measuring {
  const measurer = new Measurer(store, now);
  let isLooking = false;
  let isLive = true;
  let isDisposed = false;
  let timer: ReturnType<typeof setInterval> | null = null;
  let reportedAt = 0;
  let reportedLooked = -1;
  /** Who waits for an entry to be looked at. */
  const waiting: (() => void)[] = [];

  function wakeWaiting(): void {
    for (const wake of waiting.splice(0)) wake();
  }

  async function lookInSlices(): Promise<void> {
    isLooking = true;
    do {
      // One slice after another is the point: the pause is for everyone else.
      await pause();
      if (isDisposed) return;
    } while (!measurer.look(LOOK_SLICE_MS));
    isLooking = false;
    wakeWaiting();
  }

  function isUnlooked(sequence: number): boolean {
    return isLooking && sequence - store.sequenceAt(0) >= measurer.looked;
  }

  function report(): void {
    measuring.look();
    const isChanged = measurer.looked !== reportedLooked;
    if (!isChanged && (!isLive || now() - reportedAt < QUIET_REPORT_MS)) return;
    reportedAt = now();
    reportedLooked = measurer.looked;
    onMeasures(measurer.read(isLive));
  }

  function stop(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
  }

  const measuring: Measuring = {
    look() {
      if (!isLooking && !measurer.look(LOOK_SLICE_MS)) void lookInSlices();
    },
    restart() {
      measurer.restart();
      reportedLooked = -1;
      wakeWaiting();
    },
    watch(isWatched) {
      stop();
      if (!isWatched) return;
      reportedLooked = -1;
      report();
      timer = setInterval(report, REPORT_INTERVAL_MS);
    },
    setLive(next) {
      isLive = next;
    },
    async readRoundTrips(sequence) {
      measuring.look();
      while (isUnlooked(sequence)) {
        // Each wake is a look that has ended.
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      return measurer.readRoundTrips(sequence, isLive);
    },
    answeredAfterMs: (index) => measurer.answeredAfterMs(index),
    dispose() {
      isDisposed = true;
      stop();
    },
  };
  return measuring;
}
