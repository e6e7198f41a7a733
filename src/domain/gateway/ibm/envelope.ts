import * as v from 'valibot';
import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { readAnswer } from '../answer.ts';

/** API Connect's refusal (gateways.md 6.4). */
export interface Envelope {
  readonly httpCode: string;
  readonly moreInformation: string;
}

const JsonEnvelope = v.object({ httpCode: v.string(), moreInformation: v.optional(v.string(), '') });
const XML_CODE = /<errorResponse\b[^>]*>\s*<httpCode>(?<code>[^<]*)<\/httpCode>/;
const XML_INFORMATION = /<moreInformation>(?<text>[^<]*)<\/moreInformation>/;

/** Reads the JSON form, or the XML form that some gateways give when `Accept` does not ask for JSON. */
export function readEnvelope(record: HandshakeRecord): Envelope | null {
  const answer = readAnswer(record);
  if (answer === null) return null;
  const parsed = v.safeParse(JsonEnvelope, answer.json);
  if (parsed.success) return parsed.output;
  const httpCode = XML_CODE.exec(answer.text)?.groups?.['code'];
  if (httpCode === undefined) return null;
  return { httpCode, moreInformation: XML_INFORMATION.exec(answer.text)?.groups?.['text'] ?? '' };
}
