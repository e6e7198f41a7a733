import type { AnswerRule, Seen } from '../answerRule.ts';

const CHALLENGE = ['WWW-Authenticate', /AzureApiManagementKey\b(?:.*?\bname="(?<name>[^"]*)")?/i] as const;
const DEFAULT_HEADER = 'Ocp-Apim-Subscription-Key';

/** Refusals of the subscription key (gateways.md 2.3, discriminator 1; section 7 rows 1 and 2). */
export const KEY_RULES: readonly AnswerRule[] = [
  {
    id: 'apim-missing-subscription-key',
    status: [401],
    header: CHALLENGE,
    body: /missing subscription key/i,
    title: 'API Management received no subscription key.',
    confidence: 'observed',
    fixes: (seen) => [
      ...sendKey(seen),
      'If the API needs no key, switch “Subscription required” off in its settings.',
    ],
    source: 'gateways.md 7 row 1',
  },
  {
    id: 'apim-invalid-subscription-key',
    status: [401],
    header: CHALLENGE,
    body: /invalid subscription key/i,
    title: 'API Management does not accept this subscription key for this API.',
    confidence: 'observed',
    fixes: [
      'Compare the key with the one in the Azure portal under Subscriptions; primary and secondary both work.',
      'Check that the subscription’s scope is this API, a product that includes it, or all APIs: a key of another scope looks like a wrong one.',
      'Check that the subscription is active: a suspended, cancelled, expired or rejected one gets the same answer.',
    ],
    source: 'gateways.md 7 row 2',
  },
  {
    id: 'apim-subscription-key-refused',
    status: [401],
    header: CHALLENGE,
    title: 'API Management refused the subscription key.',
    confidence: 'observed',
    fixes: sendKey,
    source: 'gateways.md 2.3',
  },
];

/** The challenge names the header in force; the query parameter's name is in the API's settings alone (gateways.md 2.2). */
function sendKey({ header, url }: Seen): readonly string[] {
  const name = header?.groups?.['name'] ?? DEFAULT_HEADER;
  const isRenamed = name.toLowerCase() !== DEFAULT_HEADER.toLowerCase();
  const asHeader = `Or send the header ${name}, in the Companion transport.`;
  if (url.searchParams.get('subscription-key')) {
    return [
      'This API does not read the query parameter subscription-key: take the name from the API’s settings, under Subscription.',
      asHeader,
    ];
  }
  const add = 'Add the query parameter subscription-key with your key.';
  if (!isRenamed) return [add, asHeader];
  return [
    `${add} This API has renamed its header to ${name}: if it has renamed the parameter too, take that name from the API’s settings, under Subscription.`,
    asHeader,
  ];
}
