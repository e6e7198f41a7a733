import { describe, expect, it } from 'vitest';
import type { GatewayId } from './gatewayId.ts';
import { loadAnswerReader } from './answerReader.ts';
import { refusedRecord } from './testing/handshakeRecords.ts';

const { diagnose } = await loadAnswerReader();

/**
 * The same refusals as a server of someone else's may write them: other header case, spacing, member order, charset,
 * format and host, no reason phrase, and something in front.
 */
const OWN_HOST = 'wss://ws.contoso.com/chat';

function idsOf(answer: string, url = OWN_HOST, chosen: GatewayId | 'auto' = 'auto'): readonly string[] {
  return diagnose(refusedRecord(url, `HTTP/1.1 ${answer}`), chosen).map(({ id }) => id);
}

describe('API Management', () => {
  it.each([
    [
      'headers in lower case, no reason phrase',
      '401\nwww-authenticate: azureapimanagementkey realm="https://ws.contoso.com/chat", name="x-key", type="header"\n\n{"statusCode":401,"message":"Access denied due to missing subscription key."}',
      ['apim-missing-subscription-key'],
    ],
    [
      'the challenge among others, the body gone',
      '401 Unauthorized\nWWW-Authenticate: Bearer\nWWW-Authenticate: AzureApiManagementKey realm="r",name="Ocp-Apim-Subscription-Key",type="header"',
      ['apim-subscription-key-refused'],
    ],
    [
      'JSON written anew, with a charset',
      '401\nContent-Type: application/json; charset=utf-8\n\n{\n  "message": "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.",\n  "statusCode": 401\n}',
      ['apim-invalid-subscription-key'],
    ],
    [
      'a missing upgrade in compact JSON',
      '400 Bad Request\n\n{"statusCode":400,"message":"Invalid websocket upgrade request"}',
      ['apim-invalid-upgrade'],
    ],
    [
      'the key’s refusal in XML',
      '401\nContent-Type: text/xml\n\n<error><statusCode>401</statusCode><message>Access denied due to invalid subscription key.</message></error>',
      ['apim-invalid-subscription-key'],
    ],
    [
      'an activity id in another order',
      '500\n\n{"activityId":"00000000-0000-0000-0000-000000000000","message":"Internal server error","statusCode":500}',
      ['apim-backend-failed'],
    ],
    [
      'one second left, behind nginx',
      '429\nServer: nginx\nretry-after: 1\n\n{ "statusCode": 429, "message": "Rate limit is exceeded. Try again in 1 seconds." }',
      ['apim-rate-limit'],
    ],
  ])('is known on a host of its owner’s by %s', (_what, answer, ids) => {
    expect(idsOf(answer)).toEqual(ids);
  });

  it('is not guessed at from members that other frameworks use too', () => {
    expect(idsOf('404 Not Found\n\n{"statusCode":404,"message":"Cannot GET /chat"}')).toEqual([
      'generic-not-found',
    ]);
  });
});

describe('Web PubSub on a host that nobody knows', () => {
  const hub = 'wss://ws.contoso.com/client/hubs/chat';

  it('is suspected by the path of its clients, and no more', () => {
    const findings = diagnose(refusedRecord(hub, 'HTTP/1.1 401'), 'auto');
    expect(findings).toMatchObject([
      {
        id: 'webpubsub-token-missing',
        confidence: 'inferred',
        title: 'If Web PubSub is behind this path: Web PubSub received no access token.',
        evidence: [
          { where: 'Status', quote: '401' },
          { where: 'Path', quote: '/client/hubs/chat' },
        ],
      },
      { id: 'generic-unauthorized' },
    ]);
  });

  it('is not laid at its door what another gateway says', () => {
    const answer =
      '401\n\n{"fault":{"faultstring":"Invalid ApiKey","detail":{"errorcode":"oauth.v2.InvalidApiKey"}}}';
    expect(idsOf(answer, hub)).toEqual(['apigee-key-unknown']);
  });
});

