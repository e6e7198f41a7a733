import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import type { Expectation } from '#domain/expectation/expectation.ts';
import type { GatewayId } from '#domain/gateway/gatewayId.ts';
import type { NamedMessage } from '#domain/expectation/awaitedSaved.ts';

/** One thing to check, with every secret filled in. */
export interface CheckTarget {
  /** The profile's name; `null` for a URL. */
  readonly name: string | null;
  readonly request: ConnectionRequest;
  readonly gateway: GatewayId | 'auto';
  /** The message to send once open; its `name` where it is a saved one. */
  readonly message: { readonly name: string | null; readonly message: OutgoingMessage } | null;
  /** What the profile expects. */
  readonly expectations: readonly Expectation[];
  /** The saved messages that these wait for an answer to, in their order. */
  readonly awaitedMessages: readonly NamedMessage[];
  /** Names of parameters and headers whose values were filled in. */
  readonly secretNames: readonly string[];
  /** Everything that may not be seen in the output. */
  readonly secrets: readonly string[];
}
