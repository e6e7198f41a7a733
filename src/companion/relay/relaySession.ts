import { assertNever } from '#domain/assertNever.ts';
import type { Ending } from '#domain/connection/connection.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import { checkCloseCode, checkCloseReason, CLOSE_CODE } from '#domain/websocket/closeCode.ts';
import { EntryBatchError, readBatch, recordsOf } from '#wire/entryBatch.ts';
import { parseEngineToRelay } from '#wire/parseRelayMessage.ts';
import type { EngineToRelay } from '#wire/relayMessage.ts';
import type { RawData, WebSocket } from 'ws';
import { dial, type DialOptions, type OpenDial } from '../handshake/dial.ts';
import { now } from './clock.ts';
import type { RelayLimits } from './limits.ts';
import { MessageAssembler } from './messageAssembler.ts';
import { PageLink } from './pageLink.ts';
import { UpstreamConnection } from './upstreamConnection.ts';

type Phase =
  | { readonly kind: 'waiting'; readonly timer: NodeJS.Timeout }
  | { readonly kind: 'dialling'; readonly cancellation: AbortController }
  | { readonly kind: 'open'; readonly upstream: UpstreamConnection }
  | { readonly kind: 'ended' };

/** RFC 6455 section 5.5. */
const MAX_PING_BYTES = 125;

/** One page, one attempt, and the connection that comes of it. */
export class RelaySession {
  readonly #webSocket: WebSocket;
  readonly #dialOptions: Omit<DialOptions, 'onEvent' | 'signal'>;
  readonly #limits: RelayLimits;
  readonly #page: PageLink;
  readonly #assembler = new MessageAssembler();
  #phase: Phase = { kind: 'ended' };

  constructor(
    webSocket: WebSocket,
    dialOptions: Omit<DialOptions, 'onEvent' | 'signal'>,
    limits: RelayLimits,
  ) {
    this.#webSocket = webSocket;
    this.#dialOptions = dialOptions;
    this.#limits = limits;
    this.#page = new PageLink(webSocket, limits, () => this.#balance());
  }

