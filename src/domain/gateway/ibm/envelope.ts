import * as v from 'valibot';
import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { readAnswer } from '../answer.ts';
import { readXmlElement } from '../readXmlElement.ts';

/** API Connect's refusal (gateways.md 6.4). */
export interface Envelope {
  readonly httpCode: string;
  readonly moreInformation: string;
}

/** `httpCode` is a string; a front that writes the JSON anew may make a number of it. */
const JsonEnvelope = v.object({
  httpCode: v.union([v.string(), v.pipe(v.number(), v.transform(String))]),
  moreInformation: v.optional(v.nullable(v.string()), ''),
});

/** Reads the JSON form, or the XML form that some gateways give when `Accept` does not ask for JSON. */
export function readEnvelope(record: HandshakeRecord): Envelope | null {
  const answer = readAnswer(record);
  if (answer === null) return null;
  const parsed = v.safeParse(JsonEnvelope, answer.json);
  if (parsed.success) {
    const { httpCode, moreInformation } = parsed.output;
    return { httpCode, moreInformation: (moreInformation ?? '').trim() };
  }
  const httpCode = /<errorResponse\b/.test(answer.text) ? readXmlElement(answer.text, 'httpCode') : null;
  if (httpCode === null) return null;
  return { httpCode, moreInformation: readXmlElement(answer.text, 'moreInformation') ?? '' };
}
