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

/**
 * Reports the summary when it changes, at once after a quiet time and at most every `SUMMARY_INTERVAL_MS` in a busy
 * one (`FLOOD_SUMMARY_INTERVAL_MS` in a flood), and goes on until the rate has come down to nothing.
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

  /** Whether what came since the last report came that fast. */
  function isFlood({ ratePerSecond }: TranscriptSummary, elapsedMs: number): boolean {
    const floodBytes = FLOOD_BYTES_PER_SECOND * (Math.max(elapsedMs, SUMMARY_INTERVAL_MS) / 1_000);
    return ratePerSecond >= FLOOD_PER_SECOND || arrivedBytes() - reportedBytes >= floodBytes;
  }

  function reportNow(): void {
    timer = null;
    const elapsedMs = now() - reportedAt;
    reportedAt = now();
    const summary = read();
    report(summary);
    intervalMs = isFlood(summary, elapsedMs) ? FLOOD_SUMMARY_INTERVAL_MS : SUMMARY_INTERVAL_MS;
    reportedBytes = arrivedBytes();
    // The rate falls while nothing else happens.
    if (summary.ratePerSecond > 0) timer = setTimeout(reportNow, intervalMs);
  }

  return {
    changed() {
      if (timer !== null) return;
      const waitMs = reportedAt + intervalMs - now();
      if (waitMs <= 0) reportNow();
      else timer = setTimeout(reportNow, waitMs);
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