  start(): void {
    const timer = setTimeout(() => {
      this.#refuse('dial-expected', 'No dial message came in time.');
    }, this.#limits.dialMessageMs);
    this.#phase = { kind: 'waiting', timer };
    this.#webSocket.on('message', (data, isBinary) => {
      if (isBinary) this.#takeBatch(toBuffer(data));
      else this.#takeText(toBuffer(data).toString());
    });
    this.#webSocket.on('close', () => this.#losePage());
    // ws closes a socket after an error by itself; that is handled as its close.
    this.#webSocket.on('error', () => {});
  }

  #takeText(text: string): void {
    const parsed = parseEngineToRelay(text);
    if (parsed.ok) this.#takeMessage(parsed.value);
    else if (this.#phase.kind === 'waiting') this.#refuse('dial-malformed', parsed.message);
    else this.#reject('message-malformed', parsed.message);
  }

  #takeMessage(message: EngineToRelay): void {
    switch (message.type) {
      case 'dial':
        this.#dial(message.request);
        break;
      case 'cancel':
        if (this.#phase.kind === 'dialling') this.#phase.cancellation.abort();
        break;
      case 'ping':
        this.#ping(Buffer.from(message.payload, 'base64'));
        break;
      case 'close':
        this.#close(message.code, message.reason);
        break;
      case 'credit':
        this.#page.credit(message.bytes);
        break;
      default:
        assertNever(message);
    }
  }

  #dial(request: ConnectionRequest): void {
    if (this.#phase.kind !== 'waiting') {
      this.#reject('already-dialled', 'This relay has dialled already: open another for a new connection.');
      return;
    }
    clearTimeout(this.#phase.timer);
    const cancellation = new AbortController();
    this.#phase = { kind: 'dialling', cancellation };
    const onEvent: DialOptions['onEvent'] = (event) => this.#page.send({ type: 'handshake', event });
    void dial(request, { ...this.#dialOptions, signal: cancellation.signal, onEvent }).then((result) => {
      if (result.kind === 'open') this.#open(result, request);
      else this.#end();
    });
  }

  #open(opened: OpenDial, { maxFrameBytes }: ConnectionRequest): void {
    const isPageLost = this.#phase.kind === 'ended';
    const upstream = new UpstreamConnection(
      opened,
      { limits: this.#limits, maxFrameBytes },
      {
        onEntry: (entry) => this.#page.push(entry),
        onClosing: (by) => this.#page.send({ type: 'closing', at: now(), by }),
        onWritten: () => this.#balance(),
        onEnded: (ending) => this.#finish(ending),
      },
    );
    if (isPageLost) leave(upstream);
    else this.#phase = { kind: 'open', upstream };
  }

  #takeBatch(batch: Buffer): void {
    if (this.#upstream('A message can be sent once the connection is open.') === null) return;
    try {
      for (const record of recordsOf(readBatch(batch))) {
        const message = this.#assembler.add(record);
        if (typeof message === 'string') this.#reject('message-unsendable', message);
        else if (message !== null) this.#upstream()?.send(message.kind, message.payload);
      }
    } catch (error) {
      if (!(error instanceof EntryBatchError)) throw error;
      this.#reject(error.code, error.message);
    }
    this.#balance();
  }

  #ping(payload: Buffer): void {
    if (payload.length > MAX_PING_BYTES) {
      this.#reject(
        'ping-too-long',
        `A ping carries at most ${MAX_PING_BYTES} bytes; this one has ${payload.length}.`,
      );
      return;
    }
    this.#upstream('A ping can be sent once the connection is open.')?.ping(payload);
  }

  #close(closeCode: number | null, reason: string): void {
    const upstream = this.#upstream('There is no open connection to close.');
    if (upstream === null) return;
    const problem = checkClose(closeCode, reason);
    if (problem !== null) this.#reject('close-invalid', problem);
    else upstream.close(closeCode, reason);
  }

  /** The connection while it is open; else says so to the page, if there is something to say. */
  #upstream(problem: string | null = null): UpstreamConnection | null {
    if (this.#phase.kind === 'open' && this.#phase.upstream.isOpen) return this.#phase.upstream;
    if (problem !== null) this.#reject('not-open', problem);
    return null;
  }

  /** Slows the server while the page takes no more, and the page while the server takes no more. */
  #balance(): void {
    if (this.#phase.kind !== 'open') return;
    const { upstream } = this.#phase;
    if (this.#page.isFull) upstream.pause();
    else upstream.resume();
    this.#page.balance(upstream.pendingBytes);
  }

  #reject(code: string, message: string): void {
    this.#page.send({ type: 'rejected', code, message });
  }

  /** Ends a session that cannot begin. */
  #refuse(code: string, message: string): void {
    this.#reject(code, message);
    if (this.#phase.kind === 'waiting') clearTimeout(this.#phase.timer);
    this.#phase = { kind: 'ended' };
    this.#page.close(CLOSE_CODE.policyViolation, code);
  }

  #end(): void {
    this.#phase = { kind: 'ended' };
    this.#page.close();
  }

  #finish(ending: Ending): void {
    this.#phase = { kind: 'ended' };
    this.#page.finish({ type: 'closed', ending });
  }

  /** The page's socket has gone: whatever is open upstream goes too. */
  #losePage(): void {
    const phase = this.#phase;
    this.#phase = { kind: 'ended' };
    this.#page.abandon();
    switch (phase.kind) {
      case 'waiting':
        clearTimeout(phase.timer);
        break;
      case 'dialling':
        phase.cancellation.abort();
        break;
      case 'open':
        leave(phase.upstream);
        break;
      case 'ended':
        break;
      default:
        assertNever(phase);
    }
  }
}

/** Closes as a browser does when its page is left; nobody reads what still comes. */
function leave(upstream: UpstreamConnection): void {
  upstream.close(CLOSE_CODE.goingAway, '');
  upstream.resume();
}

function checkClose(closeCode: number | null, reason: string): string | null {
  if (closeCode !== null) return checkCloseCode(closeCode) ?? checkCloseReason(reason);
  return reason === '' ? null : 'A Close frame without a code has no room for a reason.';
}

function toBuffer(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}
