import type { OpenPayload, PayloadReader, TextOpening, TreeRows } from '#domain/payload/payloadReader.ts';
import type { PageToPayload, PayloadAnswer, PayloadCall, PayloadToPage } from '#wire/payloadMessage.ts';

/** What of a worker is used. */
export interface PayloadWorker {
  readonly postMessage: (message: PageToPayload, transfer: Transferable[]) => void;
  readonly addEventListener: PayloadListener;
  readonly terminate: () => void;
}

type PayloadListener = {
  (type: 'message', listener: (event: MessageEvent<PayloadToPage>) => void): void;
  (type: 'error', listener: () => void): void;
};

/** A call that was not carried out. The message is for the person at the page. */
class PayloadCallError extends Error {
  override readonly name = 'PayloadCallError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Waiting {
  readonly resolve: (answer: PayloadAnswer) => void;
  readonly reject: (error: PayloadCallError) => void;
}

type AnswerOf<Kind extends PayloadAnswer['kind']> = Extract<PayloadAnswer, { kind: Kind }>;

/** Opens payloads in a worker each: to cancel what it does is to end it. */
export function createPayloadOpener(createWorker: () => PayloadWorker = createPayloadWorker): OpenPayload {
  return (payload, onProgress) => createPayloadReader(createWorker(), payload, onProgress);
}

function createPayloadWorker(): PayloadWorker {
  return new Worker(new URL('./payloadWorker.ts', import.meta.url), { type: 'module', name: 'payload' });
}

function createPayloadReader(
  worker: PayloadWorker,
  payload: Uint8Array,
  onProgress: (done: number) => void,
): PayloadReader {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: PayloadCallError | null = null;

  worker.addEventListener('message', ({ data }) => {
    if (ended !== null) return;
    if (data.type === 'progress') return onProgress(data.done);
    waiting.get(data.id)?.resolve(data.answer);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => end(new PayloadCallError('reader-failed', READER_FAILED)));
  const sent = sendPayload(worker, payload, () => ended !== null);

  function end(error: PayloadCallError): void {
    if (ended !== null) return;
    ended = error;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  async function call<Kind extends PayloadAnswer['kind']>(
    call: PayloadCall,
    ...kinds: readonly Kind[]
  ): Promise<AnswerOf<Kind>> {
    await sent;
    if (ended !== null) throw ended;
    const answer = await new Promise<PayloadAnswer>((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ type: 'call', id: lastId, call }, []);
    });
    if (answer.kind === 'failed') throw new PayloadCallError(answer.code, answer.message);
    if (!(kinds as readonly string[]).includes(answer.kind))
      throw new TypeError(`Asked for ${kinds.join(' or ')}, got ${answer.kind}.`);
    return answer as AnswerOf<Kind>;
  }

  const treeRows = (rowCount: number): TreeRows => ({
    rowCount,
    read: async (first, count) => (await call({ kind: 'tree-rows', first, count }, 'tree-rows')).rows,
    toggle: async (node, isDeep) => (await call({ kind: 'toggle', node, isDeep }, 'tree')).rowCount,
  });

  return {
    async openJson() {
      const answer = await call({ kind: 'open-json' }, 'tree', 'no-json');
      return answer.kind === 'no-json' ? answer.problem : { ok: true, tree: treeRows(answer.rowCount) };
    },
    async openText(columns): Promise<TextOpening> {
      const { rowCount, isUtf8 } = await call({ kind: 'open-text', columns }, 'text');
      const read = async (first: number, count: number) =>
        (await call({ kind: 'text-rows', first, count }, 'text-rows')).rows;
      return { rowCount, isUtf8, read };
    },
    async decode(format) {
      const answer = await call({ kind: 'decode', format }, 'tree', 'bytes', 'image');
      return answer.kind === 'tree' ? { kind: 'tree', tree: treeRows(answer.rowCount) } : answer;
    },
    compareWith: async (other) => (await call({ kind: 'compare', other }, 'compared')).comparison,
    write: async (form) => (await call({ kind: 'write', form }, 'written')).blob,
    dispose: () => end(new PayloadCallError('reader-closed', 'The payload is no longer shown.')),
  };
}

/** Copied within a few milliseconds: the page has other things to do. */
const PIECE_BYTES = 8 * 1024 * 1024;

/** The page goes on with its own; the worker gets a copy, piece by piece. */
async function sendPayload(
  worker: PayloadWorker,
  payload: Uint8Array,
  isEnded: () => boolean,
): Promise<void> {
  worker.postMessage({ type: 'payload', byteLength: payload.byteLength }, []);
  for (let offset = 0; offset < payload.byteLength && !isEnded(); offset += PIECE_BYTES) {
    const bytes = new Uint8Array(payload.subarray(offset, offset + PIECE_BYTES));
    worker.postMessage({ type: 'piece', offset, bytes }, [bytes.buffer]);
    // One piece after another is the point: the pause is for the page.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

const READER_FAILED =
  'What reads this payload has stopped because of a fault in the page. Select the entry again.';
