import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { findHeader } from '../../websocket/headerField.ts';
import { readAnswer } from '../answer.ts';
import type { Recognition } from '../gateway.ts';
import { recogniseHost } from '../recogniseHost.ts';

/** gateways.md 2.1. A custom hostname says nothing: then the answer may. */
export function recognise(url: URL): Recognition | null {
  return recogniseHost(url, '.azure-api.net');
}

/** The envelope with its spaces (gateways.md 2.3): other frameworks use the same names, but not this spacing. */
const ENVELOPE = /^\{ "statusCode": \d{3}, "message": "/;

/** gateways.md 2.3: only API Management's own key check answers with this scheme. */
export function recogniseAnswer(record: HandshakeRecord): Recognition | null {
  const answer = readAnswer(record);
  if (answer === null) return null;
  const challenge = findHeader(answer.response.headers, 'WWW-Authenticate') ?? '';
  if (/\bAzureApiManagementKey\b/i.test(challenge)) {
    return { because: 'the answer asks for AzureApiManagementKey' };
  }
  return ENVELOPE.test(answer.text)
    ? { because: 'the answer has API Management’s statusCode envelope' }
    : null;
}
