import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { findHeader } from '../../websocket/headerField.ts';
import { readAnswer } from '../answer.ts';
import type { Recognition } from '../gateway.ts';

/** gateways.md 5.1: api id, region, and the domain of China's regions. */
const EXECUTE_API_HOST = /^[a-z0-9]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/;

export function recognise(url: URL): Recognition | null {
  return EXECUTE_API_HOST.test(url.hostname) ? { because: 'the host is an execute-api endpoint' } : null;
}

/** gateways.md 5.3: headers of every refusal captured on execute-api. */
export function recogniseAnswer(record: HandshakeRecord): Recognition | null {
  const headers = readAnswer(record)?.response.headers ?? [];
  const sign = ['x-amzn-ErrorType', 'x-amz-apigw-id'].find((name) => findHeader(headers, name) !== null);
  return sign === undefined ? null : { because: `the answer has the header ${sign}` };
}
