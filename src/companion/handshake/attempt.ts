import type { HandshakeEvent } from '#domain/handshake/handshakeEvent.ts';
import type { HandshakeOutcome, HandshakeRecord, HandshakeStep } from '#domain/handshake/handshakeRecord.ts';
import { recordHandshake } from '#domain/handshake/recordHandshake.ts';
import type { Socket } from 'node:net';
import { describeFailure, type AttemptFailureCode } from './failure.ts';
import type { FailureFacts } from './failureTexts.ts';

/** One step: its limit, and what it is called when that is over. */
export interface StepPlan {
  readonly step: HandshakeStep;
  readonly limitMs: number;
  readonly timeoutCode: AttemptFailureCode;
  readonly facts: Pick<FailureFacts, 'peer' | 'host'>;
}

/** Thrown through the steps to end an attempt with an outcome. */
export class AttemptEnd extends Error {
  override readonly name = 'AttemptEnd';
  readonly outcome: HandshakeOutcome;

  constructor(outcome: HandshakeOutcome) {
    super(`The attempt ended: ${outcome.kind}.`);
    this.outcome = outcome;
  }
}

export function failed(...of: Parameters<typeof describeFailure>): AttemptEnd {
  return new AttemptEnd({ kind: 'failed', failure: describeFailure(...of) });
}

/**
 * The clock, the record and the resources of one attempt. Steps run inside `run`, which gives each its limit and lets
 * the person cancel it; whatever they open is kept here, so that an attempt that ends leaves no socket behind.
 */
export class Attempt {
  readonly #onEvent: (event: HandshakeEvent) => void;
  readonly #signal: AbortSignal;
  readonly #startedAt = performance.now();
  readonly #sockets = new Set<Socket>();
  #record: HandshakeRecord | null = null;
  #step: HandshakeStep | null = null;
  #isOver = false;

  constructor(onEvent: (event: HandshakeEvent) => void, signal: AbortSignal) {
    this.#onEvent = onEvent;
    this.#signal = signal;
  }

  /** Milliseconds since the attempt began. */
  get elapsedMs(): number {
    return performance.now() - this.#startedAt;
  }

  /** What was under way last. */
  get step(): HandshakeStep | null {
    return this.#step;
  }

  start(url: string, proxy: string | null): void {
    const at = performance.timeOrigin + this.#startedAt;
    this.emit({ type: 'started', at, url, madeBy: 'companion', proxy });
  }

  /** Nothing is heard after `ended`: a byte that comes late belongs to nobody. */
  emit(event: HandshakeEvent): void {
    if (this.#record !== null && this.#record.outcome !== null) return;
    this.#record = recordHandshake(this.#record, event);
    this.#onEvent(event);
  }

  end(outcome: HandshakeOutcome): HandshakeRecord {
    this.emit({ type: 'ended', outcome, atMs: this.elapsedMs });
    if (this.#record === null) throw new Error('An attempt ended that had not started.');
    return this.#record;
  }

  /** Takes charge of a socket until the attempt has ended. */
  keep<S extends Socket>(socket: S): S {
    this.#sockets.add(socket);
    // A socket that was given up still reports its end; by then nobody has use for it.
    socket.on('error', () => {});
    if (this.#isOver) socket.destroy();
    return socket;
  }

  /**
   * Takes charge of a TLS socket in place of the one below. Destroying it ends both; destroying the lower one first
   * makes Node 20 crash (it frees what TLS still reads from).
   */
  keepOver<S extends Socket>(socket: S, below: Socket): S {
    this.#sockets.delete(below);
    return this.keep(socket);
  }

  /** Destroys every socket that was kept, and any that comes late. */
  discard(): void {
    this.#isOver = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Runs one step: within its limit, and until the person cancels. */
  async run<T>(plan: StepPlan, work: () => Promise<T>): Promise<T> {
    const { step, limitMs } = plan;
    this.#throwIfCancelled();
    this.#step = step;
    this.emit({ type: 'step-started', step, atMs: this.elapsedMs, limitMs });
    const value = await this.race(work(), limitMs, (_resolve, reject) => {
      reject(failed(step, plan.timeoutCode, { ...plan.facts, limitMs, detail: '' }));
    });
    this.emit({ type: 'step-ended', step, atMs: this.elapsedMs });
    return value;
  }

  /** Waits for `work` until it is done, the time is up, or the person cancels; who comes late is not heard. */
  async race<T>(
    work: Promise<T>,
    limitMs: number,
    onLimit: (resolve: (value: T) => void, reject: (reason: AttemptEnd) => void) => void,
  ): Promise<T> {
    let stopWaiting = (): void => {};
    try {
      return await new Promise<T>((resolve, reject) => {
        const onAbort = (): void => reject(this.#cancelled());
        const timer = setTimeout(() => onLimit(resolve, reject), limitMs);
        this.#signal.addEventListener('abort', onAbort, { once: true });
        stopWaiting = () => {
          clearTimeout(timer);
          this.#signal.removeEventListener('abort', onAbort);
        };
        work.then(resolve, reject);
      });
    } finally {
      stopWaiting();
    }
  }

  #throwIfCancelled(): void {
    if (this.#signal.aborted) throw this.#cancelled();
  }

  #cancelled(): AttemptEnd {
    return new AttemptEnd({ kind: 'cancelled', step: this.#step });
  }
}
