import type { AnswerRule, Seen } from '../answerRule.ts';
import { fixBy, type FixDraft } from '../fixAction.ts';
import { findHeader } from '../../websocket/headerField.ts';
import { asHeader, asParameter, findSent } from '../sentCredential.ts';
import { isOfService } from '../isOfService.ts';
import { findStaleToken, quoteTokens } from '../sentTokens.ts';
import { readEnvelope, type Envelope } from './envelope.ts';

/** A rule on what the envelope says (gateways.md 6.4). */
function envelopeRule(
  id: string,
  says: RegExp,
  title: string,
  fixes: AnswerRule['fixes'],
  source = 'gateways.md 6.4',
): AnswerRule {
  return {
    id,
    when: ({ record }) => says.test(readEnvelope(record)?.moreInformation ?? ''),
    quotes: ['x-global-transaction-id'],
    title,
    confidence: 'observed',
    fixes,
    source,
  };
}

/** Another place than the one that was tried comes first: id and secret are refused in one text, wherever they stand. */
function sendClient({ record }: Seen): readonly FixDraft[] {
  const asQuery = findSent(record, 'query', ['client_id', 'clientid', 'apikey', 'api_key']);
  const inHeader = findSent(record, 'header', ['X-IBM-Client-Id']);
  const others = [
    'If the API asks for the secret too, send both in the same place.',
    'Compare both with the app in the Developer Portal, and check that the API’s catalog is the app’s.',
  ];
  const header = asHeader(
    'X-IBM-Client-Id',
    asQuery,
    'Send the client ID as the header X-IBM-Client-Id, in the Companion transport: that is the usual place.',
  );
  const parameter = asParameter(
    'client_id',
    inHeader,
    'Send the client ID as client_id in the query, if the API’s security definition says “in: query”.',
  );
  if (inHeader !== null) return [...others.toReversed(), parameter];
  return asQuery === null ? [header, parameter, ...others] : [header, ...others];
}

const SUBSCRIBE =
  'In the Developer Portal, subscribe the app to a plan that includes this API, and wait until it is approved.';

/** gateways.md 6.5. */
const MAX_URL_BYTES = 16_384;

