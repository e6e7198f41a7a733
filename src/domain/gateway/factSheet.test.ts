import { describe, expect, it } from 'vitest';
import type { HandshakeCheckId } from '../handshake/handshakeRecord.ts';
import type { GatewayId } from './gatewayId.ts';
import { loadAnswerReader } from './answerReader.ts';
import { failedRecord, refusedRecord, STARTED_AT, switchedRecord } from './testing/handshakeRecords.ts';

const { diagnose, explainClose } = await loadAnswerReader();

/** Every row of gateways.md that says how an attempt ends, as an answer on the wire; and the findings that it must get. */
interface Row {
  readonly cause: string;
  readonly url?: string;
  readonly chosen?: GatewayId;
  /** Status line and headers; the body stands apart. */
  readonly head: string;
  readonly body?: string;
  readonly ids: readonly string[];
}

function check(rows: readonly Row[], url: string, chosen: GatewayId | 'auto'): void {
  it.each(rows)('$cause: $ids', (row) => {
    const record = refusedRecord(row.url ?? url, `HTTP/1.1 ${row.head}\n\n${row.body ?? ''}`);
    expect(diagnose(record, row.chosen ?? chosen).map(({ id }) => id)).toEqual(row.ids);
  });
}

const APIM_CHALLENGE =
  'WWW-Authenticate: AzureApiManagementKey realm="https://svc.azure-api.net/wsapi",name="Ocp-Apim-Subscription-Key",type="header"';
const envelope = (status: number, message: string) => `{ "statusCode": ${status}, "message": "${message}" }`;

