import { assertNever } from '#domain/assertNever.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import { encodeBase64 } from '#domain/format/base64.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { CLOSE_CODE } from '#domain/websocket/closeCode.ts';
import { encodeEntry, EntryBatchError, readBatch } from '#wire/entryBatch.ts';
import { encodeEngineToRelay, parseRelayToEngine } from '#wire/parseRelayMessage.ts';
import { RELAY_WINDOW_BYTES } from '#wire/relayMessage.ts';
import type { EngineToRelay, RelayToEngine } from '#wire/relayMessage.ts';
import { checkClose } from './checkClose.ts';
import { companionLost, lostEnding } from './companionLoss.ts';
import type {
  AdapterSink,
  AdapterSurroundings,
  ConnectionAdapter,
  OpenAdapter,
} from './connectionAdapter.ts';
import { createHandshakeProgress } from './handshakeProgress.ts';
import { READY_STATE_OPEN } from './readyState.ts';
import { NOT_OPEN, PING_TOO_LONG, SENDING_FULL } from './rejections.ts';
import { hasSendingRoom } from './sendingLimit.ts';

/** How long the companion's own WebSocket may take to open, ms: it is on this machine. */
const RELAY_OPEN_LIMIT_MS = 5_000;

/** Stored bytes are credited in lots of a quarter of the window: few messages, and the companion never runs dry. */
export const CREDIT_LOT_BYTES = RELAY_WINDOW_BYTES / 4;

/** RFC 6455 section 5.5. */
const MAX_CONTROL_PAYLOAD_BYTES = 125;

export interface CompanionRelayOptions extends AdapterSurroundings {
  readonly relayUrl: string;
}

/** The Companion transport: the companion dials, records the handshake, and relays (see `#wire/relayMessage.ts`). */
export function createCompanionRelayOpener(options: CompanionRelayOptions): OpenAdapter {
  return (request, sink) => new CompanionRelay(options, request, sink);
}

class CompanionRelay implements ConnectionAdapter {
  readonly #now: () => number;
  readonly #sink: AdapterSink;
  readonly #handshake;
  #socket: WebSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  #isAbandoned = false;
  #uncreditedBytes = 0;

