import type { Confidence, Refusal } from '../server/answer.ts';

/** gateways.md 3.3: the service documents no body for any of these, so that all of them are empty. */
export const WEB_PUB_SUB_REFUSALS = {
  unknownPath: refusal(404, 'Not Found', '?'),
  badHubName: refusal(400, 'Bad Request', '?'),
  notAnUpgrade: refusal(400, 'Bad Request', '?'),
  /** The status is captured for no, invalid and expired tokens and for the wrong audience; the body is not. */
  unauthorized: refusal(401, 'Unauthorized', '?'),
  /** Not the service's: it speaks these subprotocols, the emulator does not. */
  subprotocolNotEmulated: refusal(501, 'Not Implemented', '?'),
} as const;

function refusal(status: number, reasonPhrase: string, confidence: Confidence): Refusal {
  return {
    status,
    reasonPhrase,
    headers: [['Content-Length', '0']],
    body: '',
    confidence,
    source: 'gateways.md 3.3',
  };
}
