import { describe, expect, it } from 'vitest';
import { loadAnswerReader } from '../answerReader.ts';
import { refusedRecord } from '../testing/handshakeRecords.ts';

const { diagnose } = await loadAnswerReader();

const URL = 'wss://api.example.com/v1/samples/websockets';

function fault(status: string, faultstring: string, errorcode: string, reason?: string): string {
  const more = reason === undefined ? '' : `,"reason":"${reason}"`;
  return `HTTP/1.1 ${status}\nContent-Type: application/json\n\n{"fault":{"faultstring":"${faultstring}","detail":{"errorcode":"${errorcode}"${more}}}}`;
}

/** The faults of gateways.md 4.3; those with "?" for a text there have one of ours, as only the code is documented. */
const FAULTS: readonly [status: string, faultstring: string, errorcode: string, id: string][] = [
  [
    '401 Unauthorized',
    'Failed to resolve API Key variable request.queryparam.apikey',
    'steps.oauth.v2.FailedToResolveAPIKey',
    'apigee-key-missing',
  ],
  ['401 Unauthorized', 'Invalid ApiKey', 'oauth.v2.InvalidApiKey', 'apigee-key-unknown'],
  [
    '401 Unauthorized',
    'Invalid ApiKey for given resource',
    'oauth.v2.InvalidApiKeyForGivenResource',
    'apigee-key-other-product',
  ],
  ['401 Unauthorized', 'x', 'oauth.v2.ApiKeyNotApproved', 'apigee-key-not-approved'],
  ['401 Unauthorized', 'x', 'keymanagement.service.consumer_key_revoked', 'apigee-key-not-approved'],
  ['401 Unauthorized', 'x', 'keymanagement.service.consumer_key_expired', 'apigee-key-expired'],
  [
    '401 Unauthorized',
    'x',
    'keymanagement.service.invalid_client-app_not_approved',
    'apigee-app-not-approved',
  ],
  ['401 Unauthorized', 'x', 'keymanagement.service.DeveloperStatusNotActive', 'apigee-developer-inactive'],
  ['401 Unauthorized', 'x', 'keymanagement.service.CompanyStatusNotActive', 'apigee-developer-inactive'],
  ['401 Unauthorized', 'Invalid access token', 'oauth.v2.InvalidAccessToken', 'apigee-token-missing'],
  [
    '401 Unauthorized',
    'Invalid Access Token',
    'keymanagement.service.invalid_access_token',
    'apigee-token-unknown',
  ],
  [
    '401 Unauthorized',
    'Access Token expired',
    'keymanagement.service.access_token_expired',
    'apigee-token-expired',
  ],
  [
    '500 Internal Server Error',
    'Access Token expired',
    'keymanagement.service.access_token_expired',
    'apigee-token-expired',
  ],
  [
    '401 Unauthorized',
    'Invalid API call as no apiproduct match found',
    'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
    'apigee-token-other-product',
  ],
  [
    '401 Unauthorized',
    'APIResource \\/facebook\\/acer does not exist',
    'keymanagement.service.apiresource_doesnot_exist',
    'apigee-token-other-resource',
  ],
  ['403 Forbidden', 'x', 'steps.oauth.v2.InsufficientScope', 'apigee-scope-missing'],
  ['401 Unauthorized', 'x', 'keymanagement.service.access_token_not_approved', 'apigee-token-not-approved'],
  [
    '404 Not Found',
    'Unable to identify proxy for host: api.example.com and url: \\/nope',
    'messaging.adaptors.http.flow.ApplicationNotFound',
    'apigee-proxy-not-found',
  ],
  ['500 Internal Server Error', 'x', 'messaging.runtime.RouteFailed', 'apigee-no-route'],
  ['500 Internal Server Error', 'x', 'messaging.runtime.TargetMissing', 'apigee-no-target'],
  [
    '503 Service Unavailable',
    'The Service is temporarily unavailable',
    'messaging.adaptors.http.flow.ServiceUnavailable',
    'apigee-target-unavailable',
  ],
  [
    '503 Service Unavailable',
    'x',
    'messaging.adaptors.http.flow.NoActiveTargets',
    'apigee-no-healthy-target',
  ],
  [
    '503 Service Unavailable',
    'SSL Handshake failed sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
    'messaging.adaptors.http.flow.SslHandshakeFailed',
    'apigee-target-tls',
  ],
  [
    '502 Bad Gateway',
    'Unexpected EOF at target',
    'messaging.adaptors.http.UnexpectedEOFAtTarget',
    'apigee-target-closed',
  ],
  [
    '504 Gateway Timeout',
    'Gateway Timeout',
    'messaging.adaptors.http.flow.GatewayTimeout',
    'apigee-target-timeout',
  ],
  [
    '403 Forbidden',
    'Raising fault. Fault name : RF-Denied',
    'steps.raisefault.RaiseFault',
    'apigee-raised-fault',
  ],
  [
    '429 Too Many Requests',
    'Spike arrest violation. Allowed rate : 5pm',
    'policies.ratelimit.SpikeArrestViolation',
    'apigee-spike-arrest',
  ],
  [
    '429 Too Many Requests',
    'Rate limit quota violation. Quota limit  exceeded. Identifier : _default',
    'policies.ratelimit.QuotaViolation',
    'apigee-quota',
  ],
  [
    '403 Forbidden',
    'Access Denied for client ip : 52.211.243.3',
    'accesscontrol.IPDeniedAccess',
    'apigee-ip-denied',
  ],
  [
    '414 URI Too Long',
    'request line size exceeding 7,168',
    'protocol.http.TooBigLine',
    'apigee-url-too-long',
  ],
  ['500 Internal Server Error', 'Something new', 'steps.javascript.ScriptExecutionFailed', 'apigee-fault'],
];

