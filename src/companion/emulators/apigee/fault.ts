import { STATUS_CODES } from 'node:http';
import type { AnswerHeader, Confidence, Refusal } from '../server/answer.ts';

export interface FaultExtras {
  readonly reason?: string;
  readonly headers?: readonly AnswerHeader[];
}

/** The envelope of what Apigee answers itself: gateways.md 4.3 and 7b. */
export function fault(
  confidence: Confidence,
  status: number,
  faultstring: string,
  errorcode: string,
  { reason, headers = [] }: FaultExtras = {},
): Refusal {
  const detail = reason === undefined ? { errorcode } : { errorcode, reason };
  const body = escapeSlashes(JSON.stringify({ fault: { faultstring, detail } }));
  return {
    status,
    reasonPhrase: STATUS_CODES[status] ?? '',
    headers: [
      ['Content-Type', 'application/json'],
      ['Content-Length', String(Buffer.byteLength(body))],
      ...headers,
    ],
    body,
    confidence,
    source: 'gateways.md 4.3, 7b',
  };
}

/** The header was captured on one deployment; the fault itself is documented where `confidence` says so. */
export function tokenFault(confidence: Confidence, faultstring: string, errorcode: string): Refusal {
  const challenge = `Bearer realm="null",error="invalid_token",error_description="${errorcode}: ${faultstring}"`;
  return fault(confidence, 401, faultstring, errorcode, { headers: [['WWW-Authenticate', challenge]] });
}

/** Apigee writes `/` as `\/`, which JSON allows. */
function escapeSlashes(json: string): string {
  return json.replaceAll('/', '\\/');
}
