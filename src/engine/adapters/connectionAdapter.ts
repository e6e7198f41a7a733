import type { ConnectionEvent } from '#domain/connection/connectionEvent.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import type { EntryBatch } from '#wire/entryBatch.ts';
import type { StoredRecord } from '../transcript/transcriptStore.ts';

/**
 * The port to a transport: one attempt and, when it opens, its connection. Every adapter passes the suite in
 * `testing/adapterContract.ts`.
 */
export interface ConnectionAdapter {
  readonly send: (message: OutgoingMessage) => void;
  readonly ping: (payload: Uint8Array) => void;
  /** Begins the closing handshake; `code` null sends none. */
  readonly close: (code: number | null, reason: string) => void;
  /** Gives up an attempt under way: the handshake ends as `cancelled`, at once. One that has just opened is closed. */
  readonly cancel: () => void;
  /** Lets go of whatever is open. Nothing more is told to the sink. */
  readonly abandon: () => void;
}

/** Begins an attempt. The sink is never called before this returns, and never after the connection has ended. */
export type OpenAdapter = (request: ConnectionRequest, sink: AdapterSink) => ConnectionAdapter;

/** Where an adapter leaves what happens. */
export interface AdapterSink {
  readonly onEvent: (event: ConnectionEvent) => void;
  /**
   * Data and control messages, sent ones included, in the order of the connection, one by one or many at once; then
   * `onBatchEnd`. A payload that is whole stays as it is until this returns, no longer.
   */
  readonly onRecord: (record: StoredRecord) => void;
  /** The batch is the sink's from then on. */
  readonly onBatch: (batch: EntryBatch) => void;
  /** No more records come for the moment: the time to let others know. */
  readonly onBatchEnd: () => void;
  /** Something could not be sent; the connection goes on. */
  readonly onRejected: (code: RejectionCode, message: string) => void;
}

type RejectionCode =
  | 'not-open'
  | 'close-invalid'
  | 'ping-unsupported'
  | 'ping-too-long'
  | 'sending-full'
  | (string & {});

/** What an adapter needs of its surroundings. */
export interface AdapterSurroundings {
  readonly WebSocket: WebSocketConstructor;
  /** Milliseconds since the epoch, with fractions; never goes back. */
  readonly now: () => number;
}

type WebSocketConstructor = new (url: string, subprotocols?: string[]) => WebSocket;
