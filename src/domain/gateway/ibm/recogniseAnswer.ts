import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import type { Recognition } from '../gateway.ts';
import { readEnvelope } from './envelope.ts';

/** gateways.md 6.4: the envelope with `httpCode` is API Connect's. */
export function recogniseAnswer(record: HandshakeRecord): Recognition | null {
  return readEnvelope(record) === null ? null : { because: 'the answer has API Connect’s httpCode envelope' };
}
