import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalScenario } from '#wire/companionApi.ts';
import type { RunningGateways } from './startGateways.ts';
import { connectClient } from './testing/connectClient.ts';
import { scenarioOf, startTestGateways } from './testing/localGateways.ts';
import { sendHandshake } from './testing/sendHandshake.ts';

/** Written from gateways.md, not from the emulators: the two must be able to disagree. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const AWS_ID = /^[\w-]{15}=$/;

const REPLIES: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  'apim-chat': ['hello'],
  'apim-chat-json': [
    /^\{"type":"system","event":"connected","userId":"user1","connectionId":"[\w-]{24}"\}$/,
    '{"type":"ack","ackId":1,"success":true}',
  ],
  'apim-header-key': ['hello'],
  'apim-renamed-key': ['hello'],
  'apim-check-header': ['hello'],
  'apim-jwt': ['hello'],
  'webpubsub-chat': ['hello'],
  'webpubsub-chat-json': [
    /^\{"type":"system","event":"connected","userId":"user1","connectionId":"[\w-]{24}"\}$/,
    '{"type":"ack","ackId":1,"success":true}',
  ],
  'webpubsub-chat-reliable': [
    /^\{"type":"system","event":"connected","userId":"user1","connectionId":"[\w-]{24}","reconnectionToken":"[\w-]{43}"\}$/,
    '{"type":"message","from":"server","dataType":"text","data":"hello","sequenceId":1}',
    '{"type":"ack","ackId":1,"success":true}',
  ],
  'webpubsub-no-roles': [
    /^\{"type":"system","event":"connected","userId":"user1","connectionId":"[\w-]{24}"\}$/,
    `{"type":"ack","ackId":1,"success":false,"error":{"name":"Forbidden","message":"The client has no permission to send message to group 'lobby'."}}`,
  ],
  'webpubsub-header-token': ['hello'],
  'apigee-echo': ['hello'],
  'apigee-oauth': ['hello'],
  'apigee-header-key': ['hello'],
  'aws-echo': ['{"message":"echo","data":"hello"}'],
  'aws-authorizer': ['{"message":"echo","data":"hello"}'],
  'aws-iam': ['{"message":"echo","data":"hello"}'],
  'aws-api-key': ['{"message":"echo","data":"hello"}'],
  'aws-custom-domain': ['{"message":"echo","data":"hello"}'],
  'aws-subprotocol': ['{"message":"echo","data":"hello"}'],
  'aws-no-default': [/^\{"message": "Forbidden", "connectionId":"[\w-]{15}=", "requestId":"[\w-]{15}="\}$/],
  'aws-lambda-throws': [
    /^\{"message": "Internal server error", "connectionId":"[\w-]{15}=", "requestId":"[\w-]{15}="\}$/,
  ],
  'aws-bad-body': [
    /^\{"message" : "Bad request body", "connectionId": "[\w-]{15}=", "messageId": "[\w-]{15}="\}$/,
  ],
  'aws-route-status': ['{"message":"the route says 500"}'],
  'aws-route-status-heeded': [
    /^\{"message": "Internal server error", "connectionId":"[\w-]{15}=", "requestId":"[\w-]{15}="\}$/,
  ],
  'ibm-secret': ['Welcome to the WebSocket server!', 'Processed message: HELLO'],
  'ibm-header-id': ['Welcome to the WebSocket server!', 'Processed message: HELLO'],
  'ibm-upper': ['Welcome to the WebSocket server!', 'Processed message: HELLO'],
};

interface ExpectedRefusal {
  readonly statusLine: string;
  readonly headers: readonly (readonly [string, string | RegExp])[];
  readonly body: string | RegExp;
}

const apim = (
  statusLine: string,
  length: number,
  body: string | RegExp,
  ...more: ExpectedRefusal['headers']
): ExpectedRefusal => ({
  statusLine: `HTTP/1.1 ${statusLine}`,
  headers: [['Content-Length', String(length)], ['Content-Type', 'application/json'], ...more],
  body,
});
const apimKeyChallenge = [
  'WWW-Authenticate',
  /^AzureApiManagementKey realm="https:\/\/127\.0\.0\.1:\d+\/client\/hubs\/chatdemo",name="Ocp-Apim-Subscription-Key",type="header"$/,
] as const;
const apimInvalidKey = apim(
  '401 Access Denied',
  143,
  '{ "statusCode": 401, "message": "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription." }',
  apimKeyChallenge,
);
const apimFiltered = apim('403 Forbidden', 45, '{ "statusCode": 403, "message": "Forbidden" }');
const apimBadJwt = apim('401 Unauthorized', 48, '{ "statusCode": 401, "message": "Unauthorized" }');
/** By a server behind the gateway that knows no WebSocket. */
const refusedByBackend: ExpectedRefusal = {
  statusLine: 'HTTP/1.1 404 Not Found',
  headers: [
    ['Content-Type', 'text/plain'],
    ['Content-Length', '18'],
  ],
  body: 'No WebSocket here.',
};
const webPubSubEmpty = (statusLine: string): ExpectedRefusal => ({
  statusLine: `HTTP/1.1 ${statusLine}`,
  headers: [['Content-Length', '0']],
  body: '',
});
const webPubSubUnauthorized = webPubSubEmpty('401 Unauthorized');
const apigee = (statusLine: string, body: string, ...more: ExpectedRefusal['headers']): ExpectedRefusal => ({
  statusLine: `HTTP/1.1 ${statusLine}`,
  headers: [['Content-Type', 'application/json'], ['Content-Length', String(body.length)], ...more],
  body,
});
const aws = (statusLine: string, body: string, errorType: string): ExpectedRefusal => ({
  statusLine: `HTTP/1.1 ${statusLine}`,
  headers: [
    ['Content-Type', 'application/json'],
    ['Content-Length', String(body.length)],
    ['x-amzn-RequestId', UUID],
    ['x-amzn-ErrorType', errorType],
    ['x-amz-apigw-id', AWS_ID],
  ],
  body,
});
const awsForbidden = aws('403 Forbidden', '{"message":"Forbidden"}', 'ForbiddenException');
const awsUnauthorized = aws('401 Unauthorized', '{"message":"Unauthorized"}', 'UnauthorizedException');
const awsEmpty = (statusLine: string): ExpectedRefusal => ({
  statusLine: `HTTP/1.1 ${statusLine}`,
  headers: [
    ['Content-Length', '0'],
    ['x-amzn-RequestId', UUID],
    ['x-amz-apigw-id', AWS_ID],
  ],
  body: '',
});
const ibm = (statusLine: string, body: string): ExpectedRefusal => ({
  statusLine: `HTTP/1.1 ${statusLine}`,
  headers: [
    ['x-global-transaction-id', /^[0-9a-f]{32}$/],
    ['Content-Type', 'application/json'],
    ['Content-Length', String(body.length)],
  ],
  body,
});

