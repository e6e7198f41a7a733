import type { HandshakeEvent } from '../handshake/handshakeEvent.ts';
import type { ClosingPeer, Ending } from './connection.ts';

/** Everything that can happen to a connection. Both transports speak this, and nothing else, to the page. */
export type ConnectionEvent =
  | { readonly type: 'handshake'; readonly event: HandshakeEvent }
  | { readonly type: 'closing'; readonly at: number; readonly by: ClosingPeer }
  | { readonly type: 'closed'; readonly ending: Ending };
