import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { applyRules, type AnswerRule } from '../answerRule.ts';
import type { Finding } from '../gateway.ts';
import { diagnoseToken } from './diagnoseToken.ts';

/** gateways.md 3.3. Bodies are not documented, so none is looked at. */
const RULES: readonly AnswerRule[] = [
  {
    id: 'webpubsub-access-denied',
    status: [403],
    title: 'Web PubSub does not let this network in, or the connect handler refused.',
    confidence: 'observed',
    fixes: [
      'Check the service under Networking: public access, and the access rules for client connections.',
      'Check the hub’s connect event handler: its 4xx answers are passed on to the client.',
    ],
    source: 'gateways.md 3.3',
  },
  {
    id: 'webpubsub-connection-quota',
    status: [429],
    title: 'Web PubSub has as many connections as its units allow, or the connect handler limits them.',
    confidence: 'inferred',
    fixes: [
      'Look for “Connection count reaches limit” in the service’s diagnostics: Free has 20 connections, Standard 1,000 a unit.',
      'Add units, or close connections that are not needed.',
    ],
    source: 'gateways.md 3.3',
  },
  {
    id: 'webpubsub-bad-path',
    status: [400, 404],
    title: 'Web PubSub does not accept this path or hub name, or the connect handler refused.',
    confidence: 'inferred',
    fixes: [
      'Use /client/hubs/{hub}, and compare the hub’s name with the one in the service’s settings.',
      'Check the hub’s connect event handler: its 4xx answers are passed on to the client.',
    ],
    source: 'gateways.md 3.3',
  },
  {
    id: 'webpubsub-connect-handler-failed',
    status: [500, 502, 503, 504],
    title: 'The hub’s connect event handler failed or could not be reached.',
    confidence: 'inferred',
    fixes: [
      'Look for “got unexpected response with status code 500” in the service’s diagnostics.',
      'Check the handler’s URL in the hub’s settings, and its own log.',
    ],
    source: 'gateways.md 3.3',
  },
];

const UNAUTHORIZED = 401;

export function diagnose(record: HandshakeRecord): readonly Finding[] {
  const isTokenRefused = record.response?.from === 'target' && record.response.status === UNAUTHORIZED;
  return isTokenRefused ? diagnoseToken(record) : applyRules('webpubsub', RULES, record);
}
