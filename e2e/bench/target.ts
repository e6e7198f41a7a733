import type { Cdp } from './cdp.ts';

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

/** Something with a JavaScript world of its own: a page or a worker of it. */
export class Target {
  readonly cdp: Cdp;
  readonly sessionId: string;

  constructor(cdp: Cdp, sessionId: string) {
    this.cdp = cdp;
    this.sessionId = sessionId;
  }

  send<Result = unknown>(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<Result> {
    return this.cdp.send<Result>(method, params, this.sessionId);
  }

  /** Runs a function there: it takes nothing along but its arguments. */
  async call<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const expression = `(${run.toString()})(...${JSON.stringify(args)})`;
    const { result, exceptionDetails } = await this.send<Evaluated>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails === undefined) return result.value as Result;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  /** Bytes after a collection: objects, and what typed arrays hold beside them. */
  async heap(): Promise<{ readonly objectBytes: number; readonly bufferBytes: number }> {
    await this.send('HeapProfiler.collectGarbage');
    const usage = await this.send<{ usedSize: number; backingStorageSize: number }>('Runtime.getHeapUsage');
    return { objectBytes: usage.usedSize, bufferBytes: usage.backingStorageSize };
  }
}