const ibmBadClient = ibm(
  '401 Unauthorized',
  '{"httpCode":"401","httpMessage":"Unauthorized","moreInformation":"Invalid client id or secret."}',
);

const REFUSALS: Readonly<Record<string, ExpectedRefusal>> = {
  'apim-upgrade-stripped': apim(
    '400 Bad Request',
    69,
    '{ "statusCode": 400, "message": "Invalid websocket upgrade request" }',
  ),
  'apim-unpublished': apim(
    '401 Access Denied',
    143,
    '{ "statusCode": 401, "message": "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription." }',
    [
      'WWW-Authenticate',
      /^AzureApiManagementKey realm="https:\/\/127\.0\.0\.1:\d+\/unpublished\/chatdemo",name="Ocp-Apim-Subscription-Key",type="header"$/,
    ],
  ),
  'apigee-upgrade-stripped': {
    statusLine: 'HTTP/1.1 426 Upgrade Required',
    headers: [
      ['Content-Type', 'text/plain'],
      ['Content-Length', '16'],
    ],
    body: 'Upgrade Required',
  },
  'apigee-expired-token-older': apigee(
    '500 Internal Server Error',
    '{"fault":{"faultstring":"Access Token expired","detail":{"errorcode":"keymanagement.service.access_token_expired"}}}',
    [
      'WWW-Authenticate',
      'Bearer realm="null",error="invalid_token",error_description="keymanagement.service.access_token_expired: Access Token expired"',
    ],
  ),
  'apigee-spike-arrest-older': apigee(
    '500 Internal Server Error',
    '{"fault":{"faultstring":"Spike arrest violation. Allowed rate : 5pm","detail":{"errorcode":"policies.ratelimit.SpikeArrestViolation"}}}',
  ),
  'apigee-quota-older': apigee(
    '500 Internal Server Error',
    '{"fault":{"faultstring":"Rate limit quota violation. Quota limit  exceeded. Identifier : _default","detail":{"errorcode":"policies.ratelimit.QuotaViolation"}}}',
  ),
  'aws-upgrade-stripped': {
    statusLine: 'HTTP/1.1 426 Upgrade Required',
    headers: [
      ['Content-Type', 'application/json'],
      ['Content-Length', '30'],
      ['x-amzn-RequestId', UUID],
      ['x-amz-apigw-id', AWS_ID],
      ['Upgrade', 'websocket'],
    ],
    body: '{"message":"Upgrade Required"}',
  },
  'aws-url-too-long': awsEmpty('414 URI Too Long'),
  'ibm-no-plan-older': ibm(
    '401 Unauthorized',
    '{"httpCode":"401","httpMessage":"Unauthorized","moreInformation":"Not registered to plan"}',
  ),
  'ibm-plan-not-active': ibm(
    '403 Forbidden',
    '{"httpCode":"403","httpMessage":"Forbidden","moreInformation":"registration not active for plan"}',
  ),
  'ibm-bad-token': {
    statusLine: 'HTTP/1.1 401 Unauthorized',
    headers: [
      ['x-global-transaction-id', /^[0-9a-f]{32}$/],
      ['Content-Type', 'application/json'],
      ['Content-Length', '89'],
      ['WWW-Authenticate', 'Bearer error="invalid_token"'],
    ],
    body: '{"httpCode":"401","httpMessage":"Unauthorized","moreInformation":"Invalid access token."}',
  },
  'apim-no-key': apim(
    '401 Access Denied',
    152,
    '{ "statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API." }',
    apimKeyChallenge,
  ),
  'apim-wrong-key': apimInvalidKey,
  'apim-other-product': apimInvalidKey,
  'apim-extra-path': apim('404 Not Found', 54, '{ "statusCode": 404, "message": "Resource not found" }'),
  'apim-no-token': webPubSubUnauthorized,
  'apim-expired-token': webPubSubUnauthorized,
  'apim-rate-limit': apim(
    '429 Too Many Requests',
    84,
    '{ "statusCode": 429, "message": "Rate limit is exceeded. Try again in 57 seconds." }',
    ['Retry-After', '57'],
  ),
  'apim-quota': apim(
    '403 Forbidden',
    100,
    '{ "statusCode": 403, "message": "Out of call volume quota. Quota will be replenished in 12:34:56." }',
  ),
  'apim-backend-down': apim(
    '500 Internal Server Error',
    111,
    /^\{ "statusCode": 500, "message": "Internal server error", "activityId": "[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}" \}$/,
  ),
  'apim-suspended-key': apimInvalidKey,
  'apim-old-key-name': apim(
    '401 Access Denied',
    152,
    '{ "statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API." }',
    [
      'WWW-Authenticate',
      /^AzureApiManagementKey realm="https:\/\/127\.0\.0\.1:\d+\/renamed\/chatdemo",name="x-api-key",type="header"$/,
    ],
  ),
  'apim-bandwidth': apim(
    '403 Forbidden',
    98,
    '{ "statusCode": 403, "message": "Out of bandwidth quota. Quota will be replenished in 12:34:56." }',
  ),
  'apim-ip-not-allowed': apimFiltered,
  'apim-ip-blocked': apimFiltered,
  'apim-caller-unclear': apimFiltered,
  'apim-header-missing': apim(
    '403 Forbidden',
    64,
    '{ "statusCode": 403, "message": "Header X-Client is required." }',
  ),
  'apim-header-value': apim(
    '403 Forbidden',
    71,
    '{ "statusCode": 403, "message": "Header X-Client is not one of ours." }',
  ),
  'apim-jwt-missing': apimBadJwt,
  'apim-jwt-expired': apimBadJwt,
  'apim-jwt-audience': apimBadJwt,
  'apim-jwt-signature': apimBadJwt,
  'apim-jwt-claim': apimBadJwt,
  'apim-jwt-issuer': apimBadJwt,
  'apim-jwt-key-id': apimBadJwt,
  'apim-jwt-claim-value': apimBadJwt,
  'apim-connection-limit': apim(
    '503 Service Unavailable',
    55,
    '{ "statusCode": 503, "message": "Service unavailable" }',
  ),
  'apim-backend-refuses': refusedByBackend,
  'webpubsub-no-token': webPubSubUnauthorized,
  'webpubsub-expired-token': webPubSubUnauthorized,
  'webpubsub-other-hub': webPubSubUnauthorized,
  'webpubsub-bad-hub': webPubSubEmpty('400 Bad Request'),
  'webpubsub-unknown-path': webPubSubEmpty('404 Not Found'),
  'webpubsub-connect-403': {
    statusLine: 'HTTP/1.1 403 Forbidden',
    headers: [
      ['Content-Type', 'text/plain'],
      ['Content-Length', '13'],
    ],
    body: 'Members only.',
  },
  'webpubsub-connect-500': webPubSubEmpty('500 Internal Server Error'),
  'webpubsub-network-acl': webPubSubEmpty('403 Forbidden'),
  'webpubsub-connection-quota': webPubSubEmpty('429 Too Many Requests'),
  'apigee-no-key': apigee(
    '401 Unauthorized',
    '{"fault":{"faultstring":"Failed to resolve API Key variable request.queryparam.apikey","detail":{"errorcode":"steps.oauth.v2.FailedToResolveAPIKey"}}}',
  ),
  'apigee-key-misplaced': apigee(
    '401 Unauthorized',
    '{"fault":{"faultstring":"Failed to resolve API Key variable request.header.x-apikey","detail":{"errorcode":"steps.oauth.v2.FailedToResolveAPIKey"}}}',
  ),
  'apigee-unknown-key': apigee(
    '401 Unauthorized',
    '{"fault":{"faultstring":"Invalid ApiKey","detail":{"errorcode":"oauth.v2.InvalidApiKey"}}}',
  ),
  'apigee-other-product': apigee(
    '401 Unauthorized',
    '{"fault":{"faultstring":"Invalid ApiKey for given resource","detail":{"errorcode":"oauth.v2.InvalidApiKeyForGivenResource"}}}',
  ),
  'apigee-no-token': apigee(
    '401 Unauthorized',
    '{"fault":{"faultstring":"Invalid access token","detail":{"errorcode":"oauth.v2.InvalidAccessToken"}}}',
  ),
  'apigee-unknown-token': apigee(
    '401 Unauthorized',
    '{"fault":{"faultstring":"Invalid Access Token","detail":{"errorcode":"keymanagement.service.invalid_access_token"}}}',
    [
      'WWW-Authenticate',
      'Bearer realm="null",error="invalid_token",error_description="keymanagement.service.invalid_access_token: Invalid Access Token"',
    ],
  ),
  'apigee-expired-token': apigee(
    '401 Unauthorized',
    '{"fault":{"faultstring":"Access Token expired","detail":{"errorcode":"keymanagement.service.access_token_expired"}}}',
    [
      'WWW-Authenticate',
      'Bearer realm="null",error="invalid_token",error_description="keymanagement.service.access_token_expired: Access Token expired"',
    ],
  ),
  'apigee-unknown-path': apigee(
    '404 Not Found',
    String.raw`{"fault":{"faultstring":"Unable to identify proxy for host: 127.0.0.1 and url: \/v1\/nope","detail":{"errorcode":"messaging.adaptors.http.flow.ApplicationNotFound"}}}`,
  ),
  'apigee-spike-arrest': apigee(
    '429 Too Many Requests',
    '{"fault":{"faultstring":"Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod=5, periodInMicroseconds=1000000, maxBurstMessageCount=1.0}","detail":{"errorcode":"policies.ratelimit.SpikeArrestViolation"}}}',
  ),
  'apigee-target-down': apigee(
    '503 Service Unavailable',
    '{"fault":{"faultstring":"The Service is temporarily unavailable","detail":{"errorcode":"messaging.adaptors.http.flow.ServiceUnavailable","reason":"TARGET_CONNECT_TIMEOUT"}}}',
  ),
  'apigee-key-not-approved': apigee(
    '401 Unauthorized',
    String.raw`{"fault":{"faultstring":"API Key not approved","detail":{"errorcode":"oauth.v2.ApiKeyNotApproved"}}}`,
  ),
  'apigee-key-expired': apigee(
    '401 Unauthorized',
    String.raw`{"fault":{"faultstring":"API Key expired","detail":{"errorcode":"keymanagement.service.consumer_key_expired"}}}`,
  ),
  'apigee-app-not-approved': apigee(
    '401 Unauthorized',
    String.raw`{"fault":{"faultstring":"App not approved","detail":{"errorcode":"keymanagement.service.invalid_client-app_not_approved"}}}`,
  ),
  'apigee-developer-inactive': apigee(
    '401 Unauthorized',
    String.raw`{"fault":{"faultstring":"Developer is not active","detail":{"errorcode":"keymanagement.service.DeveloperStatusNotActive"}}}`,
  ),
  'apigee-company-inactive': apigee(
    '401 Unauthorized',
    String.raw`{"fault":{"faultstring":"Company is not active","detail":{"errorcode":"keymanagement.service.CompanyStatusNotActive"}}}`,
  ),
  'apigee-token-other-product': apigee(
    '401 Unauthorized',
    String.raw`{"fault":{"faultstring":"Invalid API call as no apiproduct match found","detail":{"errorcode":"keymanagement.service.InvalidAPICallAsNoApiProductMatchFound"}}}`,
    [
      'WWW-Authenticate',
      'Bearer realm="null",error="invalid_token",error_description="keymanagement.service.InvalidAPICallAsNoApiProductMatchFound: Invalid API call as no apiproduct match found"',
    ],
  ),
  'apigee-token-other-path': apigee(
    '401 Unauthorized',
    String.raw`{"fault":{"faultstring":"APIResource \/v1\/samples\/websockets-oauth does not exist","detail":{"errorcode":"keymanagement.service.apiresource_doesnot_exist"}}}`,
    [
      'WWW-Authenticate',
      'Bearer realm="null",error="invalid_token",error_description="keymanagement.service.apiresource_doesnot_exist: APIResource /v1/samples/websockets-oauth does not exist"',
    ],
  ),
  'apigee-token-not-approved': apigee(
    '401 Unauthorized',
    String.raw`{"fault":{"faultstring":"Access Token not approved","detail":{"errorcode":"keymanagement.service.access_token_not_approved"}}}`,
    [
      'WWW-Authenticate',
      'Bearer realm="null",error="invalid_token",error_description="keymanagement.service.access_token_not_approved: Access Token not approved"',
    ],
  ),
  'apigee-scope-missing': apigee(
    '403 Forbidden',
    String.raw`{"fault":{"faultstring":"Required scope(s): chat","detail":{"errorcode":"steps.oauth.v2.InsufficientScope"}}}`,
  ),
  'apigee-ip-denied': apigee(
    '403 Forbidden',
    String.raw`{"fault":{"faultstring":"Access Denied for client ip : 127.0.0.1","detail":{"errorcode":"accesscontrol.IPDeniedAccess"}}}`,
  ),
  'apigee-quota': apigee(
    '429 Too Many Requests',
    String.raw`{"fault":{"faultstring":"Rate limit quota violation. Quota limit  exceeded. Identifier : _default","detail":{"errorcode":"policies.ratelimit.QuotaViolation"}}}`,
  ),
  'apigee-url-too-long': apigee(
    '414 URI Too Long',
    String.raw`{"fault":{"faultstring":"request line size exceeding 7,168","detail":{"errorcode":"protocol.http.TooBigLine"}}}`,
  ),
  'apigee-no-route': apigee(
    '500 Internal Server Error',
    String.raw`{"fault":{"faultstring":"Unable to route the message","detail":{"errorcode":"messaging.runtime.RouteFailed"}}}`,
  ),
  'apigee-no-target': apigee(
    '500 Internal Server Error',
    String.raw`{"fault":{"faultstring":"Target endpoint is missing","detail":{"errorcode":"messaging.runtime.TargetMissing"}}}`,
  ),
  'apigee-no-active-target': apigee(
    '503 Service Unavailable',
    String.raw`{"fault":{"faultstring":"The Service is temporarily unavailable","detail":{"errorcode":"messaging.adaptors.http.flow.NoActiveTargets"}}}`,
  ),
  'apigee-target-untrusted': apigee(
    '503 Service Unavailable',
    String.raw`{"fault":{"faultstring":"SSL Handshake failed sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target","detail":{"errorcode":"messaging.adaptors.http.flow.SslHandshakeFailed"}}}`,
  ),
  'apigee-target-eof': apigee(
    '502 Bad Gateway',
    String.raw`{"fault":{"faultstring":"Unexpected EOF at target","detail":{"errorcode":"messaging.adaptors.http.flow.UnexpectedEOFAtTarget"}}}`,
  ),
  'apigee-target-refuses': refusedByBackend,
  'apigee-blocked': {
    statusLine: 'HTTP/1.1 403 Forbidden',
    headers: [
      ['Content-Type', 'text/html; charset=UTF-8'],
      ['Content-Length', '134'],
      ['Via', '1.1 google'],
    ],
    body: /<title>403<\/title>/,
  },
  'aws-wrong-stage': awsForbidden,
  'aws-no-stage': awsForbidden,
  'aws-authorizer-no-token': awsUnauthorized,
  'aws-authorizer-unauthorized': awsUnauthorized,
  'aws-authorizer-deny': awsForbidden,
  'aws-connect-500': awsEmpty('500 Internal Server Error'),
  'aws-connect-throws': awsEmpty('502 Bad Gateway'),
  'aws-throttled': aws(
    '429 Too Many Requests',
    '{"message":"Too Many Requests"}',
    'TooManyRequestsException',
  ),
  'aws-no-mapping': awsForbidden,
  'aws-mapping-and-stage': awsForbidden,
  'aws-api-key-missing': awsForbidden,
  'aws-api-key-wrong': awsForbidden,
  'aws-iam-unsigned': aws(
    '403 Forbidden',
    '{"message":"Missing Authentication Token"}',
    'MissingAuthenticationTokenException',
  ),
  'aws-iam-wrong-secret': aws(
    '403 Forbidden',
    '{"message":"The request signature we calculated does not match the signature you provided."}',
    'InvalidSignatureException',
  ),
  'aws-iam-expired': aws('403 Forbidden', '{"message":"Signature expired"}', 'InvalidSignatureException'),
  'aws-authorizer-crash': {
    statusLine: 'HTTP/1.1 500 Internal Server Error',
    headers: [
      ['Content-Type', 'application/json'],
      ['Content-Length', '16'],
      ['x-amzn-RequestId', UUID],
      ['x-amz-apigw-id', AWS_ID],
    ],
    body: '{"message":null}',
  },
  'aws-quota': aws('429 Too Many Requests', '{"message":"Limit Exceeded"}', 'LimitExceededException'),
  'aws-cloudfront': {
    statusLine: 'HTTP/1.1 403 Forbidden',
    headers: [
      ['Server', 'CloudFront'],
      ['Content-Type', 'text/html'],
      ['Content-Length', '174'],
      ['X-Cache', 'Error from cloudfront'],
    ],
    body: /The request could not be satisfied\./,
  },
  'ibm-no-client-id': ibm(
    '401 Unauthorized',
    '{"httpCode":"401","httpMessage":"Unauthorized","moreInformation":"Invalid client id or secret."}',
  ),
  'ibm-unknown-client-id': ibm(
    '401 Unauthorized',
    '{"httpCode":"401","httpMessage":"Unauthorized","moreInformation":"Invalid client id or secret."}',
  ),
  'ibm-no-secret': ibmBadClient,
  'ibm-wrong-secret': ibmBadClient,
  'ibm-id-misplaced': ibmBadClient,
  'ibm-not-registered': ibm(
    '401 Unauthorized',
    '{"httpCode":"401","httpMessage":"Unauthorized","moreInformation":"Client id not registered."}',
  ),
  'ibm-xml': {
    statusLine: 'HTTP/1.1 401 Unauthorized',
    headers: [
      ['x-global-transaction-id', /^[0-9a-f]{32}$/],
      ['Content-Type', 'application/xml'],
      ['Content-Length', '157'],
    ],
    body: '<errorResponse><httpCode>401</httpCode><httpMessage>Unauthorized</httpMessage><moreInformation>Invalid client id or secret.</moreInformation></errorResponse>',
  },
  'ibm-method': ibm(
    '405 Method Not Allowed',
    '{"httpCode":"405","httpMessage":"Method Not Allowed","moreInformation":"The method is not allowed for the requested URL"}',
  ),
  'ibm-no-upgrade': {
    statusLine: 'HTTP/1.1 200 OK',
    headers: [
      ['Content-Type', 'application/json'],
      ['Content-Length', '33'],
    ],
    body: '{"message":"Hello from the API."}',
  },
  'ibm-internal-error': ibm(
    '500 Internal Server Error',
    '{"httpCode":"500","httpMessage":"Internal Server Error","moreInformation":"Internal Error"}',
  ),
  'ibm-backend-refuses': refusedByBackend,
  'ibm-no-plan': ibm(
    '403 Forbidden',
    '{"httpCode":"403","httpMessage":"Forbidden","moreInformation":"Not registered to plan"}',
  ),
  'ibm-unknown-path': ibm(
    '404 Not Found',
    '{"httpCode":"404","httpMessage":"Not Found","moreInformation":"API not found for requested URI"}',
  ),
  'ibm-unknown-resource': ibm(
    '404 Not Found',
    '{"httpCode":"404","httpMessage":"Not Found","moreInformation":"No resources match requested URI"}',
  ),
  'ibm-rate-limit': ibm(
    '429 Too Many Requests',
    '{ "httpCode":"429", "httpMessage":"Too Many Requests", "moreInformation":"Rate Limit exceeded" }',
  ),
  'ibm-backend-down': ibm(
    '500 Internal Server Error',
    '{"httpCode":"500","httpMessage":"Internal Server Error","moreInformation":"Failed to establish a backside connection"}',
  ),
};

