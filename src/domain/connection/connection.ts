import type { HandshakeRecord, HandshakeStep, HandshakeOutcome } from '../handshake/handshakeRecord.ts';

/**
 * One connection of a profile: its phase, and the record of its latest handshake, which stays until the next attempt.
 * Times are milliseconds since the epoch.
 */
export interface Connection {
  readonly phase: ConnectionPhase;
  readonly record: HandshakeRecord | null;
}

export type ConnectionPhase =
  /** `cancelled` says where the latest attempt was stopped by the person; `null` when there was none. */
  | { readonly kind: 'idle'; readonly cancelled: Cancellation | null }
  | { readonly kind: 'connecting'; readonly startedAt: number; readonly step: HandshakeStep | null }
  | { readonly kind: 'open'; readonly opened: Opened }
  | { readonly kind: 'closing'; readonly opened: Opened; readonly since: number; readonly by: ClosingPeer }
  | { readonly kind: 'closed'; readonly opened: Opened; readonly ending: Ending }
  | {
      readonly kind: 'failed';
      readonly at: number;
      readonly outcome: Extract<HandshakeOutcome, { kind: 'refused' | 'failed' }>;
    };

export interface Cancellation {
  readonly step: HandshakeStep | null;
  readonly afterMs: number;
}

export interface Opened {
  readonly at: number;
  readonly subprotocol: string | null;
  readonly extensions: string | null;
}

/** Whose Close frame came first. */
export type ClosingPeer = 'local' | 'remote';

/** How an open connection ended. */
export interface Ending {
  readonly at: number;
  /** RFC 6455 section 7.4; 1005 and 1006 stand for "no code in the Close frame" and "no Close frame". */
  readonly closeCode: number;
  readonly reason: string;
  readonly wasClean: boolean;
  /**
   * `protocol-error`: this side, because the peer broke a rule (RFC 6455 section 7.1.7). `network`: the TCP or TLS connection
   * ended without a closing handshake. `companion`: the relay itself was lost.
   */
  readonly by: ClosingPeer | 'protocol-error' | 'network' | 'companion';
  /** Why, when the companion or the engine knows more than the code, for example a protocol error it found. */
  readonly detail: string | null;
}

export const IDLE_CONNECTION: Connection = { phase: { kind: 'idle', cancelled: null }, record: null };