describe('section 2.3 and 7b, API Management', () => {
  check(
    [
      {
        cause: 'no key',
        head: `401 Access Denied\nContent-Type: application/json\n${APIM_CHALLENGE}`,
        body: envelope(
          401,
          'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
        ),
        ids: ['apim-missing-subscription-key'],
      },
      {
        cause: 'no key, in the words of the LastError table, the challenge dropped on the way',
        head: '401 Unauthorized',
        body: envelope(
          401,
          'Access denied due to missing subscription key. Make sure to include subscription key when making requests to this API.',
        ),
        ids: ['apim-missing-subscription-key'],
      },
      {
        cause: 'wrong key',
        head: `401 Access Denied\n${APIM_CHALLENGE}`,
        body: envelope(
          401,
          'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
        ),
        ids: ['apim-invalid-subscription-key'],
      },
      {
        cause: 'challenge with a body of the owner’s',
        head: `401 Unauthorized\n${APIM_CHALLENGE}`,
        body: 'no',
        ids: ['apim-subscription-key-refused'],
      },
      {
        cause: 'unknown path',
        head: '404 Resource Not Found',
        body: envelope(404, 'Resource not found'),
        ids: ['apim-not-found'],
      },
      {
        cause: 'no upgrade, or another version than 13',
        head: '400 Bad Request',
        body: envelope(400, 'Invalid websocket upgrade request'),
        ids: ['apim-invalid-upgrade'],
      },
      {
        cause: 'rate limit',
        head: '429 Too Many Requests\nRetry-After: 57',
        body: envelope(429, 'Rate limit is exceeded. Try again in 57 seconds.'),
        ids: ['apim-rate-limit'],
      },
      {
        cause: 'quota of calls',
        head: '403 Forbidden',
        body: envelope(403, 'Out of call volume quota. Quota will be replenished in 01:23:45.'),
        ids: ['apim-quota'],
      },
      {
        cause: 'quota of bandwidth',
        head: '403 Forbidden',
        body: envelope(403, 'Out of bandwidth quota. Quota will be replenished in 01:23:45.'),
        ids: ['apim-quota'],
      },
      {
        cause: 'address not allowed',
        head: '403 Forbidden',
        body: envelope(403, 'Caller IP address 203.0.113.7 is not allowed. Access denied.'),
        ids: ['apim-ip-not-allowed'],
      },
      {
        cause: 'address blocked',
        head: '403 Forbidden',
        body: envelope(403, 'Caller IP address is blocked. Access denied.'),
        ids: ['apim-ip-not-allowed'],
      },
      {
        cause: 'address not established',
        head: '403 Forbidden',
        body: envelope(403, 'Failed to establish IP address for the caller. Access denied.'),
        ids: ['apim-ip-not-allowed'],
      },
      {
        cause: 'the short body of a policy',
        head: '403 Forbidden',
        body: envelope(403, 'Forbidden'),
        ids: ['apim-forbidden'],
      },
      {
        cause: 'validate-jwt, none present',
        head: '401 Unauthorized',
        body: envelope(401, 'JWT not present.'),
        ids: ['apim-jwt-missing'],
      },
      {
        cause: 'validate-jwt, expired',
        head: '401 Unauthorized',
        body: envelope(
          401,
          'IDX10223: Lifetime validation failed. The token is expired. ValidTo: 11/22/2026. Access denied.',
        ),
        ids: ['apim-jwt-expired'],
      },
      {
        cause: 'validate-jwt, expired, by the reason’s name',
        head: '401 Unauthorized',
        body: 'TokenExpired',
        ids: ['apim-jwt-expired'],
      },
      {
        cause: 'validate-jwt, audience',
        head: '401 Unauthorized',
        body: envelope(401, 'IDX10214: Audience validation failed. Access denied.'),
        ids: ['apim-jwt-audience'],
      },
      {
        cause: 'validate-jwt, issuer',
        head: '401 Unauthorized',
        body: envelope(401, 'TokenIssuerNotAllowed: Issuer is not allowed. Access denied.'),
        ids: ['apim-jwt-issuer'],
      },
      {
        cause: 'validate-jwt, signature',
        head: '401 Unauthorized',
        body: envelope(401, 'TokenSignatureInvalid'),
        ids: ['apim-jwt-signature'],
      },
      {
        cause: 'validate-jwt, unknown signing key',
        head: '401 Unauthorized',
        body: envelope(401, 'TokenSignatureKeyNotFound'),
        ids: ['apim-jwt-signature'],
      },
      {
        cause: 'validate-jwt, anything else',
        head: '401 Unauthorized',
        body: envelope(401, 'The token is not well formed. Access denied.'),
        ids: ['apim-jwt-refused'],
      },
      {
        cause: 'validate-jwt, claims missing',
        head: '401 Unauthorized',
        body: envelope(401, 'JWT token is missing the following claims: role, tid. Access denied.'),
        ids: ['apim-jwt-claims'],
      },
      {
        cause: 'validate-jwt, value of a claim',
        head: '401 Unauthorized',
        body: envelope(401, 'Claim role value of reader is not allowed. Access denied.'),
        ids: ['apim-jwt-claim-value'],
      },
      {
        cause: 'check-header, missing',
        head: '401 Unauthorized',
        body: envelope(401, 'Header X-Tenant was not found in the request. Access denied.'),
        ids: ['apim-header-missing'],
      },
      {
        cause: 'check-header, value',
        head: '403 Forbidden',
        body: envelope(403, 'Header X-Tenant value of a b is not allowed. Access denied.'),
        ids: ['apim-header-value'],
      },
      {
        cause: 'backend unreachable',
        head: '500 Internal Server Error',
        body: '{ "statusCode": 500, "message": "Internal server error", "activityId": "00000000-0000-0000-0000-000000000000" }',
        ids: ['apim-backend-failed'],
      },
      { cause: 'backend answers 401', head: '401 Unauthorized', ids: ['apim-policy-or-backend-refused'] },
      { cause: 'backend answers 403', head: '403 Forbidden', ids: ['apim-forbidden'] },
      { cause: 'backend answers 503', head: '503 Service Unavailable', ids: ['apim-backend-refused'] },
      {
        cause: 'backend answers 404',
        head: '404 Not Found',
        body: 'No WebSocket here.',
        ids: ['apim-backend-refused'],
      },
      {
        cause: 'connection limit, in the usual envelope',
        head: '503 Service Unavailable',
        body: envelope(503, 'Service unavailable'),
        ids: ['apim-refused'],
      },
    ],
    'wss://svc.azure-api.net/wsapi',
    'auto',
  );
});

describe('section 2.3 and 7b, API Management on a host of its owner’s', () => {
  check(
    [
      {
        cause: 'no key',
        head: `401 Access Denied\n${APIM_CHALLENGE}`,
        body: envelope(401, 'Access denied due to missing subscription key.'),
        ids: ['apim-missing-subscription-key'],
      },
      {
        cause: 'backend unreachable',
        head: '500 Internal Server Error',
        body: '{ "statusCode": 500, "message": "Internal server error", "activityId": "0" }',
        ids: ['apim-backend-failed'],
      },
    ],
    'wss://api.contoso.com/wsapi',
    'auto',
  );
});

