import type { Ending } from '#domain/connection/connection.ts';
import type { ConnectionRequest, TimeLimits } from '#domain/connection/connectionRequest.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { CLOSE_CODE } from '#domain/websocket/closeCode.ts';
import { createBatchEnds } from './batchEnds.ts';
import { BROWSER_HIDDEN, browserRefusal, browserTimeout } from './browserFailure.ts';
import { checkClose } from './checkClose.ts';
import type {
  AdapterSink,
  AdapterSurroundings,
  ConnectionAdapter,
  OpenAdapter,
} from './connectionAdapter.ts';
import { createHandshakeProgress } from './handshakeProgress.ts';
import { READY_STATE_OPEN } from './readyState.ts';
import { NOT_OPEN, SENDING_FULL } from './rejections.ts';
import { hasSendingRoom } from './sendingLimit.ts';
import { createUtf8Encoder } from './utf8Encoder.ts';

/** The Browser transport: the platform's own WebSocket, which shows messages and the end, and hides the rest. */
export function createBrowserSocketOpener(
  surroundings: AdapterSurroundings,
  closingLimitMs: number = CLOSING_LIMIT_MS,
): OpenAdapter {
  return (request, sink) => new BrowserSocket(surroundings, closingLimitMs, request, sink);
}

/**
 * How long the peer may take to answer a Close frame, ms. Browsers wait for minutes; a person who asked for the end
 * wants it.
 */
const CLOSING_LIMIT_MS = 10_000;

class BrowserSocket implements ConnectionAdapter {
  readonly #now: () => number;
  readonly #encode = createUtf8Encoder();
  readonly #batchEnds;
  readonly #closingLimitMs: number;
  readonly #sink: AdapterSink;
  readonly #handshake;
  #socket: WebSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAbandoned = false;
  #hasClosedFirst = false;

