import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import { summariseSteps } from '#domain/handshake/summariseSteps.ts';
import type { StepSummary } from '#domain/handshake/summariseSteps.ts';

export interface TimingBar extends StepSummary {
  /** Where the bar begins and how long it is, as shares of the whole attempt (0 to 1). */
  readonly offset: number;
  readonly width: number;
}

/** The steps to scale. A step under way reaches to the latest time that is known. */
export function layOutTimings(record: HandshakeRecord): readonly TimingBar[] {
  const steps = summariseSteps(record);
  const times = record.steps.flatMap(({ startMs, endMs }) => [startMs, endMs ?? startMs]);
  const total = Math.max(record.endedMs ?? 0, ...times, Number.MIN_VALUE);
  return steps.map((step) => {
    if (step.startMs === null) return { ...step, offset: 0, width: 0 };
    const duration = step.durationMs ?? total - step.startMs;
    return { ...step, offset: step.startMs / total, width: duration / total };
  });
}
