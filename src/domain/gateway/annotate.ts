import type { Direction } from '../transcript/entry.ts';
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

export interface SentMessage {
  readonly direction: Direction;
  /** The message's text, or the beginning of it. */
  readonly preview: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

const ACK_ID = /"ackId"\s*:\s*"?(\d+)/;

/** How long the service took to answer the message of that `ackId`, ms; `null` when that is not among the rows given. */
export function answeredAfterMs(
  ackId: string,
  answeredAt: number,
  earlier: readonly SentMessage[],
): number | null {
  const asked = earlier.findLast(
    ({ direction, preview, time }) =>
      direction === 'sent' && time <= answeredAt && ACK_ID.exec(preview)?.[1] === ackId,
  );
  return asked === undefined ? null : answeredAt - asked.time;
}
