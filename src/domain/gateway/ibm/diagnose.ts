import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import type { Finding } from '../gateway.ts';

export function diagnose(_record: HandshakeRecord): readonly Finding[] {
  return [];
}
