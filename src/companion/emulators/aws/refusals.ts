import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { AnswerHeader, Confidence, Refusal } from '../server/answer.ts';
import { newAwsId } from './ids.ts';

/** What API Gateway answers to a handshake itself: gateways.md 5.3 and 7b. */
export const AWS_REFUSALS = {
  /** Stage missing, wrong or not deployed; and an authorizer that denies. One answer for all. */
  forbidden: () => refusal('R', 403, '{"message":"Forbidden"}', 'ForbiddenException'),
  unauthorized: () => refusal('R', 401, '{"message":"Unauthorized"}', 'UnauthorizedException'),
  /** The status is captured; body and type are those of REST APIs. */
  throttled: () => refusal('K', 429, '{"message":"Too Many Requests"}', 'TooManyRequestsException'),
  /** Of a usage plan. Status, body and type are those of REST APIs. */
  quotaExceeded: () => refusal('I', 429, '{"message":"Limit Exceeded"}', 'LimitExceededException'),
  /** The status is documented; the body is that of REST APIs. */
  authorizerFailed: () => refusal('?', 500, '{"message":null}', null),
  /** For the next three the status is documented; the wording is that of REST APIs. */
  signatureMissing: () =>
    refusal('K', 403, '{"message":"Missing Authentication Token"}', 'MissingAuthenticationTokenException'),
  signatureWrong: () =>
    refusal(
      'K',
      403,
      '{"message":"The request signature we calculated does not match the signature you provided."}',
      'InvalidSignatureException',
    ),
  signatureExpired: () => refusal('K', 403, '{"message":"Signature expired"}', 'InvalidSignatureException'),
  /** What stands in front of the API, and so without any header of the API. */
  blockedByCloudFront: (): Refusal => ({
    status: 403,
    reasonPhrase: 'Forbidden',
    headers: [
      ['Server', 'CloudFront'],
      ['Content-Type', 'text/html'],
      ['Content-Length', String(CLOUDFRONT_PAGE.length)],
      ['X-Cache', 'Error from cloudfront'],
    ],
    body: CLOUDFRONT_PAGE,
    confidence: 'K',
    source: 'gateways.md 5.3',
  }),
  /** No answer of AWS is on record; another emulator's tests expect the status. */
  notAnUpgrade: () => refusal('?', 426, '{"message":"Upgrade Required"}', null, [['Upgrade', 'websocket']]),
  /** The limit is documented, and nothing of what happens beyond it. */
  urlTooLong: () => refusal('?', 414, '', null),
  /** The Lambda's status goes to the client, its body does not. That the body is empty then is our choice. */
  connectRefused: (statusCode: number) => refusal('R', statusCode, '', null),
  /** The status is captured, the body is not. */
  connectFailed: () => refusal('R', 502, '', null),
  connectTimedOut: () => refusal('I', 504, '', 'InternalServerErrorException'),
} as const;

/** The sheet says no more than that it is HTML. */
const CLOUDFRONT_PAGE =
  '<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY><H1>403 ERROR</H1><H2>The request could not be satisfied.</H2>Request blocked.</BODY></HTML>\n';

function refusal(
  confidence: Confidence,
  status: number,
  body: string,
  errorType: string | null,
  extraHeaders: readonly AnswerHeader[] = [],
): Refusal {
  const headers: AnswerHeader[] = [
    ...(body === '' ? [] : [['Content-Type', 'application/json'] as const]),
    ['Content-Length', String(Buffer.byteLength(body))],
    ['x-amzn-RequestId', randomUUID()],
    ...(errorType === null ? [] : [['x-amzn-ErrorType', errorType] as const]),
    ['x-amz-apigw-id', newAwsId()],
    ...extraHeaders,
  ];
  return {
    status,
    reasonPhrase: STATUS_CODES[status] ?? '',
    headers,
    body,
    confidence,
    source: 'gateways.md 5.3, 7b',
  };
}
