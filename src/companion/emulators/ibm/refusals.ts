import { randomBytes } from 'node:crypto';
import type { Confidence, Refusal } from '../server/answer.ts';
import { type Call, headerOf } from '../server/call.ts';

/** What API Connect answers itself: gateways.md 6.4 and 7b. `httpCode` is a string. */
export const IBM_REFUSALS = {
  unknownApi: (call: Call) => refusal('R', 404, 'Not Found', 'API not found for requested URI', call),
  unknownResource: (call: Call) => refusal('R', 404, 'Not Found', 'No resources match requested URI', call),
  wrongMethod: (call: Call) =>
    refusal('R', 405, 'Method Not Allowed', 'The method is not allowed for the requested URL', call),
  /** One text for an id or secret that is missing and for one that is wrong. */
  badClient: (call: Call) => refusal('R', 401, 'Unauthorized', 'Invalid client id or secret.', call),
  /** Of the older gateway. */
  unknownClient: (call: Call) => refusal('R', 401, 'Unauthorized', 'Client id not registered.', call),
  noPlan: (call: Call) => refusal('R', 403, 'Forbidden', 'Not registered to plan', call),
  /** The same before the fix IT33727. */
  noPlanBeforeFix: (call: Call) => refusal('R', 401, 'Unauthorized', 'Not registered to plan', call),
  /** The sentence is the log's: what the client is told is not on record. */
  planNotActive: (call: Call) => refusal('?', 403, 'Forbidden', 'registration not active for plan', call),
  /** Text and challenge vary; both are the emulator's. */
  badToken: (call: Call): Refusal => {
    const { headers, ...rest } = refusal('?', 401, 'Unauthorized', 'Invalid access token.', call);
    return { ...rest, headers: [...headers, ['WWW-Authenticate', 'Bearer error="invalid_token"']] };
  },
  /** The only one that was captured with spaces in its JSON. */
  rateLimited: (call: Call) =>
    refusal('R', 429, 'Too Many Requests', 'Rate Limit exceeded', call, spacedJson),
  /** Captured on the older gateway; the API Gateway's wording is not confirmed. */
  backendUnreachable: (call: Call) =>
    refusal('R', 500, 'Internal Server Error', 'Failed to establish a backside connection', call),
  internalError: (call: Call) => refusal('R', 500, 'Internal Server Error', 'Internal Error', call),
} as const;

type Envelope = (status: number, httpMessage: string, moreInformation: string) => string;

const compactJson: Envelope = (status, httpMessage, moreInformation) =>
  JSON.stringify({ httpCode: String(status), httpMessage, moreInformation });

const spacedJson: Envelope = (status, httpMessage, moreInformation) =>
  `{ "httpCode":"${status}", "httpMessage":"${httpMessage}", "moreInformation":"${moreInformation}" }`;

/** For a client whose `Accept` has no place for JSON. None of our sentences needs escaping. */
const xml: Envelope = (status, httpMessage, moreInformation) =>
  `<errorResponse><httpCode>${status}</httpCode><httpMessage>${httpMessage}</httpMessage><moreInformation>${moreInformation}</moreInformation></errorResponse>`;

function refusal(
  confidence: Confidence,
  status: number,
  reasonPhrase: string,
  moreInformation: string,
  call: Call,
  json: Envelope = compactJson,
): Refusal {
  const isJson = takesJson(call);
  const body = (isJson ? json : xml)(status, reasonPhrase, moreInformation);
  return {
    status,
    reasonPhrase,
    headers: [
      ['x-global-transaction-id', randomBytes(16).toString('hex')],
      ['Content-Type', isJson ? 'application/json' : 'application/xml'],
      ['Content-Length', String(Buffer.byteLength(body))],
    ],
    body,
    confidence,
    source: 'gateways.md 6.4, 7b',
  };
}

/** No `Accept` at all, which is how WebSocket clients ask, takes anything (RFC 9110 section 12.5.1). */
function takesJson(call: Call): boolean {
  return /json|\*\/\*|application\/\*/i.test(headerOf(call, 'Accept') ?? '*/*');
}