describe('Apigee', () => {
  it.each([
    [
      'members in another order, with spaces, sent as text',
      '401\ncontent-type: text/plain\n\n{ "fault": { "detail": { "reason": null, "errorcode": "oauth.v2.InvalidApiKey" }, "faultstring": "Invalid ApiKey" } }',
      ['apigee-key-unknown'],
    ],
    [
      'an error code without its prefix, in another case',
      '401\n\n{"fault":{"detail":{"errorcode":"FailedToResolveApiKey"}}}',
      ['apigee-key-missing'],
    ],
    [
      'the fault in XML',
      '401\nContent-Type: application/xml\n\n<?xml version="1.0"?>\n<fault>\n  <faultstring>Access Token expired</faultstring>\n  <detail><errorcode>keymanagement.service.access_token_expired</errorcode></detail>\n</fault>',
      ['apigee-token-expired'],
    ],
    [
      'Google’s load balancer passing it on',
      '503\nVia: 1.1 google\nContent-Type: application/json;charset=UTF-8\n\n{"fault":{"faultstring":"The Service is temporarily unavailable","detail":{"errorcode":"messaging.adaptors.http.flow.ServiceUnavailable"}}}',
      ['apigee-target-unavailable'],
    ],
    [
      'an error code that is not in the sheet',
      '500\n\n{"fault":{"faultstring":"Odd","detail":{"errorcode":"steps.javascript.ScriptExecutionFailed"}}}',
      ['apigee-fault'],
    ],
  ])('is known by %s', (_what, answer, ids) => {
    expect(idsOf(answer)).toEqual(ids);
  });
});

describe('AWS', () => {
  it.each([
    [
      'headers in upper case, spaces in the body, no reason phrase',
      '403\nX-AMZN-ERRORTYPE: ForbiddenException\nX-AMZ-APIGW-ID: A=\n\n{ "message" : "Forbidden" }\n',
      ['aws-forbidden'],
    ],
    [
      'the message with a capital, and ids beside it',
      '401\nx-amz-apigw-id: A=\n\n{"Message":"Unauthorized","requestId":"A="}',
      ['aws-unauthorized'],
    ],
    [
      'CloudFront passing it on',
      '403 Forbidden\nVia: 1.1 abc.cloudfront.net (CloudFront)\nX-Amz-Cf-Id: c\nx-amz-apigw-id: A=\n\n{"message":"Forbidden"}',
      ['aws-forbidden'],
    ],
    [
      'the type with its namespace',
      '403\nx-amzn-ErrorType: InvalidSignatureException:http://internal.amazon.com/coral/\n\n{"message":"no"}',
      ['aws-signature'],
    ],
    ['an unknown 4xx', '418\nx-amz-apigw-id: A=', ['aws-connect-refused']],
  ])('is known on a custom domain by %s', (_what, answer, ids) => {
    expect(idsOf(answer)).toEqual(ids);
  });

  it('is not claimed by a body alone that many services write', () => {
    expect(idsOf('403 Forbidden\n\n{"message":"Forbidden"}')).toEqual(['generic-forbidden']);
  });
});

describe('API Connect', () => {
  it.each([
    [
      'members in another order, the code a number',
      '401\n\n{"moreInformation":"Invalid client id or secret.","httpMessage":"Unauthorized","httpCode":401}',
      ['ibm-invalid-client'],
    ],
    [
      'XML with a prolog, line breaks and another order',
      '404\nContent-Type: text/xml; charset="utf-8"\n\n<?xml version="1.0" encoding="UTF-8"?>\n<errorResponse>\n  <moreInformation>API not found for requested URI</moreInformation>\n  <httpCode> 404 </httpCode>\n</errorResponse>',
      ['ibm-api-not-found'],
    ],
    [
      'XML with a CDATA section',
      '403\n\n<errorResponse><httpCode>403</httpCode><moreInformation><![CDATA[Not registered to plan]]></moreInformation></errorResponse>',
      ['ibm-no-plan'],
    ],
    ['no more information', '503\n\n{"httpCode":"503","httpMessage":"Service Unavailable"}', ['ibm-refused']],
    [
      'HAProxy before it',
      '429\nServer: HAProxy\n\n{ "httpCode":"429", "httpMessage":"Too Many Requests", "moreInformation":"Rate limit exceeded" }',
      ['ibm-rate-limit'],
    ],
  ])('is known by %s', (_what, answer, ids) => {
    expect(idsOf(answer)).toEqual(ids);
  });
});

