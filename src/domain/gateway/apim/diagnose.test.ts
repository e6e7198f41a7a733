import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../format/base64.ts';
import { loadAnswerReader } from '../answerReader.ts';
import { refusedRecord, STARTED_AT } from '../testing/handshakeRecords.ts';

const { diagnose } = await loadAnswerReader();

const URL_WITHOUT_KEY = 'wss://svc.azure-api.net/wsapi';
const HUB = 'wss://svc.azure-api.net/client/hubs/chat';

/** gateways.md 7b, as written there. */
const NO_KEY = `HTTP/1.1 401 Access Denied
Content-Length: 152
Content-Type: application/json
WWW-Authenticate: AzureApiManagementKey realm="https://svc.azure-api.net/wsapi",name="Ocp-Apim-Subscription-Key",type="header"

{ "statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API." }`;

const BAD_KEY = `HTTP/1.1 401 Access Denied
Content-Length: 143
Content-Type: application/json
WWW-Authenticate: AzureApiManagementKey realm="https://svc.azure-api.net/wsapi",name="Ocp-Apim-Subscription-Key",type="header"

{ "statusCode": 401, "message": "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription." }`;

function json(statusLine: string, body: string): string {
  return `HTTP/1.1 ${statusLine}\nContent-Type: application/json\n\n${body}`;
}

/** Each answer of gateways.md 2.3 and 7b, and the finding it gets. */
const ROWS: readonly [answer: string, id: string, confidence: string][] = [
  [NO_KEY, 'apim-missing-subscription-key', 'observed'],
  [BAD_KEY, 'apim-invalid-subscription-key', 'observed'],
  [
    json('404 Not Found', '{ "statusCode": 404, "message": "Resource not found" }'),
    'apim-not-found',
    'observed',
  ],
  [
    json('400 Bad Request', '{ "statusCode": 400, "message": "Invalid websocket upgrade request" }'),
    'apim-invalid-upgrade',
    'observed',
  ],
  [
    json(
      '429 Too Many Requests',
      '{ "statusCode": 429, "message": "Rate limit is exceeded. Try again in 57 seconds." }',
    ),
    'apim-rate-limit',
    'observed',
  ],
  [
    json(
      '500 Internal Server Error',
      '{ "statusCode": 500, "message": "Internal server error", "activityId": "00000000-0000-0000-0000-000000000000" }',
    ),
    'apim-backend-failed',
    'observed',
  ],
  [
    json(
      '403 Forbidden',
      '{ "statusCode": 403, "message": "Out of call volume quota. Quota will be replenished in 01:23:45." }',
    ),
    'apim-quota',
    'documented',
  ],
  [
    json(
      '403 Forbidden',
      '{ "statusCode": 403, "message": "Caller IP address 203.0.113.7 is not allowed. Access denied." }',
    ),
    'apim-ip-not-allowed',
    'documented',
  ],
  [
    json('401 Unauthorized', '{ "statusCode": 401, "message": "JWT not present." }'),
    'apim-jwt-missing',
    'documented',
  ],
  [
    json('401 Unauthorized', 'JWT token is missing the following claims: role, tid. Access denied.'),
    'apim-jwt-claims',
    'documented',
  ],
  [
    json('401 Unauthorized', 'Claim role value of reader is not allowed. Access denied.'),
    'apim-jwt-claim-value',
    'documented',
  ],
  [
    json('400 Bad Request', 'Header X-Tenant was not found in the request. Access denied.'),
    'apim-header-missing',
    'documented',
  ],
  [
    json('400 Bad Request', 'Header X-Tenant value of x is not allowed. Access denied.'),
    'apim-header-value',
    'documented',
  ],
  [json('401 Unauthorized', ''), 'apim-policy-or-backend-refused', 'inferred'],
  [json('403 Forbidden', '{ "statusCode": 403, "message": "Forbidden" }'), 'apim-forbidden', 'inferred'],
];

