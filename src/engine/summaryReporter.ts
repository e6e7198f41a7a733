import type { TranscriptSummary } from '#domain/transcript/entry.ts';
import {
  FLOOD_BYTES_PER_SECOND,
  FLOOD_PER_SECOND,
  FLOOD_SUMMARY_INTERVAL_MS,
  SUMMARY_INTERVAL_MS,
} from '#wire/engineMessage.ts';

export interface SummaryReporterOptions {
  readonly read: () => TranscriptSummary;
  readonly report: (summary: TranscriptSummary) => void;
  /** All that has come so far, bytes. */
  readonly arrivedBytes: () => number;
  readonly now: () => number;
}

/** A flood in which nothing comes for so long has ended or stands still, ms: its largest messages come closer together. */
const STILL_MS = 50;

/**
 * Reports the summary when it changes, at once after a quiet time and at most every `SUMMARY_INTERVAL_MS` in a busy
 * one (`FLOOD_SUMMARY_INTERVAL_MS` in a flood, or when that stands still), and goes on until the rate has come down to
 * nothing.
 */
export interface SummaryReporter {
  readonly changed: () => void;
  /** Reports at once. */
  readonly report: () => void;
  readonly stop: () => void;
}

export function createSummaryReporter(options: SummaryReporterOptions): SummaryReporter {
  const { read, report, arrivedBytes, now } = options;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let reportedAt = Number.NEGATIVE_INFINITY;
  let reportedBytes = 0;
  let intervalMs = SUMMARY_INTERVAL_MS;
  /** Something has changed since the last report. */
  let hasNews = false;
  /** Nothing has since the last look. */
  let isStill = true;

  /** Whether what came since the last report came that fast. */
  function isFlood({ ratePerSecond }: TranscriptSummary, elapsedMs: number): boolean {
    const floodBytes = FLOOD_BYTES_PER_SECOND * (Math.max(elapsedMs, SUMMARY_INTERVAL_MS) / 1_000);
    return ratePerSecond >= FLOOD_PER_SECOND || arrivedBytes() - reportedBytes >= floodBytes;
  }

  function reportNow(): void {
    timer = null;
    const elapsedMs = now() - reportedAt;
    reportedAt = now();
    hasNews = false;
    const summary = read();
    report(summary);
    intervalMs = isFlood(summary, elapsedMs) ? FLOOD_SUMMARY_INTERVAL_MS : SUMMARY_INTERVAL_MS;
    reportedBytes = arrivedBytes();
    // The rate falls while nothing else happens.
    if (summary.ratePerSecond > 0) wait();
  }

  function wait(): void {
    const restMs = reportedAt + intervalMs - now();
    isStill = true;
    timer = setTimeout(look, intervalMs === FLOOD_SUMMARY_INTERVAL_MS ? Math.min(restMs, STILL_MS) : restMs);
  }

  function look(): void {
    const isDue = now() - reportedAt >= intervalMs;
    if (isDue || (hasNews && isStill)) reportNow();
    else wait();
  }

  return {
    changed() {
      hasNews = true;
      isStill = false;
      if (timer !== null) return;
      if (now() - reportedAt >= intervalMs) reportNow();
      else wait();
    },
    report() {
      if (timer !== null) clearTimeout(timer);
      reportNow();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
