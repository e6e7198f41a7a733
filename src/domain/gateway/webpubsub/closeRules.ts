import { CLOSE_CODE } from '../../websocket/closeCode.ts';
import type { CloseRule, Life } from '../closeRule.ts';

/** "Right after the send" (gateways.md 3.6), with a slow network's round trip and the upstream call's time-out of a moment. */
const RIGHT_AFTER_MS = 5_000;

/** gateways.md 3.5 and 3.6. */
export const CLOSE_RULES: readonly CloseRule[] = [
  {
    id: 'webpubsub-no-event-handler',
    closeCode: CLOSE_CODE.normal,
    when: isRightAfterMessage,
    title: 'The hub has no event handler for messages, or it did not answer with success.',
    confidence: 'observed',
    fixes: [
      'Add an event handler for the user event “message” in the hub’s settings, and check that it answers 2xx.',
      'Or offer the subprotocol json.webpubsub.azure.v1: its clients send to groups without a handler.',
    ],
    source: 'gateways.md 7 row 28',
  },
  {
    id: 'webpubsub-recovery-failed',
    closeCode: CLOSE_CODE.policyViolation,
    title: 'Web PubSub closes with this code when a connection cannot be recovered.',
    confidence: 'documented',
    fixes: ['Open a new connection, without awps_connection_id and awps_reconnection_token.'],
    source: 'gateways.md 7 row 27',
  },
  {
    id: 'webpubsub-too-big',
    closeCode: CLOSE_CODE.messageTooBig,
    title: 'The message was probably over Web PubSub’s limit of 1 MB.',
    confidence: 'inferred',
    fixes: ['Split the message.'],
    source: 'gateways.md 3.6',
  },
];

/** A simple client, which speaks no subprotocol, whose message nobody took: closed without a reason. */
function isRightAfterMessage({ opened, ending, idleMs, hadTraffic }: Life): boolean {
  return opened.subprotocol === null && ending.reason === '' && hadTraffic && idleMs <= RIGHT_AFTER_MS;
}
