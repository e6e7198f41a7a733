import { randomBytes } from 'node:crypto';
import type { Confidence, Refusal } from '../server/answer.ts';

/** What API Connect answers itself: gateways.md 6.4 and 7b. `httpCode` is a string. */
export const IBM_REFUSALS = {
  unknownApi: () => compact('R', 404, 'Not Found', 'API not found for requested URI'),
  unknownResource: () => compact('R', 404, 'Not Found', 'No resources match requested URI'),
  wrongMethod: () =>
    compact('R', 405, 'Method Not Allowed', 'The method is not allowed for the requested URL'),
  /** One text for an id or secret that is missing and for one that is wrong. */
  badClient: () => compact('R', 401, 'Unauthorized', 'Invalid client id or secret.'),
  noPlan: () => compact('R', 403, 'Forbidden', 'Not registered to plan'),
  /** The only one that was captured with spaces in it. */
  rateLimited: () =>
    refusal(
      'R',
      429,
      'Too Many Requests',
      '{ "httpCode":"429", "httpMessage":"Too Many Requests", "moreInformation":"Rate Limit exceeded" }',
    ),
  /** Captured on the older gateway; the API Gateway's wording is not confirmed. */
  backendUnreachable: () =>
    compact('R', 500, 'Internal Server Error', 'Failed to establish a backside connection'),
  internalError: () => compact('R', 500, 'Internal Server Error', 'Internal Error'),
} as const;

function compact(confidence: Confidence, status: number, message: string, moreInformation: string): Refusal {
  const body = JSON.stringify({ httpCode: String(status), httpMessage: message, moreInformation });
  return refusal(confidence, status, message, body);
}

function refusal(confidence: Confidence, status: number, reasonPhrase: string, body: string): Refusal {
  return {
    status,
    reasonPhrase,
    headers: [
      ['x-global-transaction-id', randomBytes(16).toString('hex')],
      ['Content-Type', 'application/json'],
      ['Content-Length', String(Buffer.byteLength(body))],
    ],
    body,
    confidence,
    source: 'gateways.md 6.4, 7b',
  };
}
