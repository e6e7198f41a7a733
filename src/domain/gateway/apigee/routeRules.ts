import type { AnswerRule } from '../answerRule.ts';
import { faultRule } from './faultRule.ts';

/** Faults about routing, targets and traffic (gateways.md 4.3; section 7 rows 10 and 11). */
export const ROUTE_RULES: readonly AnswerRule[] = [
  faultRule({
    id: 'apigee-proxy-not-found',
    code: /^ApplicationNotFound$/i,
    title: 'No Apigee proxy is deployed at this host and path.',
    fixes: ({ faultstring }) => [
      `Compare ${describeRequest(faultstring)} with the environment group’s hostnames and the proxy’s base path; a slash at the end counts.`,
      'Check that the proxy is deployed to an environment of that group.',
    ],
    source: 'gateways.md 7 row 10',
  }),
  faultRule({
    id: 'apigee-no-route',
    code: /^RouteFailed$/i,
    title: 'No route rule of the proxy fits this request.',
    fixes: ['Give the proxy endpoint a route rule without a condition, pointing to the target endpoint.'],
  }),
  faultRule({
    id: 'apigee-no-target',
    code: /^TargetMissing$/i,
    title: 'The proxy’s target endpoint is missing.',
    fixes: ['Check the target endpoint that the route rule names.'],
  }),
  faultRule({
    id: 'apigee-target-unavailable',
    code: /^ServiceUnavailable$/i,
    title: ({ reason }) =>
      reason === null
        ? 'Apigee could not reach the target.'
        : `Apigee could not reach the target: ${reason}.`,
    fixes: [
      'Check the target’s URL in the target endpoint, and that the target is up.',
      'Check that Apigee’s network reaches it: it gives up after connect.timeout.millis, 3 seconds by default.',
    ],
    source: 'gateways.md 7 row 11',
  }),
  faultRule({
    id: 'apigee-target-timeout',
    code: /^GatewayTimeout$/i,
    title: 'The target did not answer Apigee in time.',
    fixes: [
      'Check that the target answers WebSocket upgrades: one that ignores them looks like this.',
      'Raise io.timeout.millis of the target endpoint; its default is 55 seconds.',
    ],
    source: 'gateways.md 7 row 11',
  }),
  faultRule({
    id: 'apigee-no-healthy-target',
    code: /^NoActiveTargets$/i,
    title: 'None of the proxy’s target servers is healthy.',
    fixes: ['Check the target servers and their health monitor.'],
  }),
  faultRule({
    id: 'apigee-target-tls',
    code: /^SslHandshakeFailed$/i,
    title: 'TLS between Apigee and the target failed.',
    fixes: [
      'Check the target’s certificate chain against the truststore of the target endpoint.',
      'Check that the target speaks TLS 1.2 or later.',
    ],
  }),
  faultRule({
    id: 'apigee-target-closed',
    code: /^UnexpectedEOFAtTarget$/i,
    title: 'The target closed the connection before it answered.',
    confidence: 'observed',
    fixes: ['Look at the target’s log for this time: it ended the connection during the upgrade.'],
  }),
  faultRule({
    id: 'apigee-spike-arrest',
    code: /^SpikeArrestViolation$/i,
    title: 'A SpikeArrest policy refused the connection.',
    fixes: ['Connect less often: the policy counts handshakes. The rate it allows stands in the answer.'],
  }),
  faultRule({
    id: 'apigee-quota',
    code: /^QuotaViolation$/i,
    title: 'The quota is used up.',
    fixes: ['Wait for the next interval of the Quota policy, or have it raised.'],
  }),
  faultRule({
    id: 'apigee-ip-denied',
    code: /^IPDeniedAccess$/i,
    title: 'An AccessControl policy does not let this address in.',
    fixes: ['Have the address in the answer added to the policy, or connect from one that is in it.'],
  }),
  faultRule({
    id: 'apigee-url-too-long',
    code: /^TooBigLine$/i,
    title: 'The URL is longer than Apigee reads.',
    fixes: [
      'Shorten the query: a token in it is the usual cause. Send it as a header in the Companion transport.',
    ],
  }),
  faultRule({
    id: 'apigee-raised-fault',
    code: /^RaiseFault$/i,
    title: ({ faultstring }) => `A RaiseFault policy of the proxy refused: ${faultstring}`,
    confidence: 'inferred',
    fixes: ['Look the policy up in the proxy: under which condition it runs is its author’s choice.'],
  }),
  faultRule({
    id: 'apigee-fault',
    code: /./,
    title: ({ faultstring }) => `Apigee refused: ${faultstring}`,
    fixes: ({ errorcode }) => [`Look up the error code ${errorcode} in Apigee’s error catalogue.`],
  }),
];

function describeRequest(faultstring: string): string {
  const [, host, path] = /proxy for host: (\S+) and url: (\S+)/.exec(faultstring) ?? [];
  return host === undefined || path === undefined ? 'host and path' : `host ${host} and path ${path}`;
}
