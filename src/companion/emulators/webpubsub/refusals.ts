import type { Confidence, Refusal } from '../server/answer.ts';

/** gateways.md 3.3: the service documents no body for its own, so that those are empty. */
export const WEB_PUB_SUB_REFUSALS = {
  unknownPath: refusal(404, 'Not Found', '?'),
  badHubName: refusal(400, 'Bad Request', '?'),
  notAnUpgrade: refusal(400, 'Bad Request', '?'),
  /** The status is captured for no, invalid and expired tokens and for the wrong audience; the body is not. */
  unauthorized: refusal(401, 'Unauthorized', '?'),
  /** What the application behind the hub answered to the event `connect` goes to the client as it is. */
  connectHandlerRefused: refusal(403, 'Forbidden', 'D', 'Members only.'),
  connectHandlerFailed: refusal(500, 'Internal Server Error', '?'),
  /** Captured from the REST API. */
  networkRule: refusal(403, 'Forbidden', '?'),
  connectionQuota: refusal(429, 'Too Many Requests', '?'),
  /** Not the service's: it speaks these subprotocols, the emulator does not, and says so. */
  subprotocolNotEmulated: refusal(
    501,
    'Not Implemented',
    '?',
    'This local gateway does not speak the protobuf subprotocols. The service does.',
  ),
} as const;

function refusal(status: number, reasonPhrase: string, confidence: Confidence, body = ''): Refusal {
  return {
    status,
    reasonPhrase,
    headers: [
      ...(body === '' ? [] : [['Content-Type', 'text/plain'] as const]),
      ['Content-Length', String(body.length)],
    ],
    body,
    confidence,
    source: 'gateways.md 3.3',
  };
}
