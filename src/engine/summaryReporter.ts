import type { TranscriptSummary } from '#domain/transcript/entry.ts';
import { FLOOD_PER_SECOND, FLOOD_SUMMARY_INTERVAL_MS, SUMMARY_INTERVAL_MS } from '#wire/engineMessage.ts';

export interface SummaryReporterOptions {
  readonly read: () => TranscriptSummary;
  readonly report: (summary: TranscriptSummary) => void;
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

export function createSummaryReporter({ read, report, now }: SummaryReporterOptions): SummaryReporter {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let reportedAt = Number.NEGATIVE_INFINITY;
  let intervalMs = SUMMARY_INTERVAL_MS;

  function reportNow(): void {
    timer = null;
    reportedAt = now();
    const summary = read();
    report(summary);
    intervalMs = summary.ratePerSecond < FLOOD_PER_SECOND ? SUMMARY_INTERVAL_MS : FLOOD_SUMMARY_INTERVAL_MS;
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
