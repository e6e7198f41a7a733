import * as v from 'valibot';
import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { findHeader } from '../../websocket/headerField.ts';
import { readAnswer } from '../answer.ts';
import { readXmlElement } from '../readXmlElement.ts';

/** An Apigee fault (gateways.md 4.3). */
export interface Fault {
  readonly faultstring: string;
  /** For example `steps.oauth.v2.FailedToResolveAPIKey`. */
  readonly errorcode: string;
  /** Apigee X adds one to target faults, for example `TARGET_CONNECT_TIMEOUT`. */
  readonly reason: string | null;
}

const FaultBody = v.object({
  fault: v.object({
    faultstring: v.optional(v.string(), ''),
    detail: v.object({ errorcode: v.string(), reason: v.nullish(v.string()) }),
  }),
});

export function readFault(record: HandshakeRecord): Fault | null {
  const answer = readAnswer(record);
  if (answer === null) return null;
  const parsed = v.safeParse(FaultBody, answer.json);
  if (parsed.success) {
    const { faultstring, detail } = parsed.output.fault;
    return { faultstring, errorcode: detail.errorcode, reason: detail.reason ?? null };
  }
  return (
    readXmlFault(answer.text) ?? readChallenge(findHeader(answer.response.headers, 'WWW-Authenticate') ?? '')
  );
}

/** The same envelope, where the proxy answers in XML. */
function readXmlFault(text: string): Fault | null {
  if (!/<fault\b/i.test(text)) return null;
  const errorcode = readXmlElement(text, 'errorcode');
  if (errorcode === null) return null;
  return {
    faultstring: readXmlElement(text, 'faultstring') ?? '',
    errorcode,
    reason: readXmlElement(text, 'reason'),
  };
}

/** OAuthV2 repeats its fault in the challenge, which stays where the proxy's author has written a body of their own. */
function readChallenge(challenge: string): Fault | null {
  const [, errorcode, faultstring] =
    /error_description="((?:keymanagement\.service|(?:steps\.)?oauth\.v2)\.[\w-]+)(?::\s*([^"]*))?"/.exec(
      challenge,
    ) ?? [];
  return errorcode === undefined ? null : { faultstring: faultstring ?? '', errorcode, reason: null };
}