  constructor(options: CompanionRelayOptions, request: ConnectionRequest, sink: AdapterSink) {
    this.#now = options.now;
    this.#sink = sink;
    this.#handshake = createHandshakeProgress(sink.onEvent, options.now);
    // The sink may not be called before its owner holds this adapter.
    queueMicrotask(() => this.#start(options, request));
  }

  #start({ WebSocket, relayUrl }: CompanionRelayOptions, request: ConnectionRequest): void {
    if (this.#isAbandoned) return;
    // The companion tells of its own start in a moment; until then the attempt has one here, to be seen and cancelled.
    this.#handshake.start(request.url, 'companion');
    const socket = new WebSocket(relayUrl);
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => {
      clearTimeout(this.#timer);
      if (!this.#isAbandoned) this.#tell({ type: 'dial', request });
    });
    socket.addEventListener('message', (event: MessageEvent<unknown>) => this.#onMessage(event.data));
    socket.addEventListener('close', () => this.#lose(null));
    // Says nothing that the close event after it does not say; without a listener some implementations throw.
    socket.addEventListener('error', () => undefined);
    this.#timer = setTimeout(
      () => this.#lose(`It did not answer within ${RELAY_OPEN_LIMIT_MS / 1_000} seconds.`),
      RELAY_OPEN_LIMIT_MS,
    );
  }

  send: ConnectionAdapter['send'] = (message) => {
    if (!this.#isOpen) return this.#sink.onRejected(...NOT_OPEN);
    if (!hasSendingRoom(this.#socket)) return this.#sink.onRejected(...SENDING_FULL);
    const payload = message.kind === 'text' ? new TextEncoder().encode(message.text) : message.bytes;
    const entry = {
      kind: ENTRY_KIND[message.kind],
      isSent: true,
      isCompressed: false,
      frames: 0,
      time: this.#now(),
      payload,
    };
    for (const batch of encodeEntry(entry)) this.#socket?.send(batch);
  };

  ping: ConnectionAdapter['ping'] = (payload) => {
    if (!this.#isOpen) return this.#sink.onRejected(...NOT_OPEN);
    if (payload.byteLength > MAX_CONTROL_PAYLOAD_BYTES) return this.#sink.onRejected(...PING_TOO_LONG);
    this.#tell({ type: 'ping', payload: encodeBase64(payload) });
  };

  close: ConnectionAdapter['close'] = (code, reason) => {
    if (!this.#isOpen) return this.#sink.onRejected(...NOT_OPEN);
    const problem = checkClose(code, reason);
    if (problem !== null) return this.#sink.onRejected('close-invalid', problem);
    this.#tell({ type: 'close', code, reason });
  };

  cancel: ConnectionAdapter['cancel'] = () => {
    if (this.#isAbandoned) return;
    if (this.#handshake.isEnded()) return this.#cancelTooLate();
    if (this.#socket?.readyState === READY_STATE_OPEN) this.#tell({ type: 'cancel' });
    // A companion that hangs must not keep the person waiting: the attempt ends here, not when it answers.
    this.#handshake.end({ kind: 'cancelled', step: this.#handshake.step() });
    this.abandon();
  };

  /** It opened while the person was on the way to the button: what they want is that it be not open. */
  #cancelTooLate(): void {
    if (this.#isOpen) this.close(CLOSE_CODE.normal, '');
  }

  abandon: ConnectionAdapter['abandon'] = () => {
    this.#isAbandoned = true;
    this.#isOpen = false;
    clearTimeout(this.#timer);
    this.#socket?.close();
  };

  #tell(message: EngineToRelay): void {
    this.#socket?.send(encodeEngineToRelay(message));
  }

  #onMessage(data: unknown): void {
    if (this.#isAbandoned) return;
    if (data instanceof ArrayBuffer) return this.#onBatch(new Uint8Array(data));
    const parsed = parseRelayToEngine(String(data));
    if (parsed.ok) this.#onControl(parsed.value);
    else this.#lose(`It sent what this page does not understand. ${parsed.message}`);
  }

  #onBatch(batch: Uint8Array): void {
    try {
      this.#sink.onBatch(readBatch(batch));
    } catch (error) {
      if (!(error instanceof EntryBatchError)) throw error;
      this.#lose(`It sent what this page does not understand. ${error.message}`);
      return;
    }
    this.#sink.onBatchEnd();
    this.#credit(batch.byteLength);
  }

  #credit(bytes: number): void {
    this.#uncreditedBytes += bytes;
    if (this.#uncreditedBytes < CREDIT_LOT_BYTES) return;
    this.#tell({ type: 'credit', bytes: this.#uncreditedBytes });
    this.#uncreditedBytes = 0;
  }

  #onControl(message: RelayToEngine): void {
    switch (message.type) {
      case 'handshake':
        this.#handshake.tell(message.event);
        if (message.event.type !== 'ended') return;
        this.#isOpen = message.event.outcome.kind === 'open';
        if (!this.#isOpen) this.abandon();
        return;
      case 'closing':
        this.#isOpen = false;
        this.#sink.onEvent(message);
        return;
      case 'closed':
        this.#sink.onEvent(message);
        this.abandon();
        return;
      case 'rejected':
        this.#sink.onRejected(message.code, message.message);
        return;
      default:
        assertNever(message);
    }
  }

  /** The way to the companion is lost, or leads to something that is no companion of ours. */
  #lose(detail: string | null): void {
    if (this.#isAbandoned) return;
    const isHandshakeOver = this.#handshake.isEnded();
    if (isHandshakeOver) this.#sink.onEvent({ type: 'closed', ending: lostEnding(this.#now(), detail) });
    else this.#handshake.fail(companionLost(this.#handshake.step(), detail));
    this.abandon();
  }
}
