import type { EngineToPage, PageToEngine } from '#wire/engineMessage.ts';
import type { Engine } from './engineClient.ts';
import { createEngineConnection } from './engineConnection.ts';

export interface WorkerEngineOptions {
  /** The companion's relay, for example `ws://127.0.0.1:4100/api/relay`. */
  readonly relayUrl: string;
  /** What of a worker is used; a real one unless told otherwise. */
  readonly createWorker?: () => EngineWorker;
}

/** What of a worker is used. */
export interface EngineWorker {
  readonly postMessage: (message: PageToEngine) => void;
  readonly addEventListener: WorkerListener;
  readonly terminate: () => void;
}

type WorkerListener = {
  (type: 'message', listener: (event: MessageEvent<EngineToPage>) => void): void;
  (type: 'error', listener: () => void): void;
};

/** The engine of the page: a worker for each connection, so that no connection's flood holds up another or the page. */
export function createWorkerEngine(options: WorkerEngineOptions): Engine {
  const { relayUrl, createWorker = createEngineWorker } = options;
  return {
    createConnection: (listener) => createEngineConnection(createWorker(), relayUrl, listener),
  };
}

function createEngineWorker(): EngineWorker {
  return new Worker(new URL('./engineWorker.ts', import.meta.url), { type: 'module', name: 'engine' });
}
