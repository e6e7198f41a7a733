import { describe, expect, it } from 'vitest';
import { loadAnswerReader } from '../answerReader.ts';
import { refusedRecord, switchedRecord } from '../testing/handshakeRecords.ts';

const { diagnose } = await loadAnswerReader();

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
      'Not deployed: routes and authorizers take effect when the API is deployed to the stage. If the stage’s deployment is older than the last change, deploy again.',
      'API key: none was sent. If $connect says “API key required”, send the header x-api-key in the Companion transport; browsers cannot send it.',
      'Denied: only then has the authorizer’s log in CloudWatch this attempt. It returned Deny, or its policy does not name this stage’s $connect (…/{stage}/$connect).',
    ]);
  });

  it('gives all five causes of Forbidden on an execute-api host', () => {
    const [finding] = diagnose(refusedRecord(`${HOST}/dev`, FORBIDDEN), 'auto');
    expect(finding?.fixes.map(({ text }) => text.slice(0, text.indexOf(':')))).toEqual([
      'Check the stage',
      'Not deployed',
      'API key',
      'Denied',
      'Default endpoint disabled',
    ]);
  });

  it('offers to remove what looks like a stage from a custom domain’s URL, and says that it is a guess', () => {
    const [finding] = diagnose(refusedRecord('wss://ws.example.com/chat/prod', FORBIDDEN), 'auto');
    expect(finding?.fixes[0]).toEqual({
      text: 'Remove /prod, if it is the stage: it looks like one, by its name alone.',
      action: { kind: 'set-path', path: '/chat' },
    });
  });

  it.each([
    [
      'AccessDeniedException',
      '{"Message":"User: arn:aws:iam::123456789012:user/ada is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:123456789012:a1/dev/$connect"}',
      'aws-iam-denied',
      'The signature is accepted, but IAM does not allow its user to connect.',
    ],
    [
      'AccessDeniedException',
      '{"Message":"User is not authorized to access this resource with an explicit deny"}',
      'aws-explicit-deny',
      'The Lambda authorizer denied the connection.',
    ],
    [
      'ExpiredTokenException',
      '{"message":"The security token included in the request is expired"}',
      'aws-signature',
      'The temporary credentials that signed have expired.',
    ],
    [
      'MissingAuthenticationTokenException',
      '{"message":"Missing Authentication Token"}',
      'aws-signature',
      'API Gateway wants an IAM signature, and found none that it accepts.',
    ],
  ])('reads %s with %s as %s', (type, body, id, title) => {
    const answer = `HTTP/1.1 403 Forbidden\nx-amzn-ErrorType: ${type}\n\n${body}`;
    expect(diagnose(refusedRecord(`${HOST}/dev`, answer), 'auto')).toMatchObject([{ id, title }]);
  });

  it('thinks of the signature first where the URL is presigned', () => {
    const url = `${HOST}/dev?X-Amz-Date=20261122T115900Z&X-Amz-Expires=300&X-Amz-Signature=a1`;
    const [finding] = diagnose(refusedRecord(url, FORBIDDEN), 'auto');
    expect(finding?.id).toBe('aws-forbidden');
    expect(finding?.fixes[0]?.text).toMatch(/^Signature: the URL is presigned\./);
  });

  it('sees from a presigned URL that it had expired', () => {
    const url = `${HOST}/dev?X-Amz-Date=20261122T115400Z&X-Amz-Expires=300&X-Amz-Signature=a1`;
    expect(diagnose(refusedRecord(url, FORBIDDEN), 'auto')).toMatchObject([
      {
        id: 'aws-signature-expired',
        confidence: 'inferred',
        evidence: [
          { where: 'Status' },
          { where: 'x-amzn-ErrorType' },
          { where: 'x-amzn-RequestId' },
          { where: 'x-amz-apigw-id' },
          { where: 'Body' },
          { where: 'X-Amz-Date, X-Amz-Expires', quote: 'good until 2026-11-22 11:59:00 UTC' },
        ],
      },
    ]);
  });

  it.each([
    ['', ['aws-connect-lambda-failed', 'aws-authorizer-failed']],
    ['\n\n{"message": "Internal server error"}', ['aws-connect-lambda-failed', 'aws-authorizer-failed']],
    ['\n\n{ "message" : null }', ['aws-authorizer-failed', 'aws-connect-lambda-failed']],
    [
      '\nX-Amzn-Errortype: AuthorizerConfigurationException',
      ['aws-authorizer-failed', 'aws-connect-lambda-failed'],
    ],
  ])('lays a 500 on $connect and on the authorizer, in the order that %j suggests', (rest, ids) => {
    const record = refusedRecord(`${HOST}/dev`, `HTTP/1.1 500 Internal Server Error${rest}`);
    expect(diagnose(record, 'auto').map(({ id }) => id)).toEqual(ids);
  });

  it('says of a URL over 4,096 bytes that it is too long, and what the answer means else', () => {
    const url = `${HOST}/dev?auth=${'x'.repeat(4_100)}`;
    expect(diagnose(refusedRecord(url, FORBIDDEN), 'auto').map(({ id }) => id)).toEqual([
      'aws-url-too-long',
      'aws-forbidden',
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
