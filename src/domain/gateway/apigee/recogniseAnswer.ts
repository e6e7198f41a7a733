import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import type { Recognition } from '../gateway.ts';
import { readFault } from './fault.ts';

/** gateways.md 4.3: the fault envelope with its error code is Apigee's. */
export function recogniseAnswer(record: HandshakeRecord): Recognition | null {
  return readFault(record) === null ? null : { because: 'the answer is an Apigee fault' };
}
