import type { CredentialPlace } from '../gateway.ts';

/** gateways.md 6.3: id and secret must stand in the same place. */
export const CREDENTIALS: readonly CredentialPlace[] = [
  {
    kind: 'query',
    name: 'client_id',
    label: 'Client ID',
    hint: 'In the Developer Portal under Apps. Works only where the API’s security definition says “in: query”.',
  },
  {
    kind: 'query',
    name: 'client_secret',
    label: 'Client secret',
    hint: 'Shown once when the app is made. It must stand where the client ID stands.',
  },
  {
    kind: 'header',
    name: 'X-IBM-Client-Id',
    label: 'Client ID',
    hint: 'The usual place. Browsers cannot send this header.',
  },
  {
    kind: 'header',
    name: 'X-IBM-Client-Secret',
    label: 'Client secret',
    hint: 'Beside X-IBM-Client-Id. Browsers cannot send this header.',
  },
  {
    kind: 'header',
    name: 'Authorization',
    label: 'Authorization',
    hint: '“Bearer …” for OAuth, “Basic …” for a user name and password. Browsers cannot send this header.',
  },
];
