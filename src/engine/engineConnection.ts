import { assertNever } from '#domain/assertNever.ts';
import type { EngineAnswer, EngineCall, EngineToPage } from '#wire/engineMessage.ts';
import type { EngineWorker } from './createWorkerEngine.ts';
import type { EngineConnection, EngineEvent, TransferWork } from './engineClient.ts';

/** A call that the engine did not carry out. The message is for the person at the page. */
class EngineCallError extends Error {
  override readonly name = 'EngineCallError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Waiting {
  readonly resolve: (answer: EngineAnswer) => void;
  readonly reject: (error: EngineCallError) => void;
  readonly onProgress: TransferWork['onProgress'];
}

type AnswerOf<Kind extends EngineAnswer['kind']> = Extract<EngineAnswer, { kind: Kind }>;

/** The page's end of one worker: calls go in with a number, answers come back with it. */
export function createEngineConnection(
  worker: EngineWorker,
  relayUrl: string,
  listener: (event: EngineEvent) => void,
): EngineConnection {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: EngineCallError | null = null;

  worker.addEventListener('message', ({ data }) => {
    if (ended === null) receive(data);
  });
  worker.addEventListener('error', () => {
    if (ended !== null) return;
    end(new EngineCallError('engine-failed', ENGINE_FAILED));
    listener({ type: 'rejected', code: 'engine-failed', message: ENGINE_FAILED });
  });

  function receive(message: EngineToPage): void {
    switch (message.type) {
      case 'connection':
      case 'summary':
      case 'measures':
      case 'sighted':
      case 'rejected':
        return listener(message);
      case 'answer':
        waiting.get(message.id)?.resolve(message.answer);
        waiting.delete(message.id);
        return;
      case 'progress':
        return waiting.get(message.id)?.onProgress?.(message.progress);
      default:
        assertNever(message);
    }
  }

  function end(error: EngineCallError): void {
    ended = error;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  async function call<Kind extends EngineAnswer['kind']>(
    call: EngineCall,
    kind: Kind,
    { onProgress, signal }: TransferWork = {},
  ): Promise<AnswerOf<Kind>> {
    if (ended !== null) throw ended;
    lastId += 1;
    const id = lastId;
    const cancel = () => worker.postMessage({ type: 'cancel-call', id });
    const answer = await new Promise<EngineAnswer>((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress });
      worker.postMessage({ type: 'call', id, call });
      if (signal?.aborted === true) cancel();
      signal?.addEventListener('abort', cancel);
    }).finally(() => signal?.removeEventListener('abort', cancel));
    if (answer.kind === 'failed') throw new EngineCallError(answer.code, answer.message);
    if (answer.kind !== kind) throw new TypeError(`Asked for ${kind}, got ${answer.kind}.`);
    return answer as AnswerOf<Kind>;
  }

  return {
    connect: (request, terms) => worker.postMessage({ type: 'connect', request, terms, relayUrl }),
    cancel: () => worker.postMessage({ type: 'cancel' }),
    send: (message, savedNames = []) => worker.postMessage({ type: 'send', message, savedNames }),
    ping: (payload) => worker.postMessage({ type: 'ping', payload }),
    close: (code, reason) => worker.postMessage({ type: 'close', code, reason }),
    setFilter: (filter) => worker.postMessage({ type: 'set-filter', filter }),
    prepareSearch: () => worker.postMessage({ type: 'prepare-search' }),
    clear: () => worker.postMessage({ type: 'clear' }),
    watchMeasures: (isWatched) => worker.postMessage({ type: 'watch-measures', isWatched }),
    keep: (profileId, budgets) => worker.postMessage({ type: 'keep', profileId, budgets }),
    async readRows(first, count) {
      const window = await call({ kind: 'read-rows', first, count }, 'rows');
      return { first: window.first, rows: window.rows };
    },
    readEntry: async (sequence) => (await call({ kind: 'read-entry', sequence }, 'entry')).entry,
    readRoundTrips: async (sequence) =>
      (await call({ kind: 'read-round-trips', sequence }, 'round-trips')).roundTrips,
    findPlace: async (place) => (await call({ kind: 'find-place', place }, 'place')).position,
    readText: async (first, end, timeZoneOffsetMinutes) =>
      (await call({ kind: 'read-text', first, end, timeZoneOffsetMinutes }, 'text')).text,
    exportLog: async (order, work) => (await call({ kind: 'export', order }, 'exported', work)).exported,
    inspectFile: async (file, work) =>
      (await call({ kind: 'inspect-file', file }, 'inspected', work)).inspection,
    importFile: async (file, order, work) =>
      (await call({ kind: 'import-file', file, order }, 'imported', work)).imported,
    openPast: async (logId) => void (await call({ kind: 'open-past', logId }, 'past-opened')),
    discard: async () => void (await call({ kind: 'discard' }, 'discarded')),
    dispose() {
      if (ended === null) end(new EngineCallError('engine-disposed', 'The connection was removed.'));
    },
  };
}

const ENGINE_FAILED =
  "This connection's worker has stopped because of a fault in the page. Reload the page to connect again.";
