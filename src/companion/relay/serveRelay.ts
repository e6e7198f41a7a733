import type { WebSocket } from 'ws';
import type { DialOptions } from '../handshake/dial.ts';
import { RELAY_LIMITS, type RelayLimits } from './limits.ts';
import { RelaySession } from './relaySession.ts';

export interface RelayOptions extends Pick<DialOptions, 'policy' | 'userAgent' | 'lookup'> {
  readonly limits?: Partial<RelayLimits>;
  /** The waits of the handshake that no profile sets. */
  readonly attemptLimits?: DialOptions['limits'];
}

/** Serves one relay connection over the page's WebSocket, until either side has gone. */
export function serveRelay(webSocket: WebSocket, options: RelayOptions = {}): void {
  const { limits, attemptLimits, ...dialOptions } = options;
  const session = new RelaySession(
    webSocket,
    { ...dialOptions, ...(attemptLimits === undefined ? {} : { limits: attemptLimits }) },
    { ...RELAY_LIMITS, ...limits },
  );
  session.start();
}
