import type { Refusal } from '../server/answer.ts';
import type { Call } from '../server/call.ts';
import { fault, tokenFault } from './fault.ts';

/** What Apigee answers itself, whoever calls: gateways.md 4.3 and 7b. */
export const APIGEE_FAULTS = {
  /** Names the variable that the proxy reads, which is how a client learns where the key belongs. */
  unresolvedApiKey: (variable: string) =>
    fault('D', 401, `Failed to resolve API Key variable ${variable}`, 'steps.oauth.v2.FailedToResolveAPIKey'),
  invalidApiKey: () => fault('D', 401, 'Invalid ApiKey', 'oauth.v2.InvalidApiKey'),
  apiKeyOfOtherProduct: () =>
    fault('D', 401, 'Invalid ApiKey for given resource', 'oauth.v2.InvalidApiKeyForGivenResource'),
  missingAccessToken: () => fault('D', 401, 'Invalid access token', 'oauth.v2.InvalidAccessToken'),
  unknownAccessToken: () =>
    tokenFault('D', 'Invalid Access Token', 'keymanagement.service.invalid_access_token'),
  expiredAccessToken: () =>
    tokenFault('D', 'Access Token expired', 'keymanagement.service.access_token_expired'),
  unknownProxy: ({ host, path }: Call) =>
    fault(
      'D',
      404,
      `Unable to identify proxy for host: ${withoutPort(host)} and url: ${path}`,
      'messaging.adaptors.http.flow.ApplicationNotFound',
    ),
  requestLineTooLong: () => fault('D', 414, 'request line size exceeding 7,168', 'protocol.http.TooBigLine'),
  spikeArrest: () =>
    fault(
      'D',
      429,
      'Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod=5, periodInMicroseconds=1000000, maxBurstMessageCount=1.0}',
      'policies.ratelimit.SpikeArrestViolation',
    ),
  edgeSpikeArrest: () =>
    fault('R', 500, 'Spike arrest violation. Allowed rate : 5pm', 'policies.ratelimit.SpikeArrestViolation'),
  /** Two spaces before "exceeded", as documented. */
  quota: () =>
    fault(
      'D',
      429,
      'Rate limit quota violation. Quota limit  exceeded. Identifier : _default',
      'policies.ratelimit.QuotaViolation',
    ),
  ipDenied: ({ request }: Call) =>
    fault(
      'D',
      403,
      `Access Denied for client ip : ${request.socket.remoteAddress}`,
      'accesscontrol.IPDeniedAccess',
    ),
  /** For this and the next one status and code are documented, the sentence is the emulator's. */
  routeFailed: () => fault('?', 500, 'Unable to route the message', 'messaging.runtime.RouteFailed'),
  targetMissing: () => fault('?', 500, 'Target endpoint is missing', 'messaging.runtime.TargetMissing'),
  /** The code is documented, the sentence is the emulator's. */
  noActiveTargets: () =>
    fault('?', 503, 'The Service is temporarily unavailable', 'messaging.adaptors.http.flow.NoActiveTargets'),
  targetDown: () =>
    fault(
      'D',
      503,
      'The Service is temporarily unavailable',
      'messaging.adaptors.http.flow.ServiceUnavailable',
      { reason: 'TARGET_CONNECT_TIMEOUT' },
    ),
  targetUntrusted: () =>
    fault(
      'R',
      503,
      'SSL Handshake failed sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
      'messaging.adaptors.http.flow.SslHandshakeFailed',
    ),
  targetEndedEarly: () =>
    fault('R', 502, 'Unexpected EOF at target', 'messaging.adaptors.http.flow.UnexpectedEOFAtTarget'),
  targetSilent: () =>
    fault('D', 504, 'Gateway Timeout', 'messaging.adaptors.http.flow.GatewayTimeout', {
      reason: 'TARGET_READ_TIMEOUT',
    }),
  /** Google's load balancer in front of Apigee: a page, and no fault. The sheet says no more than HTML. */
  blockedByLoadBalancer: (): Refusal => ({
    status: 403,
    reasonPhrase: 'Forbidden',
    headers: [
      ['Content-Type', 'text/html; charset=UTF-8'],
      ['Content-Length', String(FORBIDDEN_PAGE.length)],
      ['Via', '1.1 google'],
    ],
    body: FORBIDDEN_PAGE,
    confidence: 'I',
    source: 'gateways.md 4.3',
  }),
} as const;

const FORBIDDEN_PAGE =
  '<!doctype html><meta charset="utf-8"><meta name=viewport content="width=device-width, initial-scale=1"><title>403</title>403 Forbidden';

/** A host of an environment group has no port in its name. */
function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}
