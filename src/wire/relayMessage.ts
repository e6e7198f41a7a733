import type { Ending } from '#domain/connection/connection.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { HandshakeEvent } from '#domain/handshake/handshakeEvent.ts';
import { MAX_BATCH_BYTES } from './entryBatch.ts';

/**
 * The relay's wire: one WebSocket between engine and companion for each connection (path `RELAY_PATH`).
 *
 * - Text messages are control: the unions below as JSON.
 * - Binary messages are transcript: packed entries, both ways (see `entryBatch.ts`). From the engine they are messages
 *   to send; from the companion they are everything that went over the upstream connection, sent messages included, in
 *   the order and with the time that the companion saw. So the companion's order is the transcript's order.
 *
 * The companion sends at most `RELAY_WINDOW_BYTES` of batches that the engine has not yet credited; then it stops
 * reading upstream, and TCP slows the sender.
 */
export type EngineToRelay =
  /** First message, once. */
  | { readonly type: 'dial'; readonly request: ConnectionRequest }
  | { readonly type: 'cancel' }
  /** Payload as base64, at most 125 bytes (RFC 6455 section 5.5). */
  | { readonly type: 'ping'; readonly payload: string }
  /** `code` null sends a Close frame without one. */
  | { readonly type: 'close'; readonly code: number | null; readonly reason: string }
  /** So many bytes of batches have been stored. */
  | { readonly type: 'credit'; readonly bytes: number };

export type RelayToEngine =
  | { readonly type: 'handshake'; readonly event: HandshakeEvent }
  /** The closing handshake has begun. */
  | { readonly type: 'closing'; readonly at: number; readonly by: 'local' | 'remote' }
  /** Last message: comes after the last batch. */
  | { readonly type: 'closed'; readonly ending: Ending }
  /** The engine sent what the relay cannot read or carry out; the connection goes on. */
  | { readonly type: 'rejected'; readonly code: string; readonly message: string };

export const RELAY_PATH = '/api/relay';

/**
 * Batches under way without credit, bytes: two of the largest, one on its way while the other is stored. More makes a
 * flood of short messages no faster (one of long ones by a tenth), and lets it come in bursts that hold up the page, most
 * of all in its first half second.
 */
export const RELAY_WINDOW_BYTES = 2 * MAX_BATCH_BYTES;