/** These end in ways of their own, and have their tests beside the emulators. */
const ELSEWHERE = [
  'apim-idle',
  'webpubsub-no-handler',
  'webpubsub-malformed',
  'webpubsub-recovery-failed',
  'webpubsub-reload',
  'aws-deleted',
  'apigee-cut-30s',
  'apigee-cut-idle',
  'apigee-cut-300s',
  'apigee-token-expires',
  'apigee-target-silent',
  'aws-lambda-slow',
  'aws-connect-slow',
  'aws-subprotocol-ignored',
  'ibm-idle',
  'ibm-gatewayscript',
  'ibm-gatewayscript-silent',
  'ibm-untrusted',
];

/** The answers for which gateways.md has neither a document nor a capture. */
const SYNTHETIC = [
  'apim-unpublished',
  'webpubsub-reload',
  'aws-upgrade-stripped',
  'aws-url-too-long',
  'ibm-plan-not-active',
  'ibm-bad-token',
  'apim-no-token',
  'apim-expired-token',
  'apim-quota',
  'apim-idle',
  'apim-bandwidth',
  'apim-ip-not-allowed',
  'apim-ip-blocked',
  'apim-caller-unclear',
  'apim-header-missing',
  'apim-header-value',
  'apim-jwt-missing',
  'apim-jwt-expired',
  'apim-jwt-audience',
  'apim-jwt-signature',
  'apim-jwt-claim',
  'apim-jwt-issuer',
  'apim-jwt-key-id',
  'apim-jwt-claim-value',
  'apim-connection-limit',
  'apim-backend-refuses',
  'webpubsub-no-token',
  'webpubsub-expired-token',
  'webpubsub-other-hub',
  'webpubsub-malformed',
  'webpubsub-bad-hub',
  'webpubsub-unknown-path',
  'webpubsub-connect-500',
  'webpubsub-network-acl',
  'webpubsub-connection-quota',
  'apigee-token-expires',
  'apigee-key-not-approved',
  'apigee-key-expired',
  'apigee-app-not-approved',
  'apigee-developer-inactive',
  'apigee-company-inactive',
  'apigee-token-not-approved',
  'apigee-scope-missing',
  'apigee-no-route',
  'apigee-no-target',
  'apigee-no-active-target',
  'apigee-target-refuses',
  'apigee-blocked',
  'aws-connect-500',
  'aws-connect-throws',
  'aws-throttled',
  'aws-iam-unsigned',
  'aws-iam-wrong-secret',
  'aws-iam-expired',
  'aws-authorizer-crash',
  'aws-connect-slow',
  'aws-quota',
  'aws-cloudfront',
  'ibm-no-upgrade',
  'ibm-backend-refuses',
  'ibm-gatewayscript',
];

