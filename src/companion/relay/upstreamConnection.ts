import type { ClosingPeer, Ending } from '#domain/connection/connection.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { CLOSE_CODE } from '#domain/websocket/closeCode.ts';
import type { EntryRecord } from '#wire/entryBatch.ts';
import type { Socket } from 'node:net';
import type { Upgraded } from '../handshake/upgrade.ts';
import { now } from './clock.ts';
import { ChunkReader } from './chunkReader.ts';
import { closePayload } from './closePayload.ts';
import { readExtensions, staysWithin } from './compression.ts';
import { cutFragments } from './cutFragments.ts';
import { FrameWalker, type MessageShape } from './frameWalker.ts';
import { MAX_FRAGMENTS, MAX_MESSAGE_BYTES, MAX_PENDING_PONGS, type RelayLimits } from './limits.ts';
import { readProtocolError } from './protocolError.ts';
import { Receiver, Sender, type Extensions, type FrameReceiver, type FrameSender } from './wsParts.ts';

/** Something that went over the connection. */
export type RelayedEntry = Omit<EntryRecord, 'hasMore'>;

export interface UpstreamOptions {
  readonly limits: RelayLimits;
  /** As in `ConnectionRequest`. */
  readonly maxFrameBytes: number | null;
}

export interface UpstreamListener {
  /** Every message and control frame, sent ones too, in the order in which they went. */
  readonly onEntry: (entry: RelayedEntry) => void;
  readonly onClosing: (by: ClosingPeer) => void;
  /** Less waits to be written than before. */
  readonly onWritten: () => void;
  /** Once, and last. */
  readonly onEnded: (ending: Ending) => void;
}

/** The WebSocket connection to the target after its 101: the client's half of RFC 6455 on a socket. */
export class UpstreamConnection {
  readonly #socket: Socket;
  readonly #listener: UpstreamListener;
  readonly #limits: RelayLimits;
  readonly #maxFrameBytes: number | null;
  readonly #extensions: Extensions;
  readonly #receiver: FrameReceiver;
  readonly #sender: FrameSender;
  readonly #walker = new FrameWalker();
  readonly #reader: ChunkReader;
  readonly #takeChunk = (chunk: Buffer): void => this.#read(chunk);

  /** When the chunk that is being read came, or, if that is later, the last entry that did not come whole in one. */
  #readAt = 0;
  #isPaused = false;
  /** Nothing that comes now matters but the end of the connection. */
  #isDiscarding = false;
  #isReceiverFull = false;
  #isReceiverDone = false;
  #pendingBytes = 0;
  #pendingPongs = 0;

  #closingPeer: ClosingPeer | null = null;
  /** The peer broke a rule before anyone began to close. */
  #isEndedByRule = false;
  #isCloseSent = false;
  #received: { readonly closeCode: number; readonly reason: string } | null = null;
  /** Why there was no closing handshake, as soon as that is known. */
  #detail: string | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isEnded = false;