describe('Apigee', () => {
  it.each(FAULTS)('diagnoses %s “%s” (%s)', (status, faultstring, errorcode, id) => {
    expect(diagnose(refusedRecord(URL, fault(status, faultstring, errorcode)), 'auto')).toMatchObject([
      { id, gateway: 'apigee', severity: 'error' },
    ]);
  });

  it('reads the query parameter that the proxy wants out of the fault', () => {
    const answer = fault(
      '401 Unauthorized',
      'Failed to resolve API Key variable request.queryparam.key',
      'steps.oauth.v2.FailedToResolveAPIKey',
    );
    expect(diagnose(refusedRecord(URL, answer), 'apigee')).toMatchObject([
      {
        title: 'Apigee found no API key in the query parameter key.',
        fixes: [
          {
            text: 'Add the query parameter key with your key.',
            action: { kind: 'add-parameter', name: 'key' },
          },
        ],
        confidence: 'documented',
        source: 'gateways.md 7 row 7',
      },
    ]);
  });

  it('says what a browser client needs when the proxy reads a header', () => {
    const answer = fault(
      '401 Unauthorized',
      'Failed to resolve API Key variable request.header.x-apikey',
      'steps.oauth.v2.FailedToResolveAPIKey',
    );
    expect(diagnose(refusedRecord(URL, answer), 'apigee')).toMatchObject([
      {
        title: 'Apigee found no API key in the header x-apikey.',
        fixes: [
          {
            text: 'Send the header x-apikey with your key, in the Companion transport; browsers cannot send it.',
            action: { kind: 'add-header', name: 'x-apikey' },
          },
          {
            text: 'For browser clients, let the VerifyAPIKey policy read a query parameter, such as request.queryparam.apikey.',
            action: null,
          },
        ],
      },
    ]);
  });

  it('renames the parameter that was sent to the one that the proxy reads', () => {
    const answer = fault(
      '401 Unauthorized',
      'Failed to resolve API Key variable request.queryparam.key',
      'steps.oauth.v2.FailedToResolveAPIKey',
    );
    expect(diagnose(refusedRecord(`${URL}?apikey=k`, answer), 'apigee')[0]?.fixes).toEqual([
      {
        text: 'Add the query parameter key with your key.',
        action: { kind: 'rename-parameter', from: 'apikey', to: 'key' },
      },
    ]);
  });

  it('compares host and path with those that the fault names', () => {
    const answer = fault(
      '404 Not Found',
      'Unable to identify proxy for host: api.example.com and url: \\/nope',
      'messaging.adaptors.http.flow.ApplicationNotFound',
    );
    expect(diagnose(refusedRecord(URL, answer), 'auto')[0]?.fixes[0]?.text).toBe(
      'Compare host api.example.com and path /nope with the environment group’s hostnames and the proxy’s base path; a slash at the end counts.',
    );
  });

  it('shows the reason that Apigee X adds', () => {
    const answer = fault(
      '503 Service Unavailable',
      'The Service is temporarily unavailable',
      'messaging.adaptors.http.flow.ServiceUnavailable',
      'TARGET_CONNECT_TIMEOUT',
    );
    expect(diagnose(refusedRecord(URL, answer), 'auto')[0]?.title).toBe(
      'Apigee could not reach the target: TARGET_CONNECT_TIMEOUT.',
    );
  });

  it('takes 426 for a sign that the credential was accepted, where Apigee was chosen', () => {
    const answer = 'HTTP/1.1 426 Upgrade Required\nUpgrade: websocket\n\nUpgrade Required';
    expect(diagnose(refusedRecord(URL, answer), 'apigee')).toMatchObject([
      { id: 'apigee-upgrade-required', confidence: 'documented', source: 'gateways.md 7 row 12' },
    ]);
    expect(diagnose(refusedRecord(URL, answer), 'auto')).toMatchObject([{ id: 'generic-upgrade-required' }]);
  });

  it('takes an HTML page for the load balancer’s', () => {
    const answer = 'HTTP/1.1 404 Not Found\nContent-Type: text/html\n\n<html><title>404</title></html>';
    expect(diagnose(refusedRecord(URL, answer), 'apigee')).toMatchObject([
      { id: 'apigee-load-balancer', confidence: 'inferred' },
    ]);
  });
});
