import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { applyRules, type AnswerRule } from '../answerRule.ts';
import { diagnosePatience, type Patience } from '../diagnosePatience.ts';
import type { Finding } from '../gateway.ts';
import { isOfService } from '../isOfService.ts';
import { CREDENTIAL_RULES } from './credentialRules.ts';
import { ROUTE_RULES } from './routeRules.ts';

/** Answers around an Apigee proxy that are not its faults (gateways.md 4.3). */
const OTHER_RULES: readonly AnswerRule[] = [
  {
    id: 'apigee-upgrade-required',
    status: [426],
    title: 'Apigee let the request through, but the service behind it saw no upgrade.',
    confidence: 'documented',
    fixes: [
      'Look for a proxy or load balancer on the way that removes Connection and Upgrade: the request in the handshake shows that they were sent.',
      'In a client of your own, use a WebSocket client: a plain GET gets this answer.',
    ],
    source: 'gateways.md 7 row 12',
  },
  {
    id: 'apigee-load-balancer',
    status: [403, 404, 502],
    when: ({ answer }) => answer.isHtml,
    title: 'The load balancer before Apigee answered, not Apigee.',
    confidence: 'inferred',
    fixes: [
      'Check that the hostname is in an environment group, and that the load balancer sends it to Apigee.',
      'Check Cloud Armor and Identity-Aware Proxy before it, if there are any.',
    ],
    source: 'gateways.md 4.3',
  },
  {
    // No fault of Apigee's own: the target's answer is passed on, and a proxy's FaultRules can say anything.
    id: 'apigee-target-refused',
    when: ({ answer }) => isOfService(answer.status),
    title: ({ answer }) =>
      `The target, or a rule of the proxy’s author, answered ${answer.status}: this is no fault of Apigee’s own.`,
    confidence: 'inferred',
    fixes: [
      'Connect to the target without Apigee, and compare: it must answer 101 itself.',
      'Check the path that reaches the target: what follows the base path is appended to it, unless the flow sets target.copy.pathsuffix to false.',
      'Look for RaiseFault and FaultRules in the proxy: their answers are worded by its author.',
    ],
    source: 'gateways.md 4.3 and 4.6',
  },
];

const PATIENCE: Patience = {
  gateway: 'apigee',
  name: 'Apigee',
  waitsMs: 55_000,
  setting: 'io.timeout.millis of the target endpoint',
  source: 'gateways.md 4.5',
};

export function diagnose(record: HandshakeRecord): readonly Finding[] {
  return [
    ...diagnosePatience(record, PATIENCE),
    ...applyRules('apigee', [...CREDENTIAL_RULES, ...ROUTE_RULES, ...OTHER_RULES], record),
  ];
}