describe('API Management', () => {
  it.each(ROWS)('diagnoses %s', (answer, id, confidence) => {
    expect(diagnose(refusedRecord(URL_WITHOUT_KEY, answer), 'auto')).toMatchObject([
      { id, confidence, gateway: 'apim', severity: 'error' },
    ]);
  });

  it('quotes status, challenge and body of a missing key', () => {
    const [finding] = diagnose(refusedRecord(URL_WITHOUT_KEY, NO_KEY), 'auto');
    expect(finding).toEqual({
      id: 'apim-missing-subscription-key',
      gateway: 'apim',
      severity: 'error',
      title: 'API Management received no subscription key.',
      evidence: [
        { where: 'Status', quote: '401 Access Denied' },
        {
          where: 'WWW-Authenticate',
          quote:
            'AzureApiManagementKey realm="https://svc.azure-api.net/wsapi",name="Ocp-Apim-Subscription-Key",type="header"',
        },
        {
          where: 'Body',
          quote:
            '{ "statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API." }',
        },
      ],
      confidence: 'observed',
      fixes: [
        {
          text: 'Add the query parameter subscription-key with your key.',
          action: { kind: 'add-parameter', name: 'subscription-key' },
        },
        {
          text: 'Or send the header Ocp-Apim-Subscription-Key, in the Companion transport.',
          action: { kind: 'add-header', name: 'Ocp-Apim-Subscription-Key' },
        },
        {
          text: 'If the API needs no key, switch “Subscription required” off in its settings.',
          action: null,
        },
      ],
      source: 'gateways.md 7 row 1',
    });
  });

  it('reads the renamed header out of the challenge', () => {
    const renamed = NO_KEY.replace('name="Ocp-Apim-Subscription-Key"', 'name="x-api-key"');
    const [finding] = diagnose(refusedRecord(URL_WITHOUT_KEY, renamed), 'auto');
    expect(finding?.fixes[0]?.text).toBe(
      'Add the query parameter subscription-key with your key. This API has renamed its header to x-api-key: if it has renamed the parameter too, take that name from the API’s settings, under Subscription.',
    );
    expect(finding?.fixes[1]?.text).toBe('Or send the header x-api-key, in the Companion transport.');
  });

  it('says that a key sent in the query is read under another name', () => {
    const [finding] = diagnose(refusedRecord(`${URL_WITHOUT_KEY}?subscription-key=k`, NO_KEY), 'auto');
    expect(finding?.fixes).toMatchObject([
      {
        text: 'This API does not read the query parameter subscription-key: take the name from the API’s settings, under Subscription.',
        action: null,
      },
      { action: { kind: 'move-parameter-to-header', parameter: 'subscription-key' } },
      { action: null },
    ]);
  });

  it('offers the renamed header’s name for the parameter when the default one was sent in vain', () => {
    const renamed = NO_KEY.replace('name="Ocp-Apim-Subscription-Key"', 'name="x-api-key"');
    const [finding] = diagnose(refusedRecord(`${URL_WITHOUT_KEY}?subscription-key=k`, renamed), 'auto');
    expect(finding?.fixes[0]?.action).toEqual({
      kind: 'rename-parameter',
      from: 'subscription-key',
      to: 'x-api-key',
    });
  });

  it.each([
    ['wss://svc.azure-api.net/client/hubs/chat/room1', '/client/hubs/chat'],
    ['wss://svc.azure-api.net/wsapi/', '/wsapi'],
    ['wss://svc.azure-api.net/a/b/c', '/a/b'],
  ])('drops what follows the suffix of %s', (url, path) => {
    const notFound = json('404 Not Found', '{ "statusCode": 404, "message": "Resource not found" }');
    expect(diagnose(refusedRecord(url, notFound), 'auto')[0]?.fixes[0]?.action).toEqual({
      kind: 'set-path',
      path,
    });
  });

  it('has nothing to drop from a path of one part', () => {
    const notFound = json('404 Not Found', '{ "statusCode": 404, "message": "Resource not found" }');
    expect(diagnose(refusedRecord(URL_WITHOUT_KEY, notFound), 'auto')[0]?.fixes[0]?.action).toBeNull();
  });

  it('tells the seconds of a rate limit and the activity of a failed backend', () => {
    const fixesOf = (answer: string): readonly string[] =>
      diagnose(refusedRecord(URL_WITHOUT_KEY, answer), 'auto').flatMap(({ fixes }) =>
        fixes.map(({ text }) => text),
      );
    expect(
      fixesOf(json('429 Too Many Requests', 'Rate limit is exceeded. Try again in 57 seconds.')),
    ).toContain('Wait 57 seconds and connect again.');
    expect(
      fixesOf(
        json('500 Internal Server Error', '{ "statusCode": 500, "message": "x", "activityId": "a-1" }'),
      ),
    ).toContain('Look up the activity id a-1 in Application Insights, or give it to support.');
  });

  it('is known by its challenge and its envelope on a host of the owner’s', () => {
    expect(diagnose(refusedRecord('wss://api.contoso.com/wsapi', NO_KEY), 'auto')).toMatchObject([
      { id: 'apim-missing-subscription-key' },
    ]);
    const notFound = json('404 Not Found', '{ "statusCode": 404, "message": "Resource not found" }');
    expect(diagnose(refusedRecord('wss://api.contoso.com/wsapi/x', notFound), 'auto')).toMatchObject([
      { id: 'apim-not-found' },
    ]);
  });

  it('leaves the envelope of another framework alone', () => {
    const nest = json(
      '404 Not Found',
      '{"statusCode":404,"message":"Cannot GET /wsapi","error":"Not Found"}',
    );
    expect(diagnose(refusedRecord('wss://api.contoso.com/wsapi', nest), 'auto')).toMatchObject([
      { id: 'generic-not-found' },
    ]);
  });
});