describe('section 3.3, Web PubSub', () => {
  check(
    [
      { cause: 'no token', head: '401 Unauthorized', ids: ['webpubsub-token-missing'] },
      {
        cause: 'no JWT',
        url: 'wss://name.webpubsub.azure.com/client/hubs/chat?access_token=abc',
        head: '401 Unauthorized',
        ids: ['webpubsub-token-unreadable'],
      },
      {
        // {"aud":"https://name.webpubsub.azure.com/client/hubs/chat","exp":1}
        cause: 'expired token',
        url: 'wss://name.webpubsub.azure.com/client/hubs/chat?access_token=e30.eyJhdWQiOiJodHRwczovL25hbWUud2VicHVic3ViLmF6dXJlLmNvbS9jbGllbnQvaHVicy9jaGF0IiwiZXhwIjoxfQ.c2ln',
        head: '401 Unauthorized',
        ids: ['webpubsub-token-expired'],
      },
      {
        // {"aud":"https://name.webpubsub.azure.com/client/hubs/other"}
        cause: 'audience mismatch',
        url: 'wss://name.webpubsub.azure.com/client/hubs/chat?access_token=e30.eyJhdWQiOiJodHRwczovL25hbWUud2VicHVic3ViLmF6dXJlLmNvbS9jbGllbnQvaHVicy9vdGhlciJ9.c2ln',
        head: '401 Unauthorized',
        ids: ['webpubsub-token-audience'],
      },
      { cause: 'hub name', head: '400 Bad Request', ids: ['webpubsub-bad-path'] },
      { cause: 'bad path', head: '404 Not Found', ids: ['webpubsub-bad-path'] },
      {
        cause: 'connect handler fails',
        head: '500 Internal Server Error',
        ids: ['webpubsub-connect-handler-failed'],
      },
      { cause: 'public access disabled', head: '403 Forbidden', ids: ['webpubsub-access-denied'] },
      { cause: 'connection quota', head: '429 Too Many Requests', ids: ['webpubsub-connection-quota'] },
    ],
    'wss://name.webpubsub.azure.com/client/hubs/chat',
    'auto',
  );
});

const fault = (faultstring: string, errorcode: string) =>
  JSON.stringify({ fault: { faultstring, detail: { errorcode } } });

