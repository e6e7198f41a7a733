import { randomUUID } from 'node:crypto';
import type { Call } from '../server/call.ts';
import type { AnswerHeader, Confidence, Refusal } from '../server/answer.ts';

const RETRY_AFTER_S = 57;

/** What API Management answers itself: gateways.md 2.3 and 7b. */
export const APIM_REFUSALS = {
  unknownPath: () => refusal('R', 404, 'Not Found', '"Resource not found"'),
  /** Captured; its place before the key is the emulator's (gateways.md 2.3, evaluation order). */
  notAnUpgrade: () => refusal('R', 400, 'Bad Request', '"Invalid websocket upgrade request"'),
  missingKey: (call: Call, headerName: string) =>
    refusal(
      'R',
      401,
      // K: the captured answers have this phrase, clients ignore it.
      'Access Denied',
      '"Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API."',
      [keyChallenge(call, headerName)],
    ),
  /** One body for a key that is unknown, suspended, or of another product. */
  invalidKey: (call: Call, headerName: string) =>
    refusal(
      'R',
      401,
      'Access Denied',
      '"Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription."',
      [keyChallenge(call, headerName)],
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
  outOfBandwidth: () =>
    refusal('I', 403, 'Forbidden', '"Out of bandwidth quota. Quota will be replenished in 12:34:56."'),
  /** Of ip-filter: for a caller on the block list, for one not on the allow list, and for one whose address is unclear. */
  addressFiltered: () => refusal('K', 403, 'Forbidden', '"Forbidden"'),
  /** Of validate-jwt, whatever is the matter with the token. The status is the policy's default. */
  jwtRefused: () => refusal('?', 401, 'Unauthorized', '"Unauthorized"'),
  /** Of check-header: status and text are the policy's own; the envelope is inferred. */
  headerMissing: () => refusal('I', 403, 'Forbidden', '"Header X-Client is required."'),
  headerValueNotAllowed: () => refusal('I', 403, 'Forbidden', '"Header X-Client is not one of ours."'),
  /** Nothing is documented about a unit that has all the connections it takes. */
  connectionLimit: () => refusal('?', 503, 'Service Unavailable', '"Service unavailable"'),
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

/** `https:` whatever the emulator speaks, because that is how the gateway writes it; the name is the header's in force. */
function keyChallenge({ host, path }: Call, headerName: string): AnswerHeader {
  const realm = `https://${host}${path}`;
  return ['WWW-Authenticate', `AzureApiManagementKey realm="${realm}",name="${headerName}",type="header"`];
}
