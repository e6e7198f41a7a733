import type { CredentialPlace } from '../gateway.ts';

/** gateways.md 2.2. The header is looked at first, but no browser can send it. */
export const CREDENTIALS: readonly CredentialPlace[] = [
  {
    kind: 'query',
    name: 'subscription-key',
    label: 'Subscription key',
    hint: 'In the Azure portal under the API Management service, Subscriptions. The API can give the parameter another name: see the API’s settings.',
  },
  {
    kind: 'header',
    name: 'Ocp-Apim-Subscription-Key',
    label: 'Subscription key',
    hint: 'The same key as a header, looked at before the query. Browsers cannot send it: in a browser client use the query parameter.',
  },
  {
    kind: 'query',
    name: 'access_token',
    label: 'Access token',
    hint: 'For the service behind the gateway, such as Web PubSub, or for a validate-jwt policy that reads this parameter.',
  },
];
