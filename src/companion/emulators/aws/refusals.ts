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
  /** No answer of AWS is on record; another emulator's tests expect the status. */
  notAnUpgrade: () => refusal('?', 426, '{"message":"Upgrade Required"}', null, [['Upgrade', 'websocket']]),
  /** The Lambda's status goes to the client, its body does not. That the body is empty then is our choice. */
  connectRefused: (statusCode: number) => refusal('R', statusCode, '', null),
  /** The status is captured, the body is not. */
  connectFailed: () => refusal('R', 502, '', null),
  connectTimedOut: () => refusal('I', 504, '', 'InternalServerErrorException'),
} as const;

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