  constructor(
    { WebSocket, now }: AdapterSurroundings,
    closingLimitMs: number,
    request: ConnectionRequest,
    sink: AdapterSink,
  ) {
    this.#now = now;
    this.#closingLimitMs = closingLimitMs;
    this.#sink = sink;
    this.#batchEnds = createBatchEnds(sink.onBatchEnd, now);
    this.#handshake = createHandshakeProgress(sink.onEvent, now);
    // The sink may not be called before its owner holds this adapter.
    queueMicrotask(() => this.#start(WebSocket, request));
  }

  #start(WebSocket: AdapterSurroundings['WebSocket'], request: ConnectionRequest): void {
    if (this.#isAbandoned) return;
    // A page sees the steps as one, so that one may take as long as all of them.
    const limitMs = sumOf(request.options.limits);
    this.#handshake.start(request.url, 'browser');
    this.#handshake.startStep('answer', limitMs);
    try {
      this.#socket = this.#open(new WebSocket(request.url, [...request.subprotocols]));
    } catch (error) {
      this.#handshake.fail(browserRefusal(error));
      return;
    }
    this.#timer = setTimeout(() => {
      this.#handshake.fail(browserTimeout(limitMs));
      this.abandon();
    }, limitMs);
  }

  #open(socket: WebSocket): WebSocket {
    // Blobs are read asynchronously, one by one: a tenth of the speed (performance.md section 1).
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => this.#onOpen(socket));
    socket.addEventListener('message', (event: MessageEvent<unknown>) => this.#onMessage(event.data));
    socket.addEventListener('close', (event) => this.#onClose(event));
    // Says nothing that the close event after it does not say; without a listener some implementations throw.
    socket.addEventListener('error', () => undefined);
    return socket;
  }

  send: ConnectionAdapter['send'] = (message) => {
    if (!this.#isOpen()) return this.#sink.onRejected(...NOT_OPEN);
    if (!hasSendingRoom(this.#socket)) return this.#sink.onRejected(...SENDING_FULL);
    const isText = message.kind === 'text';
    const payload = isText ? this.#encode(message.text) : message.bytes;
    this.#socket?.send(isText ? message.text : new Uint8Array(payload));
    this.#store(ENTRY_KIND[message.kind], true, payload);
  };

  ping: ConnectionAdapter['ping'] = () => {
    this.#sink.onRejected(
      'ping-unsupported',
      'A page cannot send a ping. Connect through the companion to send one.',
    );
  };

  close: ConnectionAdapter['close'] = (code, reason) => {
    if (!this.#isOpen()) return this.#sink.onRejected(...NOT_OPEN);
    const problem = checkClose(code, reason);
    if (problem !== null) return this.#sink.onRejected('close-invalid', problem);
    this.#hasClosedFirst = true;
    this.#sink.onEvent({ type: 'closing', at: this.#now(), by: 'local' });
    if (code === null) this.#socket?.close();
    else this.#socket?.close(code, reason);
    this.#timer = setTimeout(() => this.#end(UNANSWERED_CLOSE), this.#closingLimitMs);
  };

  cancel: ConnectionAdapter['cancel'] = () => {
    if (this.#isAbandoned) return;
    if (this.#handshake.isEnded()) return this.#cancelTooLate();
    this.#handshake.end({ kind: 'cancelled', step: this.#handshake.step() });
    this.abandon();
  };

  /** It opened while the person was on the way to the button: what they want is that it be not open. */
  #cancelTooLate(): void {
    if (this.#isOpen()) this.close(CLOSE_CODE.normal, '');
  }

  abandon: ConnectionAdapter['abandon'] = () => {
    this.#isAbandoned = true;
    clearTimeout(this.#timer);
    this.#batchEnds.stop();
    this.#socket?.close();
  };

  #isOpen(): boolean {
    return !this.#isAbandoned && this.#socket?.readyState === READY_STATE_OPEN;
  }

  #onOpen({ protocol, extensions }: WebSocket): void {
    if (this.#isAbandoned) return;
    clearTimeout(this.#timer);
    this.#handshake.end({ kind: 'open', subprotocol: protocol || null, extensions: extensions || null });
  }

  #onMessage(data: unknown): void {
    if (this.#isAbandoned) return;
    if (typeof data === 'string') this.#store(ENTRY_KIND.text, false, this.#encode(data));
    else if (data instanceof ArrayBuffer) this.#store(ENTRY_KIND.binary, false, new Uint8Array(data));
  }

  #store(kind: number, isSent: boolean, payload: Uint8Array): void {
    const time = this.#now();
    // The platform tells neither how many frames a message took nor whether it was compressed.
    this.#sink.onRecord({ kind, isSent, time, payload, hasMore: false, isCompressed: false, frames: 0 });
    this.#batchEnds.note(time);
  }

  #onClose({ code, reason, wasClean }: CloseEvent): void {
    if (this.#isAbandoned) return;
    if (this.#handshake.isEnded()) {
      this.#end({ closeCode: code, reason, wasClean, by: this.#whoEnded(wasClean), detail: null });
    } else {
      this.#handshake.fail(BROWSER_HIDDEN);
      this.abandon();
    }
  }

  #end(ending: Omit<Ending, 'at'>): void {
    this.#batchEnds.flush();
    this.#sink.onEvent({ type: 'closed', ending: { at: this.#now(), ...ending } });
    this.abandon();
  }

  /** A close event does not say whose Close frame came first: this is as near as a page gets. */
  #whoEnded(wasClean: boolean): Ending['by'] {
    if (!wasClean) return 'network';
    return this.#hasClosedFirst ? 'local' : 'remote';
  }
}

const UNANSWERED_CLOSE: Omit<Ending, 'at'> = {
  closeCode: CLOSE_CODE.abnormalClosure,
  reason: '',
  wasClean: false,
  by: 'network',
  detail: 'The server did not answer the Close frame in time, so the connection was given up.',
};

function sumOf({ dnsMs, tcpMs, tlsMs, answerMs }: TimeLimits): number {
  return dnsMs + tcpMs + tlsMs + answerMs;
}
