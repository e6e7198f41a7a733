import type { AnswerRule } from '../answerRule.ts';
import { fixBy } from '../fixAction.ts';
import { isOfService } from '../isOfService.ts';
import { asParameter, findSent } from '../sentCredential.ts';
import { findSentTokens, findStaleToken, quoteStaleToken, quoteTokens } from '../sentTokens.ts';
import { isEnvelope } from './recogniseAnswer.ts';

const REFUSED_BY_WHOM =
  'If a new one is refused too, look the request up in the gateway’s logs: their LastError names the policy that refused.';
const JWT_REFUSED = 'A validate-jwt policy refused the token';

/**
 * Refusals by policies (gateways.md 2.3). The messages are documented as LastError; what the client gets is the
 * policy's choice, so only a body that says one of them is taken at its word.
 */
export const POLICY_RULES: readonly AnswerRule[] = [
  {
    id: 'apim-ip-not-allowed',
    status: [403],
    body: /Caller IP address .*(?:is not allowed|is blocked)|Failed to establish IP address for the caller/i,
    title: 'An ip-filter policy does not let this address in.',
    confidence: 'documented',
    fixes: [
      'Connect from an address that the policy allows, or have this one added.',
      'Behind a proxy or VPN, the gateway sees the proxy’s address: compare it with the policy.',
    ],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-header-missing',
    body: /Header (?<name>\S+) was not found in the request/i,
    title: ({ body }) => `A check-header policy asks for the header ${body?.groups?.['name'] ?? ''}.`,
    confidence: 'documented',
    fixes: ({ body }) => [
      fixBy(
        { kind: 'add-header', name: body?.groups?.['name'] ?? '' },
        `Send ${body?.groups?.['name'] ?? ''} in the Companion transport; browsers cannot send it.`,
      ),
    ],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-header-value',
    body: /Header (?<name>\S+) value of .* is not allowed/i,
    title: ({ body }) =>
      `A check-header policy does not allow this value of the header ${body?.groups?.['name'] ?? ''}.`,
    confidence: 'documented',
    fixes: ['Compare the value with those that the policy lists.'],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-jwt-missing',
    status: [401],
    body: /JWT not present/i,
    title: 'A validate-jwt policy found no token.',
    confidence: 'documented',
    fixes: ({ record }) => [
      asParameter(
        'access_token',
        findSent(record, 'query', ['token', 'jwt', 'id_token']),
        'Send the token where the policy looks: its query-parameter-name (often access_token), or its header-name.',
      ),
      'For browser clients, let the policy use query-parameter-name: browsers cannot send headers.',
    ],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-jwt-claims',
    status: [401],
    body: /JWT token is missing the following claims: (?<claims>.*?)\.? Access denied/i,
    title: ({ body }) => `${JWT_REFUSED}: it lacks ${body?.groups?.['claims'] ?? 'a claim'}.`,
    confidence: 'documented',
    fixes: ['Get a token that has these claims, or have the policy changed.'],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-jwt-claim-value',
    status: [401],
    body: /Claim (?<claim>\S+) value of (?<value>.*?) is not allowed/i,
    title: ({ body }) =>
      `${JWT_REFUSED}: the value of its claim ${body?.groups?.['claim'] ?? ''} is not allowed.`,
    confidence: 'documented',
    fixes: ['Get a token with an allowed value of this claim, or have the policy changed.'],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-jwt-expired',
    status: [401],
    body: /TokenExpired|IDX10223|lifetime validation failed|token (?:is|has) expired/i,
    title: `${JWT_REFUSED}: it has expired.`,
    confidence: 'documented',
    fixes: ['Get a new token, and let the client fetch one right before it connects.'],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-jwt-audience',
    status: [401],
    body: /TokenAudienceNotAllowed|IDX10214|audience validation failed/i,
    title: `${JWT_REFUSED}: it is meant for another audience.`,
    confidence: 'documented',
    fixes: [
      'Get a token whose aud is one of the audiences that the policy lists, or have the policy changed.',
    ],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-jwt-issuer',
    status: [401],
    body: /TokenIssuerNotAllowed|IDX10205|issuer validation failed/i,
    title: `${JWT_REFUSED}: it comes from another issuer.`,
    confidence: 'documented',
    fixes: [
      'Get a token from an issuer that the policy lists; a v1.0 and a v2.0 endpoint of one tenant are two issuers.',
    ],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-jwt-signature',
    status: [401],
    body: /TokenSignature(?:Invalid|KeyNotFound)|IDX1050[013]|IDX10511|signature validation failed/i,
    title: `${JWT_REFUSED}: its signature does not fit the keys that the policy knows.`,
    confidence: 'documented',
    fixes: [
      'Check that the token is whole and comes from the issuer whose keys the policy reads (openid-config or issuer-signing-keys).',
    ],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-jwt-refused',
    status: [401],
    body: /JwtInvalid|IDX\d{5}|\bJWT\b|\S\. Access denied\./i,
    title: `${JWT_REFUSED}.`,
    confidence: 'documented',
    fixes: [
      'Read the sentence of the answer: it is the policy’s own or its library’s.',
      'Compare the token’s expiry, audience, issuer and claims with the policy.',
    ],
    source: 'gateways.md 2.3',
  },
  {
    // The answer does not say so, but no validate-jwt policy takes such a token.
    id: 'apim-jwt-expired',
    status: [401],
    when: ({ record }) => findStaleToken(record)?.problem === 'expired',
    evidence: ({ record }) => quoteStaleToken(record),
    title: 'A token that was sent had expired before this attempt: probably that is why it was refused.',
    confidence: 'inferred',
    fixes: ['Get a new token, and let the client fetch one right before it connects.', REFUSED_BY_WHOM],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-jwt-not-yet-valid',
    status: [401],
    when: ({ record }) => findStaleToken(record)?.problem === 'not yet valid',
    evidence: ({ record }) => quoteStaleToken(record),
    title: 'A token that was sent is not valid yet: probably that is why it was refused.',
    confidence: 'inferred',
    fixes: [
      'Check this machine’s clock, and the clock of whoever issued the token.',
      'Wait until the time that nbf names.',
      REFUSED_BY_WHOM,
    ],
    source: 'gateways.md 2.3',
  },
  {
    // Discriminator 4. What the policy wants is not known, so the claims are shown and not judged.
    id: 'apim-policy-or-backend-refused',
    status: [401],
    evidence: ({ record }) => {
      const tokens = quoteTokens(record);
      return tokens.length > 0 ? tokens : [{ where: 'Token', quote: 'no JWT was sent' }];
    },
    title: 'A policy or the service behind API Management refused; the subscription key was accepted.',
    confidence: 'inferred',
    fixes: ({ record }) => [
      ...(findSentTokens(record).length > 0
        ? []
        : [
            asParameter(
              'access_token',
              findSent(record, 'query', ['token', 'jwt', 'id_token']),
              'If the API has a validate-jwt policy or the service behind wants a token, send it: in the query often as access_token, in the Companion transport also as Authorization: Bearer.',
            ),
          ]),
      'Check the token: whether it has expired, and its audience and issuer, if the API has a validate-jwt policy.',
      'Check the credentials for the service behind the gateway, such as access_token: its refusal is passed on.',
      'Look the request up in the gateway’s logs: their LastError names the policy that refused.',
    ],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-forbidden',
    status: [403],
    title: 'A policy or the service behind API Management forbade the connection.',
    confidence: 'inferred',
    fixes: [
      'Check the API’s ip-filter, quota and check-header policies: each can answer 403, and their answers can be worded by the API’s owner.',
      'Check the permissions of the token for the service behind the gateway.',
    ],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-refused',
    when: ({ answer }) => isEnvelope(answer),
    title: ({ answer }) =>
      `API Management itself answered ${answer.status}, for a reason that is not documented.`,
    confidence: 'inferred',
    fixes: [
      'Read the message in the body: a policy may have worded it.',
      'Look the request up in the gateway’s logs: their LastError says what refused.',
    ],
    source: 'gateways.md 2.3',
  },
  {
    // What the gateway relays is whatever stands behind it: neither its envelope nor its challenge is there.
    id: 'apim-backend-refused',
    when: ({ answer }) => isOfService(answer.status),
    title: ({ answer }) =>
      `The service behind API Management probably answered ${answer.status} to the upgrade: these are not the gateway’s words.`,
    confidence: 'inferred',
    fixes: [
      'Connect to the service without the gateway, and compare.',
      'Check the API’s service URL: its path must be the WebSocket endpoint’s own.',
      'Look at the service’s log for this moment: the key and the policies let the request through.',
    ],
    source: 'gateways.md 2.3',
  },
];
