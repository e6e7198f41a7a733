import { describe, expect, it } from 'vitest';
import { diagnose } from '../gateways.ts';
import { refusedRecord, switchedRecord } from '../testing/handshakeRecords.ts';

const HOST = 'wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com';

/** gateways.md 7b, as written there. */
const FORBIDDEN = `HTTP/1.1 403 Forbidden
Content-Type: application/json
Content-Length: 23
x-amzn-RequestId: 11111111-2222-3333-4444-555555555555
x-amzn-ErrorType: ForbiddenException
x-amz-apigw-id: ABCdefGHIjklMNO=

{"message":"Forbidden"}`;

const UNAUTHORIZED = `HTTP/1.1 401 Unauthorized
x-amzn-ErrorType: UnauthorizedException

{"message":"Unauthorized"}`;

describe('AWS API Gateway', () => {
  it.each([
    [FORBIDDEN, 'aws-forbidden', 'observed'],
    [UNAUTHORIZED, 'aws-unauthorized', 'observed'],
    [
      'HTTP/1.1 403 Forbidden\n\n{"Message":"User is not authorized to access this resource with an explicit deny"}',
      'aws-explicit-deny',
      'observed',
    ],
    [
      'HTTP/1.1 403 Forbidden\nx-amz-apigw-id: A=\n\n{"message":"The request signature we calculated does not match the signature you provided."}',
      'aws-signature',
      'inferred',
    ],
    ['HTTP/1.1 429 Too Many Requests\n\n{"message":"Too Many Requests"}', 'aws-throttled', 'inferred'],
    ['HTTP/1.1 502 Bad Gateway', 'aws-connect-lambda-failed', 'observed'],
    ['HTTP/1.1 500 Internal Server Error\n\n{"message":null}', 'aws-authorizer-failed', 'documented'],
    ['HTTP/1.1 504 Gateway Timeout', 'aws-connect-timeout', 'inferred'],
    ['HTTP/1.1 426 Upgrade Required', 'aws-upgrade-required', 'inferred'],
    ['HTTP/1.1 402 Payment Required', 'aws-connect-refused', 'inferred'],
  ])('diagnoses %s', (answer, id, confidence) => {
    expect(diagnose(refusedRecord(`${HOST}/dev`, answer), 'auto')).toMatchObject([
      { id, confidence, gateway: 'aws', severity: 'error' },
    ]);
  });

  it.each([
    [HOST, 'Add the stage to the URL, for example /dev: without a custom domain it is required.'],
    [`${HOST}/dev`, 'Check the stage: /dev must be one of the API’s stages, in the same case.'],
    [`${HOST}/dev/chat`, 'Remove what follows the stage: after /dev only a query may stand.'],
    ['ws://127.0.0.1:4114/prod', 'Check the stage: /prod must be one of the API’s stages, in the same case.'],
    [
      'wss://ws.example.com/chat',
      'Check the custom domain’s API mappings: one must fit the URL with /chat. A mapping selects the stage, so do not add the stage.',
    ],
  ])('names the likeliest cause of Forbidden at %s first', (url, fix) => {
    const [finding] = diagnose(refusedRecord(url, FORBIDDEN), 'auto');
    const texts = finding?.fixes.map(({ text }) => text) ?? [];
    expect(texts[0]).toBe(fix);
    expect(texts.slice(1, 4)).toEqual([
      'Deploy the API to the stage: routes and authorizers that are not deployed answer like this.',
      'If the route needs an API key, send the header x-api-key in the Companion transport; browsers cannot send it.',
      'If the authorizer’s log in CloudWatch has this attempt, it denied, or its policy does not name this stage’s $connect.',
    ]);
  });

  it('quotes the request ids that AWS support asks for', () => {
    expect(diagnose(refusedRecord(`${HOST}/dev`, FORBIDDEN), 'auto')[0]?.evidence).toEqual([
      { where: 'Status', quote: '403 Forbidden' },
      { where: 'x-amzn-ErrorType', quote: 'ForbiddenException' },
      { where: 'x-amzn-RequestId', quote: '11111111-2222-3333-4444-555555555555' },
      { where: 'x-amz-apigw-id', quote: 'ABCdefGHIjklMNO=' },
      { where: 'Body', quote: '{"message":"Forbidden"}' },
    ]);
  });

  it('says how $connect returns the subprotocol that was offered (row 18)', () => {
    const record = switchedRecord(
      [
        {
          id: 'subprotocol',
          verdict: 'warning',
          rule: 'The server selects one.',
          seen: 'None selected.',
          source: 'RFC',
        },
      ],
      { url: `${HOST}/dev` },
    );
    expect(diagnose(record, 'auto')).toMatchObject([
      { id: 'aws-subprotocol-not-returned', severity: 'warning', confidence: 'documented' },
    ]);
  });
});
