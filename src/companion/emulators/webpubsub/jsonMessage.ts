import { isLosslessNumber, type LosslessNumber, parse } from 'lossless-json';
import * as v from 'valibot';

const MAX_UINT64 = 2n ** 64n - 1n;

const uint64 = v.custom<LosslessNumber>(
  (value) => isLosslessNumber(value) && /^\d+$/.test(value.value) && BigInt(value.value) <= MAX_UINT64,
);
const ackId = v.optional(uint64);
const payload = { dataType: v.optional(v.picklist(['text', 'json', 'binary']), 'json'), data: v.unknown() };

/** What a client of the JSON subprotocols may say (gateways.md 3.4). */
const CLIENT_MESSAGE = v.variant('type', [
  v.object({ type: v.literal('joinGroup'), group: v.string(), ackId }),
  v.object({ type: v.literal('leaveGroup'), group: v.string(), ackId }),
  v.object({
    type: v.literal('sendToGroup'),
    group: v.string(),
    ackId,
    noEcho: v.optional(v.boolean(), false),
    ...payload,
  }),
  v.object({ type: v.literal('event'), event: v.string(), ackId, ...payload }),
  v.object({ type: v.literal('sequenceAck'), sequenceId: uint64 }),
  v.object({ type: v.literal('ping') }),
]);
export type ClientMessage = v.InferOutput<typeof CLIENT_MESSAGE>;

/** Numbers are kept digit by digit: an `ackId` may need 64 bits, and a group receives exactly what was sent. */
export function readClientMessage(text: string): ClientMessage | null {
  try {
    const message = v.safeParse(CLIENT_MESSAGE, parse(text));
    return message.success && dataFitsItsType(message.output) ? message.output : null;
  } catch {
    // No JSON at all is as malformed as the wrong JSON.
    return null;
  }
}

/** Text and binary data are JSON strings; JSON data is anything. */
function dataFitsItsType(message: ClientMessage): boolean {
  return !('dataType' in message) || message.dataType === 'json' || typeof message.data === 'string';
}
