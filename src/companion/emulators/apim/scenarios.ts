import type { LocalScenario } from '#wire/companionApi.ts';
import { toScenario, withQuery } from '../scenario.ts';
import type { WebPubSubTokens } from '../webpubsub/tokens.ts';
import type { SubscriptionKeys } from './subscriptions.ts';
import { API_PATHS } from './webSocketApis.ts';

/** In the shape of a key, so that nothing but its value is wrong. */
const UNKNOWN_KEY = '0'.repeat(32);

const CAPTURED = 'Status, headers and body are captured ones, from HTTP APIs behind the same gateway.';

export function apimScenarios(
  baseUrl: string,
  keys: SubscriptionKeys,
  tokens: WebPubSubTokens,
): LocalScenario[] {
  const chatUrl = `${baseUrl}${API_PATHS.chat}`;
  const withKey = (url: string, key: string, token = tokens.chat) =>
    withQuery(url, { 'subscription-key': key, access_token: token });
  const secretNames = ['subscription-key', 'access_token'];
  return [
    toScenario({
      id: 'apim-chat',
      title: 'Chat, simple client',
      expects: 'open',
      confidence: 'D',
      note: 'Key and token in the query, Web PubSub behind. The application of the hub sends each message back.',
      url: withKey(chatUrl, keys.ours),
      secretNames,
      firstMessage: 'hello',
    }),
    toScenario({
      id: 'apim-chat-json',
      title: 'Chat, JSON subprotocol',
      expects: 'open',
      confidence: 'D',
      note: 'Groups, events and acknowledgements in JSON. The first message joins the group "lobby".',
      url: withKey(chatUrl, keys.ours),
      subprotocols: ['json.webpubsub.azure.v1'],
      secretNames,
      firstMessage: '{"type":"joinGroup","group":"lobby","ackId":1}',
    }),
    toScenario({
      id: 'apim-header-key',
      title: 'Key in a header',
      expects: 'open',
      confidence: 'D',
      note: 'The gateway looks at the header first. A browser cannot set it, so this needs the companion.',
      url: withQuery(chatUrl, { access_token: tokens.chat }),
      headers: [{ name: 'Ocp-Apim-Subscription-Key', value: keys.ours }],
      secretNames: ['Ocp-Apim-Subscription-Key', 'access_token'],
      firstMessage: 'hello',
    }),
    toScenario({
      id: 'apim-no-key',
      title: 'No subscription key',
      expects: 'refused',
      confidence: 'R',
      note: `The gateway sees no key in header or query. ${CAPTURED}`,
      url: withQuery(chatUrl, { access_token: tokens.chat }),
      secretNames: ['access_token'],
    }),
    toScenario({
      id: 'apim-wrong-key',
      title: 'Unknown subscription key',
      expects: 'refused',
      confidence: 'R',
      note: `No subscription has this key. ${CAPTURED}`,
      url: withKey(chatUrl, UNKNOWN_KEY),
      secretNames,
    }),
    toScenario({
      id: 'apim-other-product',
      title: 'Key of another product',
      expects: 'refused',
      confidence: 'R',
      note: `The key is good, but not for this API: the gateway says the same as to an unknown key. ${CAPTURED}`,
      url: withKey(chatUrl, keys.otherProduct),
      secretNames,
    }),
    toScenario({
      id: 'apim-extra-path',
      title: 'Path after the suffix',
      expects: 'refused',
      confidence: 'R',
      note: `A WebSocket API takes no path after its suffix, and the route is looked up before the key. ${CAPTURED}`,
      url: withKey(`${chatUrl}/room1`, keys.ours),
      secretNames,
    }),
    toScenario({
      id: 'apim-no-token',
      title: 'No access token',
      expects: 'refused',
      confidence: 'I',
      note: 'The key is good; Web PubSub refuses and the gateway hands its 401 on. That it does, and the empty body, are synthetic.',
      url: withQuery(chatUrl, { 'subscription-key': keys.ours }),
      secretNames: ['subscription-key'],
    }),
    toScenario({
      id: 'apim-expired-token',
      title: 'Expired access token',
      expects: 'refused',
      confidence: 'I',
      note: 'The token has expired; Web PubSub refuses and the gateway hands its 401 on. That it does, and the empty body, are synthetic.',
      url: withKey(chatUrl, keys.ours, tokens.expired),
      secretNames,
    }),
    toScenario({
      id: 'apim-rate-limit',
      title: 'Rate limit exceeded',
      expects: 'refused',
      confidence: 'R',
      note: `A rate-limit policy counts handshakes, and the calls of this period are used up. ${CAPTURED}`,
      url: withKey(`${baseUrl}${API_PATHS.rateLimited}`, keys.ours),
      secretNames,
    }),
    toScenario({
      id: 'apim-quota',
      title: 'Out of call quota',
      expects: 'refused',
      confidence: 'I',
      note: 'A quota policy has no calls left. The message is documented; that it comes in the usual envelope is synthetic.',
      url: withKey(`${baseUrl}${API_PATHS.outOfCalls}`, keys.ours),
      secretNames,
    }),
    toScenario({
      id: 'apim-backend-down',
      title: 'Backend unreachable',
      expects: 'refused',
      confidence: 'R',
      note: `The gateway cannot connect to its backend, and names an activity to ask support about. ${CAPTURED}`,
      url: withKey(`${baseUrl}${API_PATHS.unreachable}`, keys.ours),
      secretNames,
    }),
  ];
}