describe('signals that disagree', () => {
  it.each([
    [
      'a URL of API Management’s, an answer of AWS’s',
      'wss://svc.azure-api.net/chat',
      'auto',
      '403\nx-amz-apigw-id: A=\n\n{"message":"Forbidden"}',
      ['aws-forbidden', 'generic-other-gateway'],
    ],
    [
      'IBM chosen, an answer of Apigee’s',
      OWN_HOST,
      'ibm',
      '401\n\n{"fault":{"faultstring":"Invalid ApiKey","detail":{"errorcode":"oauth.v2.InvalidApiKey"}}}',
      ['apigee-key-unknown', 'generic-other-gateway'],
    ],
    [
      'a URL of AWS’s, an answer of API Connect’s',
      'wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/dev',
      'auto',
      '404\n\n{"httpCode":"404","httpMessage":"Not Found","moreInformation":"API not found for requested URI"}',
      ['ibm-api-not-found', 'generic-other-gateway'],
    ],
  ] as const)('are said: %s', (_what, url, chosen, answer, ids) => {
    expect(idsOf(answer, url, chosen)).toEqual(ids);
  });
});

describe('an answer that nobody knows', () => {
  it('says so, and quotes what there is', () => {
    expect(
      diagnose(refusedRecord(OWN_HOST, 'HTTP/1.1 499\nServer: odd/1\n\nwhatever'), 'auto'),
    ).toMatchObject([
      {
        id: 'generic-unknown-answer',
        title: 'The server answered 499. What that means here is not known to Postern.',
        confidence: 'inferred',
        evidence: [
          { where: 'Status', quote: '499' },
          { where: 'Server', quote: 'odd/1' },
          { where: 'Body', quote: 'whatever' },
        ],
      },
    ]);
  });
});

describe('a cookie of a load balancer', () => {
  it('is seen behind other cookies, and its value is not shown', () => {
    const answer = 'HTTP/1.1 403\nset-cookie: id=1; Path=/\nset-cookie: AWSALBCORS=secret; Path=/\n\nno';
    expect(diagnose(refusedRecord(OWN_HOST, answer), 'auto')[1]).toMatchObject({
      id: 'front-aws-load-balancer',
      evidence: [{ where: 'Set-Cookie', quote: 'AWSALBCORS' }],
    });
  });
});

describe('what says nothing of the service behind', () => {
  it.each<GatewayId>(['apim', 'apigee', 'aws', 'ibm'])('is not laid on that of %s', (gateway) => {
    expect(idsOf('414 URI Too Long', OWN_HOST, gateway)).toEqual(['generic-too-long']);
    expect(idsOf('431 Request Header Fields Too Large', OWN_HOST, gateway)).toEqual(['generic-too-long']);
    expect(idsOf('421 Misdirected Request', OWN_HOST, gateway)).toEqual(['generic-misdirected']);
    expect(idsOf('505 HTTP Version Not Supported', OWN_HOST, gateway)).toEqual(['generic-http-version']);
  });

  it.each([
    ['404 Not Found\nContent-Type: text/plain\n\n404 page not found\n', 'generic-not-found'],
    ['502 Bad Gateway\nContent-Type: text/plain\n\nBad Gateway', 'generic-server-failed'],
  ])('is plain text where AWS answers in JSON: %j', (answer, id) => {
    expect(idsOf(answer, OWN_HOST, 'aws')).toEqual([id]);
  });

  it('is DataPower’s limit where the URL is over it', () => {
    expect(idsOf('414 URI Too Long', `${OWN_HOST}?t=${'x'.repeat(16_384)}`, 'ibm')).toEqual([
      'ibm-url-too-long',
    ]);
  });
});
