import type { Seen } from '../answerRule.ts';
import { fixBy, type FixDraft } from '../fixAction.ts';
import { asHeader, asParameter, findSent } from '../sentCredential.ts';
import { faultRule } from './faultRule.ts';
import type { Fault } from './fault.ts';

const NEW_TOKEN = 'Get a new token, and let the client fetch one right before it connects.';

/** Faults about keys and tokens (gateways.md 4.3; section 7 rows 7 to 9). */
export const CREDENTIAL_RULES = [
  faultRule({
    id: 'apigee-key-missing',
    code: /^FailedToResolveAPIKey$/i,
    title: (fault) => `Apigee found no API key in ${describePlace(fault)}.`,
    fixes: sendKeyWhereItIsRead,
    source: 'gateways.md 7 row 7',
  }),
  faultRule({
    id: 'apigee-key-unknown',
    code: /^InvalidApiKey$/i,
    title: 'Apigee does not know this API key.',
    fixes: [
      'Compare the key with the one in Apigee under Apps, Credentials.',
      'Check that the app is in this organisation: a key of another one is unknown here.',
    ],
  }),
  faultRule({
    id: 'apigee-key-other-product',
    code: /^InvalidApiKeyForGivenResource$/i,
    title: 'The API key is valid, but its product does not include this API.',
    fixes: [
      'Add this proxy, this environment and this path to the API product of the key. The path /** covers all; / covers the root alone.',
      'Check that the app and its product are approved, not pending.',
    ],
    source: 'gateways.md 7 row 8',
  }),
  faultRule({
    id: 'apigee-key-expired',
    code: /^consumer_key_expired$/i,
    title: 'The API key has expired.',
    fixes: ['Issue a new key in Apigee under Apps, Credentials.'],
  }),
  faultRule({
    id: 'apigee-key-not-approved',
    code: /^(?:ApiKeyNotApproved|consumer_key_.+)$/i,
    title: 'The API key has been revoked or is not approved.',
    fixes: ['Approve the key in Apigee under Apps, Credentials, or use one that is approved.'],
  }),
  faultRule({
    id: 'apigee-app-not-approved',
    code: /^invalid_client-app_not_approved$/i,
    title: 'The app that the key belongs to is not approved.',
    fixes: ['Approve the app in Apigee under Apps.'],
  }),
  faultRule({
    id: 'apigee-developer-inactive',
    code: /^(?:Developer|Company)StatusNotActive$/i,
    title: 'The developer or company that the key belongs to is not active.',
    fixes: ['Activate the developer or company in Apigee, or use a key of one that is active.'],
  }),
  faultRule({
    id: 'apigee-token-expired',
    code: /^access_token_expired$/i,
    title: 'The access token has expired.',
    fixes: [NEW_TOKEN],
    source: 'gateways.md 7 row 9',
  }),
  faultRule({
    id: 'apigee-token-missing',
    code: /^InvalidAccessToken$/i,
    title: 'Apigee found no access token where the proxy looks.',
    fixes: [
      fixBy(
        { kind: 'add-header', name: 'Authorization' },
        'Send Authorization: Bearer and the token, in the Companion transport: that is where OAuthV2 looks by default.',
      ),
      'For browser clients, set AccessToken in the OAuthV2 policy to request.queryparam.access_token, and send that parameter.',
    ],
  }),
  faultRule({
    id: 'apigee-token-unknown',
    code: /^invalid_access_token$/i,
    title: 'Apigee does not know this access token, or it was revoked.',
    fixes: [NEW_TOKEN, 'Check that the token was issued by this organisation and environment.'],
  }),
  faultRule({
    id: 'apigee-token-not-approved',
    code: /^access_token_not_approved$/i,
    title: 'The access token is not approved.',
    fixes: [NEW_TOKEN],
  }),
  faultRule({
    id: 'apigee-token-other-product',
    code: /^InvalidAPICallAsNoApiProductMatchFound$/i,
    title: 'No API product of the access token includes this call.',
    fixes: [
      'Add this proxy, this environment and this path to an API product of the app that got the token.',
    ],
  }),
  faultRule({
    id: 'apigee-token-other-resource',
    code: /^apiresource_doesnot_exist$/i,
    title: 'The path is not among the resources of the token’s API product.',
    fixes: ['Add the path to the API product; /** covers all.'],
  }),
  faultRule({
    id: 'apigee-scope-missing',
    code: /^InsufficientScope$/i,
    title: 'The access token lacks a scope that the proxy asks for.',
    fixes: ['Get a token with the scope that the OAuthV2 policy lists.'],
  }),
];

/** The fault names the variable that the proxy reads (gateways.md 4.2). */
function readPlace({ faultstring }: Fault): { kind: string; name: string } | null {
  const [, kind, name] = /\brequest\.(queryparam|header)\.(\S+)/.exec(faultstring) ?? [];
  return kind === undefined || name === undefined ? null : { kind, name };
}

function describePlace(fault: Fault): string {
  const place = readPlace(fault);
  if (place === null) return 'the variable that the proxy reads';
  return place.kind === 'header' ? `the header ${place.name}` : `the query parameter ${place.name}`;
}

/** Other names under which a key is often sent. */
const KEY_NAMES = ['apikey', 'api_key', 'api-key', 'x-apikey', 'x-api-key', 'key', 'client_id'];

function sendKeyWhereItIsRead(fault: Fault, { record }: Seen): readonly FixDraft[] {
  const place = readPlace(fault);
  if (place === null)
    return ['Send the key where the proxy’s VerifyAPIKey policy reads it: the fault names the variable.'];
  const inQuery = findSent(record, 'query', KEY_NAMES);
  const inHeader = findSent(record, 'header', KEY_NAMES);
  if (place.kind === 'header') {
    return [
      asHeader(
        place.name,
        inHeader ?? inQuery,
        `Send the header ${place.name} with your key, in the Companion transport; browsers cannot send it.`,
      ),
      `For browser clients, let the VerifyAPIKey policy read a query parameter, such as request.queryparam.apikey.`,
    ];
  }
  return [
    asParameter(place.name, inQuery ?? inHeader, `Add the query parameter ${place.name} with your key.`),
  ];
}
