import { matchPatterns } from '../transcript/scan/matchPatterns.ts';
import type { PatternWorker } from '../transcript/scan/patternMatcher.ts';
import type { PatternAnswer, PatternBatch } from '../transcript/scan/patternMessage.ts';

/** What `patternWorker.ts` does, without a thread of its own: answers come later, as a worker's do. */
export function createInProcessPatternWorker(): PatternWorker {
  const target = new EventTarget();
  let isTerminated = false;

  function post(answer: PatternAnswer): void {
    setImmediate(() => {
      if (!isTerminated) target.dispatchEvent(new MessageEvent('message', { data: answer }));
    });
  }

  post({ kind: 'ready' });
  return {
    postMessage(batch: PatternBatch, transfer) {
      const data = structuredClone(batch, { transfer });
      const verdicts = matchPatterns(
        data,
        () => performance.now(),
        () => post({ kind: 'progress' }),
      );
      post({ kind: 'matched', verdicts });
    },
    addEventListener: (type: string, listener: (event: MessageEvent<PatternAnswer>) => void) =>
      target.addEventListener(type, (event) => listener(event as MessageEvent<PatternAnswer>)),
    terminate() {
      isTerminated = true;
    },
  };
}
