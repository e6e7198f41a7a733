import { assertNever } from '#domain/assertNever.ts';
import type { PatternTerm } from '#domain/transcript/filter/filterNode.ts';
import { payloadOfRun } from './payloadRun.ts';
import type { PayloadRun } from './payloadRun.ts';
import type { PatternAnswer, PatternBatch } from './patternMessage.ts';

/**
 * Without a sign of life for so long, ms, a regular expression has run away in one message: what is merely slow takes
 * a fraction of it even for a message of many megabytes.
 */
const RUNAWAY_MS = 2_000;

/** What of a worker is used. */
export interface PatternWorker {
  readonly postMessage: (batch: PatternBatch, transfer: Transferable[]) => void;
  readonly addEventListener: PatternWorkerListener;
  readonly terminate: () => void;
}

type PatternWorkerListener = {
  (type: 'message', listener: (event: MessageEvent<PatternAnswer>) => void): void;
  (type: 'error', listener: () => void): void;
};

/** What the regular expressions found in the entries asked for, or why there is no answer. */
export type PatternOutcome =
  | { readonly kind: 'matched'; readonly verdicts: readonly Uint8Array[] }
  | { readonly kind: 'runaway' | 'unavailable' | 'cancelled' };

/** Asks regular expressions of entries in a worker that can be ended, one run at a time. */
export interface PatternMatcher {
  /** `places` within the run; the verdicts are by place within the run, and mean nothing elsewhere. */
  readonly match: (run: PayloadRun, places: readonly number[]) => Promise<PatternOutcome>;
  /** Ends what is under way, and the worker. */
  readonly dispose: () => void;
}

export function createPatternMatcher(
  patterns: readonly PatternTerm[],
  createWorker: () => PatternWorker,
): PatternMatcher {
  let worker: PatternWorker | null = null;
  let isReady = false;
  let settle: ((outcome: PatternOutcome) => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function start(): PatternWorker {
    const started = createWorker();
    started.addEventListener('message', ({ data }) => {
      if (started === worker) receive(data);
    });
    started.addEventListener('error', () => {
      if (started === worker) end('unavailable');
    });
    return started;
  }

  function receive(answer: PatternAnswer): void {
    switch (answer.kind) {
      case 'ready':
        isReady = true;
        return watch();
      case 'progress':
        return watch();
      case 'matched':
        return finish(answer);
      default:
        return assertNever(answer);
    }
  }

  /** A worker that is still being loaded is not late. */
  function watch(): void {
    clearTimeout(timer);
    if (isReady && settle !== null) timer = setTimeout(() => end('runaway'), RUNAWAY_MS);
  }

  function end(kind: 'runaway' | 'unavailable' | 'cancelled'): void {
    worker?.terminate();
    worker = null;
    isReady = false;
    finish({ kind });
  }

  function finish(outcome: PatternOutcome): void {
    clearTimeout(timer);
    const tell = settle;
    settle = null;
    tell?.(outcome);
  }

  return {
    async match(run, places) {
      const { count } = run;
      const batch = createBatch(patterns, run, places);
      const outcome = await new Promise<PatternOutcome>((resolve) => {
        settle = resolve;
        worker ??= start();
        worker.postMessage(batch, [batch.bytes.buffer, batch.ends.buffer]);
        watch();
      });
      if (outcome.kind !== 'matched') return outcome;
      return { kind: 'matched', verdicts: outcome.verdicts.map((found) => spread(found, places, count)) };
    },
    dispose: () => end('cancelled'),
  };
}

function createBatch(
  patterns: readonly PatternTerm[],
  run: PayloadRun,
  places: readonly number[],
): PatternBatch {
  const payloads = places.map((place) => payloadOfRun(run, place));
  const ends = new Uint32Array(payloads.length);
  let end = 0;
  for (const [index, payload] of payloads.entries()) {
    end += payload.byteLength;
    ends[index] = end;
  }
  const bytes = new Uint8Array(end);
  for (const [index, payload] of payloads.entries()) bytes.set(payload, index === 0 ? 0 : ends[index - 1]);
  return { patterns, bytes, ends };
}

/** From one verdict for each place asked about to one for each place of the run. */
function spread(found: Uint8Array, places: readonly number[], count: number): Uint8Array {
  const all = new Uint8Array(count);
  for (const [index, place] of places.entries()) all[place] = found[index] ?? 0;
  return all;
}