  constructor(
    { socket, head, extensions }: Upgraded,
    { limits, maxFrameBytes }: UpstreamOptions,
    listener: UpstreamListener,
  ) {
    this.#socket = socket;
    this.#listener = listener;
    this.#limits = limits;
    this.#maxFrameBytes = maxFrameBytes;
    this.#extensions = readExtensions(extensions);
    this.#sender = new Sender(socket, this.#extensions);
    this.#receiver = new Receiver({
      isServer: false,
      extensions: this.#extensions,
      maxPayload: MAX_MESSAGE_BYTES,
      maxFragments: MAX_FRAGMENTS,
    });
    this.#reader = new ChunkReader({
      receiver: this.#receiver,
      walker: this.#walker,
      isCompressing: hasAny(this.#extensions),
      onWholeMessage: (payload, isText) =>
        // It came with its chunk; whatever was told of before it came no later.
        this.#emitReceived(isText ? ENTRY_KIND.text : ENTRY_KIND.binary, payload, this.#readAt),
    });
    this.#listenToReceiver();
    this.#listenToSocket(head);
  }

  get isOpen(): boolean {
    return this.#closingPeer === null && !this.#isEnded;
  }

  /** Bytes handed over that the network has not taken yet. */
  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  /** Sends a message, in one frame where the gateway takes that. Only while open. */
  send(kind: 'text' | 'binary', payload: Buffer): void {
    const isBinary = kind === 'binary';
    const isCompressing = Object.keys(this.#extensions).length > 0;
    const fragments = cutFragments(payload, this.#maxFrameBytes);
    // A fragment of full length may come out longer than it went in.
    const compress = isCompressing && staysWithin(this.#maxFrameBytes, payload.byteLength);
    for (const [index, fragment] of fragments.entries()) {
      const options = { fin: index === fragments.length - 1, mask: true, binary: isBinary, compress };
      this.#sender.send(fragment, options, this.#track(fragment));
    }
    const how = { isCompressed: compress, frames: fragments.length };
    this.#emitSent(ENTRY_KIND[kind], payload, how);
  }

  /** At most 125 bytes. Only while open. */
  ping(payload: Buffer): void {
    this.#sender.ping(payload, true, this.#track(payload));
    this.#emitSent(ENTRY_KIND.ping, payload);
  }

  /** Begins the closing handshake; does nothing once it has begun. */
  close(closeCode: number | null, reason: string): void {
    if (!this.isOpen) return;
    this.#beginClosing('local');
    this.#sendClose(closeCode, reason);
    this.#endWithin(this.#limits.closeMs, () => {
      this.#detail = `No Close frame came back within ${this.#limits.closeMs / 1000} s, so Postern ended the network connection.`;
    });
  }

  /** Stops reading; TCP slows the peer. */
  pause(): void {
    if (this.#isPaused || this.#isDiscarding) return;
    this.#isPaused = true;
    this.#socket.pause();
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#resumeSocket();
  }

  #listenToSocket(head: Buffer): void {
    const socket = this.#socket;
    socket.setNoDelay(true);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      this.#detail ??= `The network connection was lost (${error.code ?? error.name}).`;
    });
    socket.on('close', () => this.#drainReceiver());
    // Before there is a listener, so that it is read with what follows and not from within this constructor.
    if (head.length > 0) socket.unshift(head);
    socket.on('data', this.#takeChunk);
    if (socket.closed) this.#drainReceiver();
  }

  #listenToReceiver(): void {
    this.#receiver.on('message', (payload, isBinary) => {
      const kind = isBinary ? ENTRY_KIND.binary : ENTRY_KIND.text;
      const { frames, isCompressed } = this.#walker.take();
      this.#listener.onEntry({ kind, isSent: false, isCompressed, frames, time: this.#tellTime(), payload });
    });
    this.#receiver.on('ping', (payload) => {
      this.#emitReceived(ENTRY_KIND.ping, payload);
      this.#pong(payload);
    });
    this.#receiver.on('pong', (payload) => this.#emitReceived(ENTRY_KIND.pong, payload));
    this.#receiver.on('conclude', (closeCode, reason) => this.#conclude(closeCode, reason));
    this.#receiver.on('drain', () => {
      this.#isReceiverFull = false;
      this.#resumeSocket();
    });
    this.#receiver.on('error', (error) => {
      this.#endReceiver();
      this.#fail(error);
    });
    this.#receiver.on('finish', () => this.#endReceiver());
  }

  #read(chunk: Buffer): void {
    this.#readAt = now();
    if (this.#reader.read(chunk)) return;
    this.#isReceiverFull = true;
    this.#socket.pause();
  }

  #resumeSocket(): void {
    if (!this.#isPaused && !this.#isReceiverFull) this.#socket.resume();
  }

  /** RFC 6455 section 5.5.3. */
  #pong(payload: Buffer): void {
    if (this.#isCloseSent || this.#pendingPongs >= MAX_PENDING_PONGS) return;
    this.#pendingPongs += 1;
    const onWritten = this.#track(payload);
    this.#sender.pong(payload, true, () => {
      this.#pendingPongs -= 1;
      onWritten();
    });
    this.#emitSent(ENTRY_KIND.pong, payload);
  }

  /** A Close frame came: the answer to ours, or one to answer (RFC 6455 section 5.5.1). */
  #conclude(closeCode: number, reason: Buffer): void {
    this.#received = { closeCode, reason: reason.toString() };
    this.#emitReceived(ENTRY_KIND.close, closePayload(closeCode, reason));
    this.#beginClosing('remote');
    if (!this.#isCloseSent) this.#sendClose(closeCode, '');
    // Nothing may follow a Close frame; what does is passed over, so that the end of the connection is seen.
    this.#discardRest();
    this.#endWithin(this.#limits.endMs);
  }

  #fail(error: Error): void {
    const { closeCode, detail } = readProtocolError(error);
    this.#detail = detail;
    this.#isEndedByRule = this.#closingPeer === null;
    this.#beginClosing('local');
    if (!this.#isCloseSent) this.#sendClose(closeCode, '');
    this.#discardRest();
    this.#socket.end();
    this.#endWithin(this.#limits.endMs);
  }

  #discardRest(): void {
    this.#isDiscarding = true;
    this.#reader.stop();
    this.#isPaused = false;
    this.#isReceiverFull = false;
    this.#socket.off('data', this.#takeChunk);
    this.#socket.resume();
  }

  #beginClosing(by: ClosingPeer): void {
    if (this.#closingPeer !== null) return;
    this.#closingPeer = by;
    this.#listener.onClosing(by);
  }

  #sendClose(closeCode: number | null, reason: string): void {
    this.#isCloseSent = true;
    const hasCode = closeCode !== null && closeCode !== CLOSE_CODE.noStatusReceived;
    this.#sender.close(hasCode ? closeCode : undefined, reason, true, () => {});
    this.#emitSent(ENTRY_KIND.close, closePayload(closeCode, Buffer.from(reason)));
  }

  #endWithin(limitMs: number, onLimit: () => void = () => {}): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      onLimit();
      this.#socket.destroy();
    }, limitMs);
  }

  /** The socket has closed: what it read before belongs to the transcript, what is half there does not. */
  #drainReceiver(): void {
    clearTimeout(this.#timer);
    if (this.#isReceiverDone) {
      this.#end();
      return;
    }
    const rest: unknown = this.#socket.read();
    this.#socket.off('data', this.#takeChunk);
    if (rest instanceof Buffer) this.#read(rest);
    this.#receiver.end();
  }

  #endReceiver(): void {
    this.#isReceiverDone = true;
    if (this.#socket.closed) this.#end();
  }

  #end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    for (const extension of Object.values(this.#extensions)) extension.cleanup();
    this.#listener.onEnded(this.#ending());
  }

  #ending(): Ending {
    const at = now();
    if (this.#received !== null) {
      return { at, ...this.#received, wasClean: true, by: this.#closingPeer ?? 'remote', detail: null };
    }
    const detail =
      this.#detail ??
      (this.#isCloseSent
        ? 'The server ended the network connection without answering the Close frame.'
        : 'The server ended the network connection without a Close frame.');
    const by = this.#isEndedByRule ? 'protocol-error' : (this.#closingPeer ?? 'network');
    return { at, closeCode: CLOSE_CODE.abnormalClosure, reason: '', wasClean: false, by, detail };
  }

  #emitSent(kind: number, payload: Buffer, { frames, isCompressed }: MessageShape = ONE_PLAIN_FRAME): void {
    this.#listener.onEntry({ kind, isSent: true, isCompressed, frames, time: this.#tellTime(), payload });
  }

  #emitReceived(kind: number, payload: Buffer, time = this.#tellTime()): void {
    this.#listener.onEntry({
      kind,
      isSent: false,
      isCompressed: false,
      frames: 1,
      time,
      payload,
    });
  }

  /** So that times go up from entry to entry. */
  #tellTime(): number {
    this.#readAt = now();
    return this.#readAt;
  }

  /** Counts a payload as pending until the network has it. */
  #track({ byteLength }: Buffer): () => void {
    this.#pendingBytes += byteLength;
    return () => {
      this.#pendingBytes -= byteLength;
      this.#listener.onWritten();
    };
  }
}

const ONE_PLAIN_FRAME: MessageShape = { frames: 1, isCompressed: false };

function hasAny(extensions: Extensions): boolean {
  return Object.keys(extensions).length > 0;
}