/** A JWT whose signature nobody checks here. */
function tokenOf(claims: object): string {
  const payload = encodeBase64(new TextEncoder().encode(JSON.stringify(claims)));
  return `eyJhbGciOiJIUzI1NiJ9.${payload.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.c2ln`;
}

describe('Web PubSub behind API Management (row 6)', () => {
  const NOW_SECONDS = STARTED_AT / 1_000;
  const AUDIENCE = 'https://name.webpubsub.azure.com/client/hubs/chat';

  it.each([
    ['no token', '', 'webpubsub-token-missing', 'observed'],
    ['a subscription key for a token', '?access_token=abc', 'webpubsub-token-unreadable', 'observed'],
    [
      'an expired token',
      `?access_token=${tokenOf({ aud: AUDIENCE, exp: NOW_SECONDS - 60 })}`,
      'webpubsub-token-expired',
      'observed',
    ],
    [
      'a token for another hub',
      `?access_token=${tokenOf({ aud: `${AUDIENCE}2`, exp: NOW_SECONDS + 60 })}`,
      'webpubsub-token-audience',
      'observed',
    ],
    [
      'a token that only its signature can be wrong with',
      `?access_token=${tokenOf({ aud: AUDIENCE, exp: NOW_SECONDS + 60 })}`,
      'webpubsub-token-refused',
      'inferred',
    ],
  ])('finds %s', (_what, query, id, confidence) => {
    const findings = diagnose(refusedRecord(HUB + query, 'HTTP/1.1 401 Unauthorized'), 'auto');
    expect(findings).toMatchObject([{ id, confidence, gateway: 'webpubsub' }]);
  });

  it('quotes when the token expired, and not the token', () => {
    const url = `${HUB}?access_token=${tokenOf({ aud: AUDIENCE, exp: NOW_SECONDS - 60 })}`;
    const [finding] = diagnose(refusedRecord(url, 'HTTP/1.1 401 Unauthorized'), 'auto');
    expect(finding?.evidence).toEqual([
      { where: 'Status', quote: '401 Unauthorized' },
      { where: 'access_token', quote: 'exp 1795348740 (2026-11-22 11:59:00 UTC)' },
    ]);
  });

  it('compares the host too when the service is dialled itself', () => {
    const token = tokenOf({ aud: AUDIENCE, exp: NOW_SECONDS + 60 });
    const direct = `wss://other.webpubsub.azure.com/client/hubs/chat?access_token=${token}`;
    expect(diagnose(refusedRecord(direct, 'HTTP/1.1 401 Unauthorized'), 'auto')).toMatchObject([
      { id: 'webpubsub-token-audience' },
    ]);
  });

  it.each([
    ['403 Forbidden', 'webpubsub-access-denied'],
    ['404 Not Found', 'webpubsub-bad-path'],
    ['429 Too Many Requests', 'webpubsub-connection-quota'],
    ['500 Internal Server Error', 'webpubsub-connect-handler-failed'],
  ])('reads %s of the service itself', (status, id) => {
    const url = 'wss://name.webpubsub.azure.com/client/hubs/chat';
    expect(diagnose(refusedRecord(url, `HTTP/1.1 ${status}`), 'auto')).toMatchObject([{ id }]);
  });
});
