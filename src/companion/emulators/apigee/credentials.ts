import type { SecretSource } from '../secrets/deriveSecret.ts';

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
