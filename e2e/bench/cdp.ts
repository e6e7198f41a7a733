import type { Readable, Writable } from 'node:stream';

/** Longer than any flood takes on a machine that is worth measuring on, ms. */
const ANSWER_LIMIT_MS = 180_000;

/** Ends each message on the pipe. */
const END = '\0';

type Params = Readonly<Record<string, unknown>>;

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

interface Incoming {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * A browser over the bare DevTools protocol, with nothing enabled that is not asked for: the Network domain alone halves
 * what a page takes in, Playwright's tracing quarters it (performance.md section 1). Over a pipe, which the browser ends
 * with: none is left behind, however we end.
 */
export class Cdp {
  readonly #output: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(method: string, params: Params, sessionId: string | undefined) => void>();
  #lastId = 0;
  #rest = '';

  constructor(input: Readable, output: Writable) {
    this.#output = output;
    input.setEncoding('utf8').on('data', (chunk: string) => this.#read(chunk));
    input.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The browser has gone.'));
    });
    // Told of by the end of the other pipe.
    output.on('error', () => undefined);
  }

  /** `sessionId` says for which target; without it the call is for the browser itself. */
  send<Result = unknown>(method: string, params: Params = {}, sessionId?: string): Promise<Result> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise<Result>((resolve, reject) => {
      const limit = setTimeout(() => {
        const what = JSON.stringify(params).slice(0, 80);
        this.#waiting.get(id)?.reject(new Error(`no answer within ${ANSWER_LIMIT_MS / 1000} s to ${what}`));
      }, ANSWER_LIMIT_MS);
      this.#waiting.set(id, {
        resolve(result) {
          clearTimeout(limit);
          resolve(result);
        },
        reject(error) {
          clearTimeout(limit);
          reject(new Error(`${method}: ${error.message}`));
        },
      });
      const session = sessionId === undefined ? {} : { sessionId };
      this.#output.write(JSON.stringify({ id, method, params, ...session }) + END);
    });
  }

  /** Returns its undo. */
  on(method: string, listener: (params: never, sessionId: string | undefined) => void): () => void {
    const listen = (incoming: string, params: Params, sessionId: string | undefined): void => {
      if (incoming === method) listener(params as never, sessionId);
    };
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  }

  #read(chunk: string): void {
    const messages = (this.#rest + chunk).split(END);
    this.#rest = messages.pop() ?? '';
    for (const message of messages) this.#receive(JSON.parse(message) as Incoming);
  }

  #receive({ id, method, params, sessionId, result, error }: Incoming): void {
    if (method !== undefined) {
      for (const listen of this.#listeners) listen(method, params ?? {}, sessionId);
      return;
    }
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || waiting === undefined) return;
    this.#waiting.delete(id);
    if (error === undefined) waiting.resolve(result as never);
    else waiting.reject(new Error(error.message));
  }
}
