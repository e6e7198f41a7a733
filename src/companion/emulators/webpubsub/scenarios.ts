import type { LocalScenario } from '#wire/companionApi.ts';
import { toScenario, withQuery } from '../scenario.ts';
import { JSON_SUBPROTOCOL } from './jsonClient.ts';
import { CHAT_HUB, SILENT_HUB, type WebPubSubTokens } from './tokens.ts';

/** Said of each refusal: the sheet has the status and no more. */
const BODY_IS_SYNTHETIC =
  'The status is as seen in the field; its empty body is synthetic, because none is documented.';

export function webPubSubScenarios(baseUrl: string, tokens: WebPubSubTokens): LocalScenario[] {
  const chatUrl = `${baseUrl}/client/hubs/${CHAT_HUB}`;
  const withToken = (url: string, token: string) => withQuery(url, { access_token: token });
  const secretNames = ['access_token'];
  return [
    toScenario({
      id: 'webpubsub-chat',
      title: 'Chat, simple client',
      expects: 'open',
      confidence: 'D',
      note: 'Each frame becomes the event "message" of the hub; the application behind it sends the same back.',
      url: withToken(chatUrl, tokens.chat),
      secretNames,
      firstMessage: 'hello',
    }),
    toScenario({
      id: 'webpubsub-chat-json',
      title: 'Chat, JSON subprotocol',
      expects: 'open',
      confidence: 'D',
      note: 'Groups, events and acknowledgements in JSON. The first message joins the group "lobby".',
      url: withToken(chatUrl, tokens.chat),
      subprotocols: [JSON_SUBPROTOCOL],
      secretNames,
      firstMessage: '{"type":"joinGroup","group":"lobby","ackId":1}',
    }),
    toScenario({
      id: 'webpubsub-no-roles',
      title: 'Token without roles',
      expects: 'open',
      confidence: 'D',
      note: 'Opens, but the token has no role, so that sending to a group is acknowledged with Forbidden.',
      url: withToken(chatUrl, tokens.noRoles),
      subprotocols: [JSON_SUBPROTOCOL],
      secretNames,
      firstMessage: '{"type":"sendToGroup","group":"lobby","ackId":1,"dataType":"text","data":"hello"}',
    }),
    toScenario({
      id: 'webpubsub-no-handler',
      title: 'Hub without event handler',
      expects: 'open',
      confidence: 'R',
      note: 'Opens, and closes with 1000 and no reason after the first send, because no application takes the event.',
      url: withToken(`${baseUrl}/client/hubs/${SILENT_HUB}`, tokens.silentHub),
      secretNames,
      firstMessage: 'hello',
    }),
    toScenario({
      id: 'webpubsub-no-token',
      title: 'No access token',
      expects: 'refused',
      confidence: '?',
      note: `The service refuses a client without a token. ${BODY_IS_SYNTHETIC}`,
      url: chatUrl,
    }),
    toScenario({
      id: 'webpubsub-expired-token',
      title: 'Expired access token',
      expects: 'refused',
      confidence: '?',
      note: `The expiry of the token is checked when connecting, and only then. ${BODY_IS_SYNTHETIC}`,
      url: withToken(chatUrl, tokens.expired),
      secretNames,
    }),
    toScenario({
      id: 'webpubsub-other-hub',
      title: 'Token of another hub',
      expects: 'refused',
      confidence: '?',
      note: `The audience of the token names another hub than the URL. ${BODY_IS_SYNTHETIC}`,
      url: withToken(chatUrl, tokens.silentHub),
      secretNames,
    }),
  ];
}
