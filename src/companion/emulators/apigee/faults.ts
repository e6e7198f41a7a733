import type { AnswerHeader, Confidence, Refusal } from '../server/answer.ts';
import type { Call } from '../server/call.ts';

/** What Apigee answers itself: gateways.md 4.3 and 7b. */
export const APIGEE_FAULTS = {
  /** Names the variable that the proxy reads, which is how a client learns where the key belongs. */
  unresolvedApiKey: (variable: string) =>
    fault('D', 401, `Failed to resolve API Key variable ${variable}`, 'steps.oauth.v2.FailedToResolveAPIKey'),
  invalidApiKey: () => fault('D', 401, 'Invalid ApiKey', 'oauth.v2.InvalidApiKey'),
  apiKeyOfOtherProduct: () =>
    fault('D', 401, 'Invalid ApiKey for given resource', 'oauth.v2.InvalidApiKeyForGivenResource'),
  missingAccessToken: () => fault('D', 401, 'Invalid access token', 'oauth.v2.InvalidAccessToken'),
  unknownAccessToken: () => tokenFault('Invalid Access Token', 'keymanagement.service.invalid_access_token'),
  expiredAccessToken: () => tokenFault('Access Token expired', 'keymanagement.service.access_token_expired'),
  unknownProxy: ({ host, path }: Call) =>
    fault(
      'D',
      404,
      `Unable to identify proxy for host: ${withoutPort(host)} and url: ${path}`,
      'messaging.adaptors.http.flow.ApplicationNotFound',
    ),
  spikeArrest: () =>
    fault(
      'D',
      429,
      'Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod=5, periodInMicroseconds=1000000, maxBurstMessageCount=1.0}',
      'policies.ratelimit.SpikeArrestViolation',
    ),
  targetDown: () =>
    fault(
      'D',
      503,
      'The Service is temporarily unavailable',
      'messaging.adaptors.http.flow.ServiceUnavailable',
      {
        reason: 'TARGET_CONNECT_TIMEOUT',
      },
    ),
} as const;

const REASON_PHRASES: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

function fault(
  confidence: Confidence,
  status: number,
  faultstring: string,
  errorcode: string,
  { reason, headers = [] }: { readonly reason?: string; readonly headers?: readonly AnswerHeader[] } = {},
): Refusal {
  const detail = reason === undefined ? { errorcode } : { errorcode, reason };
  const body = escapeSlashes(JSON.stringify({ fault: { faultstring, detail } }));
  return {
    status,
    reasonPhrase: REASON_PHRASES[status] ?? '',
    headers: [
      ['Content-Type', 'application/json'],
      ['Content-Length', String(Buffer.byteLength(body))],
      ...headers,
    ],
    body,
    confidence,
    source: 'gateways.md 4.3, 7b',
  };
}

/** The header was captured on one deployment; the fault itself is documented. */
function tokenFault(faultstring: string, errorcode: string): Refusal {
  const challenge = `Bearer realm="null",error="invalid_token",error_description="${errorcode}: ${faultstring}"`;
  return fault('D', 401, faultstring, errorcode, { headers: [['WWW-Authenticate', challenge]] });
}

/** Apigee writes `/` as `\/`, which JSON allows. */
function escapeSlashes(json: string): string {
  return json.replaceAll('/', '\\/');
}

/** A host of an environment group has no port in its name. */
function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}
