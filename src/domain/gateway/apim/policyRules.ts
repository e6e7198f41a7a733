import type { AnswerRule } from '../answerRule.ts';

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
      `Send ${body?.groups?.['name'] ?? 'it'} in the Companion transport; browsers cannot send it.`,
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
    fixes: [
      'Send the token where the policy looks: its query-parameter-name (often access_token), or its header-name.',
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
    // Discriminator 4.
    id: 'apim-policy-or-backend-refused',
    status: [401],
    title: 'A policy or the service behind API Management refused; the subscription key was accepted.',
    confidence: 'inferred',
    fixes: [
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
];
