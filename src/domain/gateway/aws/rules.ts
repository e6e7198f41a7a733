import * as v from 'valibot';
import { findHeader } from '../../websocket/headerField.ts';
import type { Answer } from '../answer.ts';
import type { AnswerRule } from '../answerRule.ts';
import { isOfService } from '../isOfService.ts';
import { quoteTokens } from '../sentTokens.ts';
import { causesOfForbidden } from './causesOfForbidden.ts';
import { presignedUrl, quotePresigned } from './presignedUrl.ts';
import { REQUEST_IDS } from './requestIds.ts';

/** gateways.md 5.3; section 7 rows 12 to 15. */
export const RULES: readonly AnswerRule[] = [
  {
    // IAM's own words, unlike those for a Lambda authorizer's Deny.
    id: 'aws-iam-denied',
    status: [403],
    body: /is not authorized to perform: execute-api:\w+/i,
    quotes: REQUEST_IDS,
    evidence: ({ record }) => quotePresigned(record),
    title: 'The signature is accepted, but IAM does not allow its user to connect.',
    confidence: 'inferred',
    fixes: [
      'Allow execute-api:Invoke on …/{stage}/$connect in the policy of the user or role that signed.',
      'Look for a Deny in its other policies, its permissions boundary and the organisation’s.',
    ],
    source: 'gateways.md 5.2 and 5.3',
  },
  {
    id: 'aws-explicit-deny',
    status: [403],
    when: ({ answer }) =>
      /not authorized to access this resource/i.test(answer.text) ||
      isErrorType(answer, /^AccessDeniedException/),
    quotes: REQUEST_IDS,
    title: 'The Lambda authorizer denied the connection.',
    confidence: 'observed',
    fixes: [
      'Look at the authorizer’s log in CloudWatch for why it denied.',
      'Check that the policy it returns names this stage’s $connect: …/{stage}/$connect.',
    ],
    source: 'gateways.md 5.3',
  },
  {
    // The URL says so itself, whatever the answer says.
    id: 'aws-signature-expired',
    status: [403],
    when: ({ record }) => presignedUrl(record)?.isExpired === true,
    quotes: REQUEST_IDS,
    evidence: ({ record }) => quotePresigned(record),
    title: 'The presigned URL had expired before this attempt.',
    confidence: 'inferred',
    fixes: [
      'Presign the URL again, right before connecting: it ends X-Amz-Expires seconds after X-Amz-Date.',
      'Check this machine’s clock, and the clock of whoever signed.',
    ],
    source: 'gateways.md 5.2 and 5.3',
  },
  {
    id: 'aws-signature',
    status: [403],
    when: ({ answer }) => SIGNATURE_TEXT.test(answer.text) || isErrorType(answer, SIGNATURE_ERRORS),
    quotes: REQUEST_IDS,
    evidence: ({ record }) => quotePresigned(record),
    title: ({ answer, record }) => {
      if (EXPIRED_CREDENTIALS.test(answer.text)) return 'The temporary credentials that signed have expired.';
      return presignedUrl(record) === null
        ? 'API Gateway wants an IAM signature, and found none that it accepts.'
        : 'API Gateway did not accept the IAM signature.';
    },
    confidence: 'inferred',
    fixes: ({ answer }) => [
      'Sign GET on the stage’s path for the service execute-api, in the region of the host, and send the signed query unchanged.',
      'Sign again: a presigned URL ends after X-Amz-Expires seconds, and temporary credentials need X-Amz-Security-Token.',
      ...(/Missing Authentication Token/i.test(answer.text)
        ? [
            'Check that the URL is that of a WebSocket API: a REST API, which has no WebSocket, usually answers so at any path that it does not know.',
          ]
        : []),
    ],
    source: 'gateways.md 5.3',
  },
  {
    id: 'aws-forbidden',
    status: [403],
    when: ({ answer }) => hasMessage(answer, /^Forbidden$/i),
    quotes: REQUEST_IDS,
    title: 'API Gateway answered Forbidden, which has several causes.',
    confidence: 'observed',
    fixes: causesOfForbidden,
    source: 'gateways.md 7 row 13',
  },
  {
    id: 'aws-unauthorized',
    status: [401],
    when: ({ answer }) => hasMessage(answer, /^Unauthorized$/i),
    quotes: REQUEST_IDS,
    evidence: ({ record }) => quoteTokens(record),
    title: 'The authorizer’s identity source is missing, or the authorizer said no.',
    confidence: 'observed',
    fixes: [
      'If the authorizer’s log has nothing of this attempt, an identity source was missing: send every query parameter and header that the authorizer lists, none of them empty.',
      'If the log has it, the authorizer called back “Unauthorized”: look there for why.',
      'For browser clients, let the identity source be a query parameter: browsers cannot send headers.',
    ],
    source: 'gateways.md 7 row 14',
  },
  {
    id: 'aws-throttled',
    status: [429],
    quotes: REQUEST_IDS,
    title: ({ answer }) =>
      /Limit Exceeded/i.test(answer.text)
        ? 'The usage plan’s quota is used up.'
        : 'Too many connections were opened in too short a time.',
    confidence: 'inferred',
    fixes: [
      'Connect again after a pause that grows each time.',
      'Check the account’s limit for new connections, 500 a second in a region by default, and the usage plan’s.',
    ],
    source: 'gateways.md 5.3',
  },
  {
    id: 'aws-connect-lambda-failed',
    status: [502],
    quotes: REQUEST_IDS,
    title: 'The $connect Lambda failed.',
    confidence: 'observed',
    fixes: [
      'Look at the Lambda’s log in CloudWatch for an exception.',
      'Let it return an object with a numeric statusCode, such as {"statusCode":200}.',
    ],
    source: 'gateways.md 7 row 15',
  },
  {
    id: 'aws-connect-timeout',
    status: [504],
    quotes: REQUEST_IDS,
    title: 'The $connect integration did not answer within 29 seconds.',
    confidence: 'inferred',
    fixes: ['Let $connect answer at once, and do its slow work afterwards.'],
    source: 'gateways.md 5.3',
  },
  {
    id: 'aws-upgrade-required',
    status: [426],
    quotes: REQUEST_IDS,
    title: 'API Gateway saw no WebSocket upgrade.',
    confidence: 'inferred',
    fixes: [
      'Look for a proxy on the way that removes Connection and Upgrade: the request in the handshake shows that they were sent.',
    ],
    source: 'gateways.md 7 row 12',
  },
  {
    id: 'aws-connect-refused',
    when: ({ answer }) => isOfService(answer.status) && answer.status < 500 && !answer.isHtml,
    quotes: REQUEST_IDS,
    title: ({ answer }) => `The $connect Lambda probably returned statusCode ${answer.status}.`,
    confidence: 'inferred',
    fixes: ({ answer }) => [
      'Look at the Lambda’s log in CloudWatch: a status other than 2xx refuses the connection, and the body it returns is not passed on.',
      ...(answer.status === 403
        ? ['If it has nothing of this attempt, look at the log of AWS WAF for a blocked request.']
        : []),
    ],
    source: 'gateways.md 5.3',
  },
];

const SIGNATURE_TEXT =
  /request signature we calculated does not match|Missing Authentication Token|Signature expired|security token included in the request is|Credential should be scoped/i;
const EXPIRED_CREDENTIALS = /security token included in the request is expired/i;
const SIGNATURE_ERRORS =
  /^(?:MissingAuthenticationToken|InvalidSignature|IncompleteSignature|ExpiredToken|UnrecognizedClient|InvalidClientTokenId)/;

function isErrorType({ response }: Answer, type: RegExp): boolean {
  return type.test(findHeader(response.headers, 'x-amzn-ErrorType') ?? '');
}

/** Other members may stand beside the message, and some services write it with a capital letter. */
function hasMessage({ json }: Answer, message: RegExp): boolean {
  const parsed = v.safeParse(v.union([LOWER_CASE, UPPER_CASE]), json);
  return parsed.success && message.test(parsed.output);
}

const LOWER_CASE = v.pipe(
  v.object({ message: v.string() }),
  v.transform(({ message }) => message),
);
const UPPER_CASE = v.pipe(
  v.object({ Message: v.string() }),
  v.transform(({ Message }) => Message),
);
