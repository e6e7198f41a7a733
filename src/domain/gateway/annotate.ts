import type { Annotation } from './annotation.ts';
import type { GatewayId } from './gatewayId.ts';
import { GATEWAYS } from './gateways.ts';
import { annotate as annotateWebPubSub } from './webpubsub/annotate.ts';

export interface AnnotationContext {
  readonly gateway: GatewayId;
  /** The subprotocol selected; `null` for none. */
  readonly subprotocol: string | null;
}

/** What a received text message means, when the gateway itself wrote it; `null` for the service's own messages. */
export function annotate(text: string, { gateway, subprotocol }: AnnotationContext): Annotation | null {
  // Whatever the host is called, this subprotocol's envelopes are the service's.
  if (subprotocol?.endsWith('.webpubsub.azure.v1') === true) return annotateWebPubSub(text);
  return GATEWAYS[gateway].annotate(text);
}
