import {
  HANDSHAKE_STEPS,
  type HandshakeRecord,
  type HandshakeStep,
  type StepTiming,
} from './handshakeRecord.ts';
import { stepLabel } from './stepLabel.ts';

/** One step of an attempt, ready to show. */
export interface StepSummary {
  readonly step: HandshakeStep;
  readonly label: string;
  /** `failed` is the step in which the attempt ended without an answer that opens, whoever ended it. */
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** `null` while the step waits, and for ever when the attempt ended before it. */
  readonly startMs: number | null;
  /** `null` until the step is over. */
  readonly durationMs: number | null;
  /** How long the step may take; `null` while it waits. */
  readonly limitMs: number | null;
}

/** The steps that this attempt passes, in order: those it has begun, and those that its target still asks for. */
export function summariseSteps(record: HandshakeRecord): readonly StepSummary[] {
  const lastBegun = HANDSHAKE_STEPS.findLastIndex((step) => findTiming(record, step) !== undefined);
  return HANDSHAKE_STEPS.flatMap((step, index) => {
    const timing = findTiming(record, step);
    if (timing !== undefined) return [summariseTiming(record, timing)];
    return index > lastBegun && isAhead(record, step) ? [waitingStep(step)] : [];
  });
}

function findTiming(record: HandshakeRecord, step: HandshakeStep): StepTiming | undefined {
  return record.steps.find((timing) => timing.step === step);
}

/** What a page can learn of its own socket is not cut into steps: of those the record has what there is. */
function isAhead(record: HandshakeRecord, step: HandshakeStep): boolean {
  if (record.madeBy === 'browser') return false;
  if (step === 'proxy') return record.proxy !== null;
  if (step === 'tls') return record.url.startsWith('wss:');
  return true;
}

function waitingStep(step: HandshakeStep): StepSummary {
  const label = stepLabel(step);
  return { step, label, state: 'waiting', startMs: null, durationMs: null, limitMs: null };
}

function summariseTiming(record: HandshakeRecord, timing: StepTiming): StepSummary {
  const { step, startMs, limitMs } = timing;
  const endMs = timing.endMs ?? record.endedMs;
  return {
    step,
    label: stepLabel(step),
    state: stateOf(record, timing),
    startMs,
    durationMs: endMs === null ? null : endMs - startMs,
    limitMs,
  };
}

function stateOf({ outcome }: HandshakeRecord, { step, endMs }: StepTiming): StepSummary['state'] {
  if (outcome?.kind === 'failed' && failedStep(outcome.failure.step) === step) return 'failed';
  if (endMs !== null) return 'done';
  if (outcome === null) return 'running';
  // An attempt that ended well, or in a refusal, ended its last step with it.
  return outcome.kind === 'open' || outcome.kind === 'refused' ? 'done' : 'failed';
}

function failedStep(step: HandshakeStep | 'checks'): HandshakeStep {
  return step === 'checks' ? 'answer' : step;
}
