import * as v from 'valibot';
import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { findHeader } from '../../websocket/headerField.ts';
import { readAnswer, type Answer } from '../answer.ts';
import type { Recognition } from '../gateway.ts';

/** The envelope with its spaces (gateways.md 2.3): other frameworks use the same names, but not this spacing. */
const ENVELOPE = /^\s*\{ "statusCode": \d{3}, "message": "/;

/** Sentences that no one else has, in any spacing and around: a front may have written the JSON anew, or a policy XML. */
const OWN_WORDS =
  /due to (?:missing|invalid) subscription key|Invalid websocket upgrade request|Out of (?:call volume|bandwidth) quota\. Quota will be replenished|Rate limit is exceeded\. Try again in \d+ seconds?/i;

/** gateways.md 2.3: only API Management's own key check answers with this scheme. */
export function recogniseAnswer(record: HandshakeRecord): Recognition | null {
  const answer = readAnswer(record);
  if (answer === null) return null;
  const challenge = findHeader(answer.response.headers, 'WWW-Authenticate') ?? '';
  if (/\bAzureApiManagementKey\b/i.test(challenge)) {
    return { because: 'the answer asks for AzureApiManagementKey' };
  }
  if (isEnvelope(answer)) return { because: 'the answer has API Management’s statusCode envelope' };
  return OWN_WORDS.test(answer.text) ? { because: 'the answer has a sentence of API Management’s' } : null;
}

/** Whether the gateway itself wrote the answer, and not the service behind it. */
export function isEnvelope({ text, json, status }: Answer): boolean {
  return ENVELOPE.test(text) || hasActivity(json, status);
}

/** Discriminator 2 of gateways.md 2.3, where the members' order and spaces are another's. */
function hasActivity(json: unknown, status: number): boolean {
  return v.is(v.object({ statusCode: v.literal(status), message: v.string(), activityId: v.string() }), json);
}
