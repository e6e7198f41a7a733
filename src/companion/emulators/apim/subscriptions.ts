import type { SecretSource } from '../secrets/deriveSecret.ts';
import { type Call, headerOf } from '../server/call.ts';

const KEY_LENGTH = 32;

/** The primary keys of three subscriptions: only the first is active and its product has our APIs in it. */
export interface SubscriptionKeys {
  readonly ours: string;
  readonly otherProduct: string;
  readonly suspended: string;
}

export function deriveSubscriptionKeys(secrets: SecretSource): SubscriptionKeys {
  return {
    ours: secrets.hex('apim subscription key', KEY_LENGTH),
    otherProduct: secrets.hex('apim subscription key of another product', KEY_LENGTH),
    suspended: secrets.hex('apim subscription key that is suspended', KEY_LENGTH),
  };
}

/** `subscriptionKeyParameterNames` of an API. */
export interface KeyNames {
  readonly header: string;
  readonly query: string;
}

export const DEFAULT_KEY_NAMES: KeyNames = { header: 'Ocp-Apim-Subscription-Key', query: 'subscription-key' };

/** The header is looked at first, the query parameter only without it (gateways.md 2.2). */
export function subscriptionKeyOf(call: Call, { header, query }: KeyNames): string {
  return headerOf(call, header) ?? call.query.get(query) ?? '';
}
