import { randomUUID } from 'node:crypto';
import type { Call } from '../server/call.ts';
import type { AnswerHeader, Confidence, Refusal } from '../server/answer.ts';

const RETRY_AFTER_S = 57;

/** What API Management answers itself: gateways.md 2.3 and 7b. */
export const APIM_REFUSALS = {
  unknownPath: () => refusal('R', 404, 'Not Found', '"Resource not found"'),
  /** Captured; its place before the key is the emulator's (gateways.md 2.3, evaluation order). */
  notAnUpgrade: () => refusal('R', 400, 'Bad Request', '"Invalid websocket upgrade request"'),
  missingKey: (call: Call) =>
    refusal(
      'R',
      401,
      // K: the captured answers have this phrase, clients ignore it.
      'Access Denied',
      '"Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API."',
      [keyChallenge(call)],
    ),
  /** One body for a key that is unknown, suspended, or of another product. */
  invalidKey: (call: Call) =>
    refusal(
      'R',
      401,
      'Access Denied',
      '"Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription."',
      [keyChallenge(call)],
    ),
  rateLimited: () =>
    refusal(
      'R',
      429,
      'Too Many Requests',
      `"Rate limit is exceeded. Try again in ${RETRY_AFTER_S} seconds."`,
      [['Retry-After', String(RETRY_AFTER_S)]],
    ),
  /** The message is documented, its envelope is inferred. */
  outOfCalls: () =>
    refusal('I', 403, 'Forbidden', '"Out of call volume quota. Quota will be replenished in 12:34:56."'),
  backendUnreachable: () =>
    refusal('R', 500, 'Internal Server Error', `"Internal server error", "activityId": "${randomUUID()}"`),
} as const;

/** The envelope is one line, with its spaces just so; `message` is JSON already and may bring more members. */
function refusal(
  confidence: Confidence,
  status: number,
  reasonPhrase: string,
  message: string,
  extraHeaders: readonly AnswerHeader[] = [],
): Refusal {
  const body = `{ "statusCode": ${status}, "message": ${message} }`;
  const headers: AnswerHeader[] = [
    ['Content-Length', String(Buffer.byteLength(body))],
    ['Content-Type', 'application/json'],
    ...extraHeaders,
  ];
  return { status, reasonPhrase, headers, body, confidence, source: 'gateways.md 2.3, 7b' };
}

/** `https:` whatever the emulator speaks, because that is how the gateway writes it. */
function keyChallenge({ host, path }: Call): AnswerHeader {
  const realm = `https://${host}${path}`;
  return [
    'WWW-Authenticate',
    `AzureApiManagementKey realm="${realm}",name="Ocp-Apim-Subscription-Key",type="header"`,
  ];
}