describe('section 4.3 and 7b, Apigee', () => {
  check(
    [
      {
        cause: 'key missing',
        head: '401 Unauthorized',
        body: fault(
          'Failed to resolve API Key variable request.queryparam.apikey',
          'steps.oauth.v2.FailedToResolveAPIKey',
        ),
        ids: ['apigee-key-missing'],
      },
      {
        cause: 'key unknown',
        head: '401 Unauthorized',
        body: fault('Invalid ApiKey', 'oauth.v2.InvalidApiKey'),
        ids: ['apigee-key-unknown'],
      },
      {
        cause: 'key of another product',
        head: '401 Unauthorized',
        body: fault('Invalid ApiKey for given resource', 'oauth.v2.InvalidApiKeyForGivenResource'),
        ids: ['apigee-key-other-product'],
      },
      {
        cause: 'key not approved',
        head: '401 Unauthorized',
        body: fault('x', 'oauth.v2.ApiKeyNotApproved'),
        ids: ['apigee-key-not-approved'],
      },
      {
        cause: 'key revoked, in the other family',
        head: '401 Unauthorized',
        body: fault('x', 'keymanagement.service.consumer_key_revoked'),
        ids: ['apigee-key-not-approved'],
      },
      {
        cause: 'key expired',
        head: '401 Unauthorized',
        body: fault('x', 'keymanagement.service.consumer_key_expired'),
        ids: ['apigee-key-expired'],
      },
      {
        cause: 'app not approved',
        head: '401 Unauthorized',
        body: fault('x', 'keymanagement.service.invalid_client-app_not_approved'),
        ids: ['apigee-app-not-approved'],
      },
      {
        cause: 'developer inactive',
        head: '401 Unauthorized',
        body: fault('x', 'keymanagement.service.DeveloperStatusNotActive'),
        ids: ['apigee-developer-inactive'],
      },
      {
        cause: 'company inactive',
        head: '401 Unauthorized',
        body: fault('x', 'keymanagement.service.CompanyStatusNotActive'),
        ids: ['apigee-developer-inactive'],
      },
      {
        cause: 'no token',
        head: '401 Unauthorized',
        body: fault('Invalid access token', 'oauth.v2.InvalidAccessToken'),
        ids: ['apigee-token-missing'],
      },
      {
        cause: 'token unknown',
        head: '401 Unauthorized',
        body: fault('Invalid Access Token', 'keymanagement.service.invalid_access_token'),
        ids: ['apigee-token-unknown'],
      },
      {
        cause: 'token expired',
        head: '401 Unauthorized',
        body: fault('Access Token expired', 'keymanagement.service.access_token_expired'),
        ids: ['apigee-token-expired'],
      },
      {
        cause: 'token expired, older deployments',
        head: '500 Internal Server Error',
        body: fault('Access Token expired', 'keymanagement.service.access_token_expired'),
        ids: ['apigee-token-expired'],
      },
      {
        cause: 'token expired, the body the author’s own',
        head: '401 Unauthorized\nWWW-Authenticate: Bearer realm="null",error="invalid_token",error_description="keymanagement.service.access_token_expired: Access Token expired"',
        body: 'go away',
        ids: ['apigee-token-expired'],
      },
      {
        cause: 'no product for the call',
        head: '401 Unauthorized',
        body: fault(
          'Invalid API call as no apiproduct match found',
          'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
        ),
        ids: ['apigee-token-other-product'],
      },
      {
        cause: 'path not in the product',
        head: '401 Unauthorized',
        body: '{"fault":{"faultstring":"APIResource \\/facebook\\/acer does not exist","detail":{"errorcode":"keymanagement.service.apiresource_doesnot_exist"}}}',
        ids: ['apigee-token-other-resource'],
      },
      {
        cause: 'scope missing',
        head: '403 Forbidden',
        body: fault('x', 'steps.oauth.v2.InsufficientScope'),
        ids: ['apigee-scope-missing'],
      },
      {
        cause: 'token not approved',
        head: '401 Unauthorized',
        body: fault('x', 'keymanagement.service.access_token_not_approved'),
        ids: ['apigee-token-not-approved'],
      },
      {
        cause: 'no proxy there',
        head: '404 Not Found',
        body: '{"fault":{"faultstring":"Unable to identify proxy for host: api.example.com and url: \\/nope","detail":{"errorcode":"messaging.adaptors.http.flow.ApplicationNotFound"}}}',
        ids: ['apigee-proxy-not-found'],
      },
      {
        cause: 'host in no environment group',
        chosen: 'apigee',
        head: '404 Not Found\nContent-Type: text/html',
        body: '<html><title>404</title></html>',
        ids: ['apigee-load-balancer'],
      },
      {
        cause: 'no route',
        head: '500 Internal Server Error',
        body: fault('x', 'messaging.runtime.RouteFailed'),
        ids: ['apigee-no-route'],
      },
      {
        cause: 'no target',
        head: '500 Internal Server Error',
        body: fault('x', 'messaging.runtime.TargetMissing'),
        ids: ['apigee-no-target'],
      },
      {
        cause: 'target down',
        head: '503 Service Unavailable',
        body: '{"fault":{"faultstring":"The Service is temporarily unavailable","detail":{"errorcode":"messaging.adaptors.http.flow.ServiceUnavailable","reason":"TARGET_CONNECT_TIMEOUT"}}}',
        ids: ['apigee-target-unavailable'],
      },
      {
        cause: 'no healthy target',
        head: '503 Service Unavailable',
        body: fault('x', 'messaging.adaptors.http.flow.NoActiveTargets'),
        ids: ['apigee-no-healthy-target'],
      },
      {
        cause: 'TLS to the target',
        head: '503 Service Unavailable',
        body: fault('SSL Handshake failed', 'messaging.adaptors.http.flow.SslHandshakeFailed'),
        ids: ['apigee-target-tls'],
      },
      {
        cause: 'target closes early',
        head: '502 Bad Gateway',
        body: fault('Unexpected EOF at target', 'messaging.adaptors.http.UnexpectedEOFAtTarget'),
        ids: ['apigee-target-closed'],
      },
      {
        cause: 'target never answers',
        head: '504 Gateway Timeout',
        body: fault('Gateway Timeout', 'messaging.adaptors.http.flow.GatewayTimeout'),
        ids: ['apigee-target-timeout'],
      },
      { cause: 'target refuses', chosen: 'apigee', head: '403 Forbidden', ids: ['apigee-target-refused'] },
      {
        cause: 'plain GET with a good key',
        chosen: 'apigee',
        head: '426 Upgrade Required',
        body: 'Upgrade Required',
        ids: ['apigee-upgrade-required'],
      },
      {
        cause: 'spike arrest',
        head: '429 Too Many Requests',
        body: fault('Spike arrest violation. Allowed rate : 5pm', 'policies.ratelimit.SpikeArrestViolation'),
        ids: ['apigee-spike-arrest'],
      },
      {
        cause: 'quota',
        head: '429 Too Many Requests',
        body: fault(
          'Rate limit quota violation. Quota limit  exceeded. Identifier : x',
          'policies.ratelimit.QuotaViolation',
        ),
        ids: ['apigee-quota'],
      },
      {
        cause: 'address denied',
        head: '403 Forbidden',
        body: fault('Access Denied for client ip : 52.211.243.3', 'accesscontrol.IPDeniedAccess'),
        ids: ['apigee-ip-denied'],
      },
      {
        cause: 'URL too long',
        head: '414 URI Too Long',
        body: fault('request line size exceeding 7,168', 'protocol.http.TooBigLine'),
        ids: ['apigee-url-too-long'],
      },
      {
        cause: 'Google’s own page',
        chosen: 'apigee',
        head: '502 Bad Gateway\nContent-Type: text/html\nVia: 1.1 google',
        body: '<html><head><title>502 Server Error</title></head><body><h1>Error: Server Error</h1>\n<h2>The server encountered a temporary error</h2></body></html>',
        ids: ['front-google-load-balancer', 'generic-server-failed'],
      },
    ],
    'wss://api.example.com/v1/samples/websockets',
    'auto',
  );
});