/** Parameters and headers that tell nothing that anyone could use. */
const PUBLIC = new Set([
  'X-Amz-Algorithm',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-SignedHeaders',
  'X-Client',
  'Accept',
]);

let gateways: RunningGateways;
beforeAll(async () => {
  gateways = await startTestGateways();
});
afterAll(() => gateways.close());

const allScenarios = (): LocalScenario[] => gateways.gateways.flatMap(({ scenarios }) => [...scenarios]);

describe('the list of scenarios', () => {
  test('has each scenario once, and each is tested', () => {
    const tested = [...Object.keys(REPLIES), ...Object.keys(REFUSALS), ...ELSEWHERE];
    expect(
      allScenarios()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(tested.sort());
  });

  test('has the good ones of each gateway first', () => {
    for (const { scenarios } of gateways.gateways) {
      const outcomes = scenarios.map(({ expects }) => expects === 'open');
      expect(outcomes).toEqual(outcomes.toSorted((left, right) => Number(right) - Number(left)));
    }
  });

  test('marks what is synthetic, and says so in words', () => {
    const synthetic = allScenarios().filter(({ isSynthetic }) => isSynthetic);
    expect(synthetic.map(({ id }) => id).sort()).toEqual(SYNTHETIC.toSorted());
    for (const { note } of synthetic) expect(note).toMatch(/synthetic/);
  });

  test('has each title once in a gateway', () => {
    for (const { scenarios } of gateways.gateways) {
      const titles = scenarios.map(({ title }) => title);
      expect(titles).toEqual([...new Set(titles)]);
    }
  });

  test('has titles that fit the sidebar', () => {
    for (const { title } of allScenarios()) expect(title.length).toBeLessThanOrEqual(28);
  });

  test('names every credential in a request as a secret', () => {
    for (const { request, secretNames } of allScenarios()) {
      const query = [...new URL(request.url).searchParams.keys()];
      const names = [...query, ...request.headers.map(({ name }) => name)];
      expect(names.filter((name) => !PUBLIC.has(name)).sort()).toEqual([...secretNames].sort());
    }
  });
});

describe('a scenario that opens', () => {
  test.each(Object.entries(REPLIES))('%s replies as stated', async (id, replies) => {
    const { request, firstMessage, expects } = scenarioOf(gateways, id);
    const client = await connectClient(request.url, request.subprotocols, {
      headers: Object.fromEntries(request.headers.map(({ name, value }) => [name, value])),
    });
    client.send(firstMessage ?? '');
    for (const reply of replies) {
      expect(await client.next()).toEqual(matching(reply));
    }
    client.socket.close(1000);
    expect(await client.closed()).toEqual({ closeCode: 1000, reason: '' });
    expect(expects).toBe('open');
  });
});

describe('a scenario that is refused', () => {
  test.each(Object.entries(REFUSALS))('%s answers as gateways.md says', async (id, expected) => {
    const { request, expects } = scenarioOf(gateways, id);
    const response = await sendHandshake(request.url, {
      extraHeaders: request.headers.map(({ name, value }) => [name, value] as const),
    });
    expect(response).toEqual({
      statusLine: expected.statusLine,
      headers: expected.headers.map(([name, value]) => [name, matching(value)]),
      body: matching(expected.body),
    });
    expect(expects).toBe('refused');
  });
});

function matching(expected: string | RegExp): unknown {
  if (typeof expected === 'string') return expected;
  return {
    asymmetricMatch: (received: unknown) => typeof received === 'string' && expected.test(received),
    toString: () => `a string that matches ${expected.source}`,
  };
}
