import * as ws from 'ws';
import type { Duplex } from 'node:stream';

/**
 * The parts of `ws` below its `WebSocket`: it exports them, and its types leave them out. This file is the only one
 * that knows their shape.
 */
export interface FrameReceiver {
  /** False when it wants no more until `drain`. */
  write(chunk: Buffer): boolean;
  end(): void;
  /** Set within the `write` that met it; the event comes later. */
  readonly errored: Error | null;
  on(event: 'message', listener: (payload: Buffer, isBinary: boolean) => void): this;
  on(event: 'ping' | 'pong', listener: (payload: Buffer) => void): this;
  /** A Close frame; 1005 when it had no code. */
  on(event: 'conclude', listener: (closeCode: number, reason: Buffer) => void): this;
  /** `code` names the rule broken, for example `WS_ERR_INVALID_UTF8`. */
  on(event: 'error', listener: (error: Error) => void): this;
  on(event: 'drain' | 'finish', listener: () => void): this;
}

export interface FrameSender {
  send(payload: Buffer, options: SendOptions, onWritten: () => void): void;
  ping(payload: Buffer, mask: boolean, onWritten: () => void): void;
  pong(payload: Buffer, mask: boolean, onWritten: () => void): void;
  close(closeCode: number | undefined, reason: string, mask: boolean, onWritten: () => void): void;
}

export interface SendOptions {
  readonly fin: boolean;
  readonly mask: boolean;
  readonly binary: boolean;
  readonly compress: boolean;
}

/** permessage-deflate, once both peers have agreed on it. */
export interface Compression {
  accept(configurations: unknown): unknown;
  cleanup(): void;
}

/** By extension name, as `ws` wants them. */
export type Extensions = Readonly<Record<string, Compression>>;

interface WsParts {
  readonly Receiver: new (options: {
    readonly isServer: boolean;
    readonly extensions: Extensions;
    readonly maxPayload: number;
    readonly maxFragments: number;
  }) => FrameReceiver;
  readonly Sender: new (socket: Duplex, extensions: Extensions) => FrameSender;
  readonly PerMessageDeflate: new (options: {
    readonly isServer: boolean;
    readonly maxPayload: number;
    readonly threshold: number;
  }) => Compression;
  /** Throws `SyntaxError` on a header that breaks the grammar. */
  readonly extension: { readonly parse: (header: string) => Readonly<Record<string, unknown>> };
}

export const { Receiver, Sender, PerMessageDeflate, extension } = ws as unknown as WsParts;