const AWS_IDS =
  'x-amzn-RequestId: 11111111-2222-3333-4444-555555555555\nx-amz-apigw-id: ABCdefGHIjklMNO=\nContent-Type: application/json';

describe('section 5.3 and 7b, AWS', () => {
  check(
    [
      { cause: '$connect returns 402', head: '402 Payment Required', ids: ['aws-connect-refused'] },
      { cause: '$connect throws', head: '502 Bad Gateway', ids: ['aws-connect-lambda-failed'] },
      {
        cause: '$connect throws, as reported at times, or returns 500',
        head: '500 Internal Server Error',
        ids: ['aws-connect-lambda-failed', 'aws-authorizer-failed'],
      },
      {
        cause: '$connect is slow',
        head: '504 Gateway Timeout\nx-amzn-ErrorType: InternalServerErrorException',
        ids: ['aws-connect-timeout'],
      },
      {
        cause: 'identity source missing',
        head: `401 Unauthorized\n${AWS_IDS}\nx-amzn-ErrorType: UnauthorizedException`,
        body: '{"message":"Unauthorized"}',
        ids: ['aws-unauthorized'],
      },
      {
        cause: 'authorizer denies',
        head: `403 Forbidden\n${AWS_IDS}\nx-amzn-ErrorType: ForbiddenException`,
        body: '{"message":"Forbidden"}',
        ids: ['aws-forbidden'],
      },
      {
        cause: 'authorizer denies, REST form',
        head: `403 Forbidden\n${AWS_IDS}\nx-amzn-ErrorType: AccessDeniedException`,
        body: '{"Message":"User is not authorized to access this resource with an explicit deny"}',
        ids: ['aws-explicit-deny'],
      },
      {
        cause: 'authorizer crashes',
        head: '500 Internal Server Error',
        body: '{"message":null}',
        ids: ['aws-authorizer-failed', 'aws-connect-lambda-failed'],
      },
      {
        cause: 'signature wrong',
        head: `403 Forbidden\n${AWS_IDS}`,
        body: '{"message":"The request signature we calculated does not match the signature you provided."}',
        ids: ['aws-signature'],
      },
      {
        cause: 'no signature',
        head: `403 Forbidden\n${AWS_IDS}\nx-amzn-ErrorType: MissingAuthenticationTokenException`,
        body: '{"message":"Missing Authentication Token"}',
        ids: ['aws-signature'],
      },
      {
        cause: 'wrong stage on a custom domain',
        url: 'wss://ws.example.com/chat',
        head: `403 Forbidden\n${AWS_IDS}\nx-amzn-ErrorType: ForbiddenException`,
        body: '{"message":"Forbidden"}',
        ids: ['aws-forbidden'],
      },
      {
        cause: 'throttled',
        head: `429 Too Many Requests\n${AWS_IDS}`,
        body: '{"message":"Too Many Requests"}',
        ids: ['aws-throttled'],
      },
      {
        cause: 'usage plan quota',
        head: `429 Too Many Requests\n${AWS_IDS}`,
        body: '{"message":"Limit Exceeded"}',
        ids: ['aws-throttled'],
      },
      {
        cause: 'CloudFront in front',
        head: '403 Forbidden\nServer: CloudFront\nContent-Type: text/html',
        body: '<HTML><BODY>Generated by cloudfront (CloudFront)</BODY></HTML>',
        ids: ['front-cloudfront', 'generic-forbidden'],
      },
      { cause: 'plain GET', head: '426 Upgrade Required', ids: ['aws-upgrade-required'] },
    ],
    'wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/dev',
    'auto',
  );
});

