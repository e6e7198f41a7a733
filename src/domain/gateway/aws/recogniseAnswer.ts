import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { findHeader } from '../../websocket/headerField.ts';
import { readAnswer } from '../answer.ts';
import type { Recognition } from '../gateway.ts';

/** gateways.md 5.3: headers of every refusal captured on execute-api. */
export function recogniseAnswer(record: HandshakeRecord): Recognition | null {
  const headers = readAnswer(record)?.response.headers ?? [];
  const sign = ['x-amzn-ErrorType', 'x-amz-apigw-id'].find((name) => findHeader(headers, name) !== null);
  return sign === undefined ? null : { because: `the answer has the header ${sign}` };
}
