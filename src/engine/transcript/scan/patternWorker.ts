import { matchPatterns } from './matchPatterns.ts';
import type { PatternAnswer, PatternBatch } from './patternMessage.ts';

/** The worker that regular expressions run in: one that does not come to an end can only be terminated. */
declare const self: DedicatedWorkerGlobalScope;

function post(answer: PatternAnswer): void {
  self.postMessage(answer);
}

self.addEventListener('message', ({ data }: MessageEvent<PatternBatch>) => {
  const verdicts = matchPatterns(
    data,
    () => performance.now(),
    () => post({ kind: 'progress' }),
  );
  post({ kind: 'matched', verdicts });
});

post({ kind: 'ready' });
