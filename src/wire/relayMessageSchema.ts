import * as v from 'valibot';
import { ConnectionRequestSchema } from './connectionRequestSchema.ts';
import { HandshakeEventSchema } from './handshakeEventSchema.ts';

/** A ping's 125 bytes (RFC 6455 section 5.5) take 168 characters of base64. */
const MAX_PING_BASE64_LENGTH = 168;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export const EngineToRelaySchema = v.variant('type', [
  v.object({ type: v.literal('dial'), request: ConnectionRequestSchema }),
  v.object({ type: v.literal('cancel') }),
  v.object({
    type: v.literal('ping'),
    payload: v.pipe(
      v.string(),
      v.maxLength(MAX_PING_BASE64_LENGTH, 'a ping carries at most 125 bytes.'),
      v.regex(BASE64, 'not base64.'),
    ),
  }),
  v.object({ type: v.literal('close'), code: v.nullable(v.number()), reason: v.string() }),
  v.object({
    type: v.literal('credit'),
    bytes: v.pipe(v.number(), v.integer('not a whole number.'), v.minValue(0, 'less than nothing.')),
  }),
]);

const EndingSchema = v.object({
  at: v.number(),
  closeCode: v.number(),
  reason: v.string(),
  wasClean: v.boolean(),
  by: v.picklist(['local', 'remote', 'protocol-error', 'network', 'companion']),
  detail: v.nullable(v.string()),
});

export const RelayToEngineSchema = v.variant('type', [
  v.object({ type: v.literal('handshake'), event: HandshakeEventSchema }),
  v.object({ type: v.literal('closing'), at: v.number(), by: v.picklist(['local', 'remote']) }),
  v.object({ type: v.literal('closed'), ending: EndingSchema }),
  v.object({ type: v.literal('rejected'), code: v.string(), message: v.string() }),
]);
