import type { CredentialPlace } from '../gateway.ts';

/** gateways.md 3.1. */
export const CREDENTIALS: readonly CredentialPlace[] = [
  {
    kind: 'query',
    name: 'access_token',
    label: 'Client access token',
    hint: 'A JWT for this hub: in the Azure portal under Web PubSub, Keys, Client URL generator, or made by your server with the service’s SDK.',
  },
  {
    kind: 'header',
    name: 'Authorization',
    label: 'Client access token',
    hint: 'The same token as “Bearer …”. Browsers cannot send this header.',
  },
  {
    kind: 'query',
    name: 'awps_reconnection_token',
    label: 'Reconnection token',
    hint: 'From the connected message of a reliable subprotocol; goes with awps_connection_id to recover a connection.',
  },
];
