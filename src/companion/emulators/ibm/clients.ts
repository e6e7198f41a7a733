import type { SecretSource } from '../secrets/deriveSecret.ts';
import { type Call, headerOf } from '../server/call.ts';
import type { Security } from './apis.ts';

const CLIENT_ID_LENGTH = 32;

/** Two registered apps: only the first has a plan that contains our APIs. */
export interface Clients {
  readonly withPlan: string;
  readonly withoutPlan: string;
  /** Of the first. */
  readonly secret: string;
}

export function deriveClients(secrets: SecretSource): Clients {
  return {
    withPlan: secrets.hex('ibm client id', CLIENT_ID_LENGTH),
    withoutPlan: secrets.hex('ibm client id without a plan', CLIENT_ID_LENGTH),
    secret: secrets.hex('ibm client secret', CLIENT_ID_LENGTH),
  };
}

/** Id and secret from the one place where the API looks for both. */
export function credentialsOf(
  call: Call,
  security: Security,
): { readonly id: string; readonly secret: string } {
  const read = (parameter: string, header: string) =>
    (security.in === 'query' ? call.query.get(parameter) : headerOf(call, header)) ?? '';
  return {
    id: read('client_id', 'X-IBM-Client-Id'),
    secret: read('client_secret', 'X-IBM-Client-Secret'),
  };
}