export const RULES: readonly AnswerRule[] = [
  envelopeRule(
    'ibm-invalid-client',
    /Invalid client id or secret/i,
    'API Connect received no client ID, or does not accept it or its secret.',
    sendClient,
    'gateways.md 7 row 19',
  ),
  envelopeRule(
    'ibm-client-unknown',
    /Client id not registered/i,
    'API Connect does not know this client ID.',
    [
      'Compare the client ID with the app in the Developer Portal, and check that the API’s catalog is the app’s.',
    ],
  ),
  envelopeRule(
    'ibm-no-plan',
    /Not registered to plan|registration not active for plan/i,
    'The app has no active subscription to a plan with this API.',
    [SUBSCRIBE],
    'gateways.md 7 row 20',
  ),
  envelopeRule(
    'ibm-api-not-found',
    /API not found for requested URI/i,
    'API Connect has no API at this organisation, catalog and base path.',
    [
      'Compare /{organisation}/{catalog}/{base path} with the API’s endpoint in the Developer Portal; a catalog with an endpoint of its own may leave the first two out.',
      'Check that the API is published to this catalog and lists the scheme wss.',
    ],
    'gateways.md 7 row 21',
  ),
  envelopeRule(
    'ibm-path-not-found',
    /No resources match requested URI/i,
    'The API is there, but has no such path.',
    ['Compare the part of the path behind the API’s base path with the paths that the API defines.'],
    'gateways.md 7 row 21',
  ),
  envelopeRule('ibm-method', /method is not allowed/i, 'The API does not allow GET at this path.', [
    'Define GET for the path, and allow it on the HTTP(S) front handler: an opening handshake is a GET.',
  ]),
  envelopeRule('ibm-rate-limit', /Rate Limit exceeded/i, 'The plan’s rate limit is exceeded.', [
    'Wait and connect again.',
    'Have the plan’s rate limit raised.',
  ]),
  envelopeRule(
    'ibm-backend-failed',
    /Failed to establish a backside connection/i,
    'The gateway could not connect to the service behind it.',
    [
      'Check target-url in the websocket-upgrade policy: it begins with http:// or https://, not ws://.',
      'Check that the gateway reaches the service, and its TLS profile.',
    ],
  ),
  envelopeRule('ibm-internal', /^Internal Error\.?$/i, 'The API’s assembly failed.', [
    'Look the transaction id up in the gateway’s log.',
  ]),
  {
    id: 'ibm-token-refused',
    status: [401],
    when: ({ answer, record }) =>
      /^Bearer\b/i.test(findHeader(answer.response.headers, 'WWW-Authenticate') ?? '') ||
      (readEnvelope(record) !== null && /\btoken\b/i.test(readEnvelope(record)?.moreInformation ?? '')),
    quotes: ['WWW-Authenticate', 'x-global-transaction-id'],
    evidence: ({ record }) => quoteTokens(record),
    title: ({ record }) =>
      findStaleToken(record)?.problem === 'expired'
        ? 'API Connect refused the access token, which had expired before this attempt.'
        : 'API Connect’s OAuth security refused the access token, or found none.',
    confidence: 'inferred',
    fixes: [
      'Get a new token from the API’s OAuth provider, with the scopes that the API asks for.',
      fixBy(
        { kind: 'add-header', name: 'Authorization' },
        'Send it as Authorization: Bearer and the token, in the Companion transport; browsers cannot send it.',
      ),
    ],
    source: 'gateways.md 6.4',
  },
  {
    id: 'ibm-refused',
    when: ({ record }) => readEnvelope(record) !== null,
    quotes: ['x-global-transaction-id'],
    title: ({ record }) => describeEnvelope(readEnvelope(record)),
    confidence: 'observed',
    fixes: ['Look the transaction id up in the gateway’s log.'],
    source: 'gateways.md 6.4',
  },
  {
    id: 'ibm-upgrade-not-enabled',
    when: ({ answer }) =>
      answer.status === 200 || (answer.isHtml && answer.status >= 400 && answer.status < 500),
    quotes: ['Content-Type', 'x-global-transaction-id'],
    title: 'The gateway treated the handshake as an ordinary HTTP request.',
    confidence: 'documented',
    fixes: [
      'Switch “Allow WebSocket upgrade” (websocket-upgrade) on in the HTTP(S) front handler: it is off by default. GET and HTTP/1.1 must be allowed too.',
      'Where a GatewayScript sets the status to 101: a firmware with APAR IT35242 sends 200 instead. Take the fix pack, or use the websocket-upgrade policy.',
    ],
    source: 'gateways.md 7 row 22',
  },
  {
    // What a longer one is answered is not documented.
    id: 'ibm-url-too-long',
    status: [400, 403, 413, 414, 431],
    when: ({ url }) => url.href.length > MAX_URL_BYTES,
    evidence: ({ url }) => [{ where: 'URL', quote: `${url.href.length} bytes` }],
    title: 'The URL is longer than the 16,384 bytes that DataPower takes.',
    confidence: 'inferred',
    fixes: [
      'Shorten the query: a token in it is the usual cause. Send it as a header in the Companion transport.',
    ],
    source: 'gateways.md 6.5',
  },
  {
    // In nobody's envelope: what the assembly or the service behind it said.
    id: 'ibm-backend-refused',
    when: ({ answer }) => isOfService(answer.status),
    quotes: ['x-global-transaction-id'],
    title: ({ answer }) =>
      `The service behind API Connect probably answered ${answer.status} to the upgrade: this is not the gateway’s envelope.`,
    confidence: 'inferred',
    fixes: [
      'Connect to the service without the gateway, and compare.',
      'Check target-url in the websocket-upgrade policy: its path must be the WebSocket endpoint’s own.',
      'Check parameter-control in the policy: by default it passes no query parameter on, so that a token in the query does not reach the service.',
    ],
    source: 'gateways.md 6.2 and 6.4',
  },
];

function describeEnvelope(envelope: Envelope | null): string {
  return envelope === null || envelope.moreInformation === ''
    ? 'API Connect refused without saying why.'
    : `API Connect refused: ${envelope.moreInformation}`;
}
