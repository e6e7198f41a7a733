import type { SecretSource } from '../secrets/deriveSecret.ts';
import { KEY_FAULTS, type KeyStatus, TOKEN_FAULTS, type TokenStatus } from './credentialFaults.ts';

/** As long as the keys and opaque tokens that Apigee makes. */
const API_KEY_LENGTH = 48;
const ACCESS_TOKEN_LENGTH = 28;

/** Of two apps: only the first one's API product has our proxies in it. */
export interface ApigeeCredentials {
  readonly apiKey: string;
  readonly apiKeyOfOtherProduct: string;
  readonly accessToken: string;
  readonly expiredAccessToken: string;
}

export function deriveApigeeCredentials(secrets: SecretSource): ApigeeCredentials {
  return {
    apiKey: secrets.alphanumeric('apigee api key', API_KEY_LENGTH),
    apiKeyOfOtherProduct: secrets.alphanumeric('apigee api key of another product', API_KEY_LENGTH),
    accessToken: secrets.alphanumeric('apigee access token', ACCESS_TOKEN_LENGTH),
    expiredAccessToken: secrets.alphanumeric('apigee expired access token', ACCESS_TOKEN_LENGTH),
  };
}

/** Keys and tokens that are known and of no use, by what is the matter with them. */
export interface UselessCredentials {
  readonly keys: Readonly<Record<KeyStatus, string>>;
  readonly tokens: Readonly<Record<TokenStatus, string>>;
}

export function deriveUselessCredentials(secrets: SecretSource): UselessCredentials {
  const derive = <Status extends string>(faults: Readonly<Record<Status, unknown>>, length: number) =>
    Object.fromEntries(
      Object.keys(faults).map((status) => [status, secrets.alphanumeric(`apigee ${status}`, length)]),
    ) as Record<Status, string>;
  return { keys: derive(KEY_FAULTS, API_KEY_LENGTH), tokens: derive(TOKEN_FAULTS, ACCESS_TOKEN_LENGTH) };
}
