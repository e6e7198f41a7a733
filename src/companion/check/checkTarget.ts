import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import type { GatewayId } from '#domain/gateway/gatewayId.ts';

/** One thing to check, with every secret filled in. */
export interface CheckTarget {
  /** The profile's name; `null` for a URL. */
  readonly name: string | null;
  readonly request: ConnectionRequest;
  readonly gateway: GatewayId | 'auto';
  /** The message to send once open. */
  readonly message: OutgoingMessage | null;
  /** Names of parameters and headers whose values were filled in. */
  readonly secretNames: readonly string[];
  /** Everything that may not be seen in the output. */
  readonly secrets: readonly string[];
}
