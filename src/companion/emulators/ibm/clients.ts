import type { SecretSource } from '../secrets/deriveSecret.ts';

const CLIENT_ID_LENGTH = 32;

/** Two registered apps: only the first has a plan that contains our APIs. */
export interface ClientIds {
  readonly withPlan: string;
  readonly withoutPlan: string;
}

export function deriveClientIds(secrets: SecretSource): ClientIds {
  return {
    withPlan: secrets.hex('ibm client id', CLIENT_ID_LENGTH),
    withoutPlan: secrets.hex('ibm client id without a plan', CLIENT_ID_LENGTH),
  };
}
