import type { SecretSource } from '../secrets/deriveSecret.ts';
import { type Call, headerOf } from '../server/call.ts';

const KEY_LENGTH = 32;

/** The primary keys of two active subscriptions: only the first one's product has our APIs in it. */
export interface SubscriptionKeys {
  readonly ours: string;
  readonly otherProduct: string;
}

export function deriveSubscriptionKeys(secrets: SecretSource): SubscriptionKeys {
  return {
    ours: secrets.hex('apim subscription key', KEY_LENGTH),
    otherProduct: secrets.hex('apim subscription key of another product', KEY_LENGTH),
  };
}

/** The header is looked at first, the query parameter only without it (gateways.md 2.2). */
export function subscriptionKeyOf(call: Call): string {
  return headerOf(call, 'Ocp-Apim-Subscription-Key') ?? call.query.get('subscription-key') ?? '';
}
