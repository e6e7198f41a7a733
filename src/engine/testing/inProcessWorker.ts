import type { EngineToPage, PageToEngine } from '#wire/engineMessage.ts';
import { createBrowserSocketOpener } from '../adapters/browserSocket.ts';
import { createCompanionRelayOpener } from '../adapters/companionRelay.ts';
import { createConnectionEngine } from '../connectionEngine.ts';
import type { EngineWorker } from '../createWorkerEngine.ts';
import { createPause } from '../pause.ts';
import type { LogStorage } from '../stored/logStorage.ts';
import { newLogId } from '../stored/newLogId.ts';
import { createInProcessPatternWorker } from './inProcessPatternWorker.ts';
import { NODE_SURROUNDINGS } from './nodeSurroundings.ts';

/** What `engineWorker.ts` does, without a thread of its own: messages are cloned and arrive later, as a worker's do. */
export function createInProcessWorker(storage: LogStorage | null = null): EngineWorker {
  let logCount = 0;
  const target = new EventTarget();
  let isTerminated = false;

  const engine = createConnectionEngine({
    post(message: EngineToPage, transfer) {
      const data = structuredClone(message, { transfer });
      deliver(() => target.dispatchEvent(new MessageEvent('message', { data })));
    },
    openBrowserSocket: createBrowserSocketOpener(NODE_SURROUNDINGS),
    openCompanionRelay: (relayUrl) => createCompanionRelayOpener({ ...NODE_SURROUNDINGS, relayUrl }),
    now: NODE_SURROUNDINGS.now,
    pause: createPause(),
    storage,
    newLogId: () => newLogId(NODE_SURROUNDINGS.now(), Uint32Array.of((logCount += 1))),
    createPatternWorker: createInProcessPatternWorker,
  });

  function deliver(act: () => void): void {
    setImmediate(() => {
      if (!isTerminated) act();
    });
  }

  return {
    postMessage(message: PageToEngine) {
      const data = structuredClone(message);
      deliver(() => engine.receive(data));
    },
    addEventListener: (type: string, listener: (event: MessageEvent<EngineToPage>) => void) =>
      target.addEventListener(type, (event) => listener(event as MessageEvent<EngineToPage>)),
    terminate() {
      isTerminated = true;
      engine.dispose();
    },
  };
}
