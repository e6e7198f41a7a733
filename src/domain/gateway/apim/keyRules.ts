import { findHeader } from '../../websocket/headerField.ts';
import type { AnswerRule, Seen } from '../answerRule.ts';
import { fixBy, type FixDraft } from '../fixAction.ts';
import { asHeader, asParameter, findSent } from '../sentCredential.ts';

const CHALLENGE = /AzureApiManagementKey\b(?:.*?\bname="(?<name>[^"]*)")?/i;
const DEFAULT_HEADER = 'Ocp-Apim-Subscription-Key';
const DEFAULT_PARAMETER = 'subscription-key';
/** What people call the key when they come from another gateway, and the challenge's own renamed header. */
const OTHER_NAMES = ['apikey', 'api-key', 'api_key', 'x-api-key', 'x-apikey', 'key', 'subscription_key'];

/**
 * Refusals of the subscription key (gateways.md 2.3, discriminator 1; section 7 rows 1 and 2). A proxy before the gateway
 * may drop the challenge: the sentence in the body is as sure.
 */
export const KEY_RULES: readonly AnswerRule[] = [
  {
    id: 'apim-missing-subscription-key',
    status: [401],
    body: /due to missing subscription key/i,
    quotes: ['WWW-Authenticate'],
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
    body: /due to invalid subscription key/i,
    quotes: ['WWW-Authenticate'],
    title: 'API Management does not accept this subscription key for this API.',
    confidence: 'observed',
    fixes: [
      'Compare the key with the one in the Azure portal under Subscriptions; primary and secondary both work.',
      'Check that the subscription’s scope is this API, a product that includes it, or all APIs: a key of another scope looks like a wrong one.',
      'Check that the subscription is active: a suspended, cancelled, expired or rejected one gets the same answer.',
      'Check that the API and its product are published: a key of one that is not is likely to be refused like this.',
    ],
    source: 'gateways.md 7 row 2',
  },
  {
    id: 'apim-subscription-key-refused',
    status: [401],
    header: ['WWW-Authenticate', CHALLENGE],
    title: 'API Management refused the subscription key.',
    confidence: 'observed',
    fixes: sendKey,
    source: 'gateways.md 2.3',
  },
];

/** The challenge names the header in force; the query parameter's name is in the API's settings alone (gateways.md 2.2). */
function sendKey({ answer, url, record }: Seen): readonly FixDraft[] {
  const challenge = findHeader(answer.response.headers, 'WWW-Authenticate') ?? '';
  const name = CHALLENGE.exec(challenge)?.groups?.['name'] ?? DEFAULT_HEADER;
  const isRenamed = name.toLowerCase() !== DEFAULT_HEADER.toLowerCase();
  const misnamed = findSent(record, 'header', [DEFAULT_HEADER, ...OTHER_NAMES]);
  const orHeader = (parameter: string | null) =>
    asHeader(
      name,
      misnamed ?? (parameter === null ? null : { kind: 'query', name: parameter }),
      `Or send the header ${name}, in the Companion transport.`,
    );
  if (url.searchParams.get(DEFAULT_PARAMETER)) {
    return [
      ...(isRenamed
        ? [
            fixBy(
              { kind: 'rename-parameter', from: DEFAULT_PARAMETER, to: name },
              `This API does not read the query parameter subscription-key: it has renamed its header to ${name}, and often the parameter has the same name.`,
            ),
          ]
        : []),
      `${isRenamed ? 'Otherwise' : 'This API does not read the query parameter subscription-key:'} take the name from the API’s settings, under Subscription.`,
      orHeader(DEFAULT_PARAMETER),
    ];
  }
  const add = 'Add the query parameter subscription-key with your key.';
  const sent = findSent(record, 'query', OTHER_NAMES) ?? misnamed;
  const text = isRenamed
    ? `${add} This API has renamed its header to ${name}: if it has renamed the parameter too, take that name from the API’s settings, under Subscription.`
    : add;
  return [asParameter(DEFAULT_PARAMETER, sent, text), orHeader(sent?.kind === 'query' ? sent.name : null)];
}
