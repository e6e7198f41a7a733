import type { CredentialPlace } from '../gateway.ts';

/** gateways.md 4.2: the proxy's author decides; these are the sample's choices. */
export const CREDENTIALS: readonly CredentialPlace[] = [
  {
    kind: 'query',
    name: 'apikey',
    label: 'API key',
    hint: 'In Apigee under Publish, Apps, Credentials. The proxy decides which parameter it reads: a refusal names it.',
  },
  {
    kind: 'header',
    name: 'x-apikey',
    label: 'API key',
    hint: 'Where the proxy reads the key from a header. Browsers cannot send it.',
  },
  {
    kind: 'query',
    name: 'access_token',
    label: 'Access token',
    hint: 'Where the proxy’s OAuthV2 policy reads request.queryparam.access_token.',
  },
  {
    kind: 'header',
    name: 'Authorization',
    label: 'Access token',
    hint: '“Bearer …”, where OAuthV2 looks by default. Browsers cannot send this header.',
  },
];