const ibm = (httpCode: string, httpMessage: string, moreInformation: string) =>
  JSON.stringify({ httpCode, httpMessage, moreInformation });

describe('section 6.4 and 7b, API Connect', () => {
  check(
    [
      {
        cause: 'id or secret',
        head: '401 Unauthorized',
        body: ibm('401', 'Unauthorized', 'Invalid client id or secret.'),
        ids: ['ibm-invalid-client'],
      },
      {
        cause: 'not registered, v5',
        head: '401 Unauthorized',
        body: ibm('401', 'Unauthorized', 'Client id not registered.'),
        ids: ['ibm-client-unknown'],
      },
      {
        cause: 'no plan',
        head: '403 Forbidden',
        body: ibm('403', 'Forbidden', 'Not registered to plan'),
        ids: ['ibm-no-plan'],
      },
      {
        cause: 'no plan, before the fix',
        head: '401 Unauthorized',
        body: ibm('401', 'Unauthorized', 'Not registered to plan'),
        ids: ['ibm-no-plan'],
      },
      {
        cause: 'registration not active',
        head: '403 Forbidden',
        body: ibm('403', 'Forbidden', 'registration not active for plan'),
        ids: ['ibm-no-plan'],
      },
      {
        cause: 'unknown base path',
        head: '404 Not Found',
        body: ibm('404', 'Not Found', 'API not found for requested URI'),
        ids: ['ibm-api-not-found'],
      },
      {
        cause: 'unknown path within the API',
        head: '404 Not Found',
        body: ibm('404', 'Not Found', 'No resources match requested URI'),
        ids: ['ibm-path-not-found'],
      },
      {
        cause: 'method',
        head: '405 Method Not Allowed',
        body: ibm('405', 'Method Not Allowed', 'The method is not allowed for the requested URL'),
        ids: ['ibm-method'],
      },
      {
        cause: 'rate limit',
        head: '429 Too Many Requests',
        body: '{ "httpCode":"429", "httpMessage":"Too Many Requests", "moreInformation":"Rate Limit exceeded" }',
        ids: ['ibm-rate-limit'],
      },
      {
        cause: 'backend unreachable',
        head: '500 Internal Server Error',
        body: ibm('500', 'Internal Server Error', 'Failed to establish a backside connection'),
        ids: ['ibm-backend-failed'],
      },
      {
        cause: 'generic',
        head: '500 Internal Server Error',
        body: ibm('500', 'Internal Server Error', 'Internal Error'),
        ids: ['ibm-internal'],
      },
      {
        cause: 'XML',
        head: '401 Unauthorized\nContent-Type: application/xml',
        body: '<errorResponse><httpCode>401</httpCode><httpMessage>Unauthorized</httpMessage><moreInformation>Invalid client id or secret.</moreInformation></errorResponse>',
        ids: ['ibm-invalid-client'],
      },
      {
        cause: 'upgrade not enabled, row 22',
        chosen: 'ibm',
        head: '200 OK\nContent-Type: application/json',
        body: '{"ok":true}',
        ids: ['ibm-upgrade-not-enabled'],
      },
      {
        cause: 'token of OAuth',
        chosen: 'ibm',
        head: '401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"',
        ids: ['ibm-token-refused'],
      },
      { cause: 'backend refuses', chosen: 'ibm', head: '404 Not Found', ids: ['ibm-backend-refused'] },
    ],
    'wss://gateway.example.com/org/sandbox/websocket-test',
    'auto',
  );
});

