import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPatternMatcher } from './patternMatcher.ts';
import type { PatternWorker } from './patternMatcher.ts';
import type { PatternAnswer, PatternBatch } from './patternMessage.ts';

/** A worker whose answers the test gives. */
interface HeldWorker extends PatternWorker {
  readonly batches: readonly PatternBatch[];
  readonly answer: (answer: PatternAnswer) => void;
  readonly fail: () => void;
  readonly isTerminated: () => boolean;
}

function createHeldWorker(): HeldWorker {
  const target = new EventTarget();
  const batches: PatternBatch[] = [];
  let isTerminated = false;
  return {
    batches,
    answer: (data) => target.dispatchEvent(new MessageEvent('message', { data })),
    fail: () => target.dispatchEvent(new Event('error')),
    isTerminated: () => isTerminated,
    postMessage: (batch) => void batches.push(batch),
    addEventListener: (type: string, listener: (event: MessageEvent<PatternAnswer>) => void) =>
      target.addEventListener(type, (event) => listener(event as MessageEvent<PatternAnswer>)),
    terminate() {
      isTerminated = true;
    },
  };
}

const RUN = {
  first: 10,
  count: 3,
  bytes: new TextEncoder().encode('onetwothree'),
  ends: Uint32Array.of(3, 6, 11),
  start: 0,
};
const PATTERN = { kind: 'pattern', source: 'o', flags: '' } as const;

let workers: HeldWorker[];

function start() {
  return createPatternMatcher([PATTERN], () => {
    const worker = createHeldWorker();
    workers.push(worker);
    return worker;
  });
}

function onlyWorker(): HeldWorker {
  const [worker] = workers;
  if (worker === undefined || workers.length > 1) throw new Error(`There are ${workers.length} workers.`);
  return worker;
}

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createPatternMatcher', () => {
  test('asks about the places named, and says which of the run matched', async () => {
    const matching = start().match(RUN, [0, 2]);
    const worker = onlyWorker();
    worker.answer({ kind: 'ready' });
    expect(worker.batches).toEqual([
      {
        patterns: [PATTERN],
        bytes: new TextEncoder().encode('onethree'),
        ends: Uint32Array.of(3, 8),
      },
    ]);
    worker.answer({ kind: 'matched', verdicts: [Uint8Array.of(2, 0)] });
    expect(await matching).toEqual({ kind: 'matched', verdicts: [Uint8Array.of(2, 0, 0)] });
    vi.advanceTimersByTime(10_000);
    expect(worker.isTerminated()).toBe(false);
  });

  test('ends a regular expression that gives no sign of life for two seconds', async () => {
    const matcher = start();
    const matching = matcher.match(RUN, [0]);
    const worker = onlyWorker();
    vi.advanceTimersByTime(60_000);
    expect(worker.isTerminated()).toBe(false);
    worker.answer({ kind: 'ready' });
    for (let step = 0; step < 10; step += 1) {
      vi.advanceTimersByTime(1_999);
      worker.answer({ kind: 'progress' });
    }
    expect(worker.isTerminated()).toBe(false);
    vi.advanceTimersByTime(2_000);
    expect(worker.isTerminated()).toBe(true);
    expect(await matching).toEqual({ kind: 'runaway' });
  });

  test('says that there is no worker to be had', async () => {
    const matching = start().match(RUN, [0]);
    onlyWorker().fail();
    expect(await matching).toEqual({ kind: 'unavailable' });
  });

  test('ends at once when it is disposed, and hears no late answer', async () => {
    const matcher = start();
    const matching = matcher.match(RUN, [0]);
    const worker = onlyWorker();
    matcher.dispose();
    expect(worker.isTerminated()).toBe(true);
    worker.answer({ kind: 'matched', verdicts: [Uint8Array.of(2)] });
    expect(await matching).toEqual({ kind: 'cancelled' });
  });
});
