import type { Answer } from '../answer.ts';
import type { AnswerRule } from '../answerRule.ts';
import { findHeader } from '../../websocket/headerField.ts';
import { REQUEST_IDS } from './requestIds.ts';

/**
 * A 500 comes from the authorizer or from `$connect` (gateways.md 5.3), and seldom says from which: both are told, in
 * the order that the answer suggests.
 */
export function connectFailedRules(answer: Answer): readonly AnswerRule[] {
  return isOfAuthorizer(answer) ? [AUTHORIZER, CONNECT] : [CONNECT, AUTHORIZER];
}

/** The form that is known of an authorizer's failure, on REST APIs; a Lambda's own status comes with an empty body. */
function isOfAuthorizer({ response, text }: Answer): boolean {
  return (
    (findHeader(response.headers, 'x-amzn-ErrorType') ?? '').startsWith('Authorizer') ||
    /^\s*\{\s*"message"\s*:\s*null\s*\}\s*$/.test(text)
  );
}

const INTERNAL_SERVER_ERROR = 500;

const CONNECT: AnswerRule = {
  id: 'aws-connect-lambda-failed',
  status: [INTERNAL_SERVER_ERROR],
  quotes: REQUEST_IDS,
  title: 'Perhaps the $connect Lambda returned statusCode 500, or failed.',
  confidence: 'observed',
  fixes: [
    'Look at the Lambda’s log in CloudWatch for this moment: if it has this attempt, the authorizer had let it through.',
    'Let it return an object with a numeric statusCode, such as {"statusCode":200}.',
  ],
  source: 'gateways.md 7 row 15',
};

const AUTHORIZER: AnswerRule = {
  id: 'aws-authorizer-failed',
  status: [INTERNAL_SERVER_ERROR],
  quotes: REQUEST_IDS,
  title: 'Perhaps the Lambda authorizer failed, if the API has one.',
  confidence: 'documented',
  fixes: [
    'Look at the authorizer’s log in CloudWatch: an exception, a time-out or output that is no policy gives this answer, and $connect is not run then.',
  ],
  source: 'gateways.md 7 row 15',
};