describe('section 7, rows that are no refusal', () => {
  const broken = (id: HandshakeCheckId) =>
    ({ id, verdict: 'broken', rule: 'r', seen: 's', source: 'RFC 6455' }) as const;

  it('row 6: the hub behind API Management refuses the token', () => {
    const record = refusedRecord(
      'wss://svc.azure-api.net/client/hubs/chat?subscription-key=k',
      'HTTP/1.1 401 Unauthorized',
    );
    expect(diagnose(record, 'auto').map(({ id }) => id)).toEqual(['webpubsub-token-missing']);
  });

  it('row 18: a 101 without the subprotocol that was offered', () => {
    const record = switchedRecord([{ ...broken('subprotocol'), verdict: 'warning' }], {
      url: 'wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/dev',
    });
    expect(diagnose(record, 'auto').map(({ id }) => id)).toEqual(['aws-subprotocol-not-returned']);
    expect(diagnose({ ...record, url: 'wss://host.example/' }, 'auto').map(({ id }) => id)).toEqual([
      'generic-check-subprotocol',
    ]);
  });

  it('row 32: no HTTP answer', () => {
    expect(diagnose(failedRecord({ code: 'dns-not-found' }), 'auto').map(({ id }) => id)).toEqual([
      'generic-dns-not-found',
    ]);
  });

  it('row 33: hidden by the browser', () => {
    expect(diagnose(failedRecord({ code: 'browser-hidden' }), 'auto').map(({ id }) => id)).toEqual([
      'generic-browser-hidden',
    ]);
  });
});

describe('section 7, rows 23 to 31', () => {
  const SECOND = 1_000;
  const MINUTE = 60 * SECOND;
  const rows: readonly [
    row: number,
    gateway: GatewayId,
    code: number,
    reason: string,
    openMs: number,
    idleMs: number,
    id: string,
  ][] = [
    [23, 'aws', 1001, 'Going away', 20 * MINUTE, 603.9 * SECOND, 'aws-idle-limit'],
    [24, 'aws', 1001, 'Going away', 120 * MINUTE, MINUTE, 'aws-duration-limit'],
    [25, 'aws', 1003, '', MINUTE, SECOND, 'aws-binary-frame'],
    [26, 'aws', 1009, '', MINUTE, SECOND, 'aws-too-big'],
    [27, 'webpubsub', 1008, '', SECOND, SECOND, 'webpubsub-recovery-failed'],
    [28, 'webpubsub', 1000, '', MINUTE, SECOND, 'webpubsub-no-event-handler'],
    [29, 'apim', 1006, '', 30 * MINUTE, 4 * MINUTE, 'apim-idle-limit'],
    [30, 'apigee', 1006, '', 30 * SECOND, SECOND, 'apigee-load-balancer-timeout'],
    [31, 'apigee', 1006, '', 5.5 * MINUTE, 60 * SECOND, 'apigee-keepalive-timeout'],
  ];

  it.each(rows)('row %i: %s closes with %i “%s”', (_row, gateway, closeCode, reason, openMs, idleMs, id) => {
    const opened = { at: STARTED_AT, subprotocol: null, extensions: null };
    const by = closeCode === 1006 ? ('network' as const) : ('remote' as const);
    const ending = {
      at: STARTED_AT + openMs,
      closeCode,
      reason,
      wasClean: by === 'remote',
      by,
      detail: null,
    };
    expect(explainClose(gateway, opened, ending, ending.at - idleMs, null)?.id).toBe(id);
  });
});
