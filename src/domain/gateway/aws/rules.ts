import { isLoopbackHost } from '../../profile/isLoopbackHost.ts';
import { findHeader } from '../../websocket/headerField.ts';
import type { Answer } from '../answer.ts';
import type { AnswerRule, Seen } from '../answerRule.ts';
import { fixBy, type FixDraft } from '../fixAction.ts';
import { findSent } from '../sentCredential.ts';

const REQUEST_IDS = ['x-amzn-ErrorType', 'x-amzn-RequestId', 'x-amz-apigw-id'];

/** gateways.md 5.3; section 7 rows 12 to 15. */
export const RULES: readonly AnswerRule[] = [
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
    id: 'aws-signature',
    status: [403],
    when: ({ answer }) => SIGNATURE_TEXT.test(answer.text) || isErrorType(answer, SIGNATURE_ERRORS),
    quotes: REQUEST_IDS,
    title: 'API Gateway did not accept the IAM signature.',
    confidence: 'inferred',
    fixes: [
      'Sign GET on the stage’s path for the service execute-api, in the region of the host, and send the signed query unchanged.',
      'Sign again: a presigned URL ends after X-Amz-Expires seconds, and temporary credentials need X-Amz-Security-Token.',
    ],
    source: 'gateways.md 5.3',
  },
  {
    id: 'aws-forbidden',
    status: [403],
    body: /^\s*\{\s*"message"\s*:\s*"Forbidden"\s*\}\s*$/,
    quotes: REQUEST_IDS,
    title: 'API Gateway answered Forbidden, which has several causes.',
    confidence: 'observed',
    fixes: causesOfForbidden,
    source: 'gateways.md 7 row 13',
  },
  {
    id: 'aws-unauthorized',
    status: [401],
    body: /^\s*\{\s*"message"\s*:\s*"Unauthorized"\s*\}\s*$/,
    quotes: REQUEST_IDS,
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
    id: 'aws-authorizer-failed',
    status: [500],
    quotes: REQUEST_IDS,
    title: 'The authorizer failed, or the $connect Lambda did.',
    confidence: 'documented',
    fixes: [
      'Look at the authorizer’s log in CloudWatch: an exception, a time-out or output that is no policy gives this answer.',
      'Then at the $connect Lambda’s log; it is reported to give 500 at times.',
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
    when: ({ answer }) => answer.status >= 400 && answer.status < 500 && !answer.isHtml,
    quotes: REQUEST_IDS,
    title: ({ answer }) => `The $connect Lambda probably returned statusCode ${answer.status}.`,
    confidence: 'inferred',
    fixes: [
      'Look at the Lambda’s log in CloudWatch: a status other than 2xx refuses the connection, and the body it returns is not passed on.',
    ],
    source: 'gateways.md 5.3',
  },
];

const SIGNATURE_TEXT =
  /request signature we calculated does not match|Missing Authentication Token|Signature expired|security token included in the request is|Credential should be scoped/i;
const SIGNATURE_ERRORS =
  /^(?:MissingAuthenticationToken|InvalidSignature|IncompleteSignature|ExpiredToken|UnrecognizedClient|InvalidClientTokenId)/;

function isErrorType({ response }: Answer, type: RegExp): boolean {
  return type.test(findHeader(response.headers, 'x-amzn-ErrorType') ?? '');
}

/** In the order of their likelihood, each with how to tell it from the others. */
function causesOfForbidden({ url, record }: Seen): readonly FixDraft[] {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  // A server on this machine is an emulator, whose paths are those of an execute-api host.
  const isExecuteApi = url.hostname.includes('.execute-api.') || isLoopbackHost(url.hostname);
  return [
    ...(isExecuteApi ? checkStage(parts) : checkMapping(parts)),
    'Deploy the API to the stage: routes and authorizers that are not deployed answer like this.',
    findSent(record, 'header', ['x-api-key']) === null
      ? fixBy({ kind: 'add-header', name: 'x-api-key' }, `If the route needs an API key, ${SEND_API_KEY}`)
      : 'If the route needs an API key, check that the one sent is enabled and in a usage plan of this stage.',
    'If the authorizer’s log in CloudWatch has this attempt, it denied, or its policy does not name this stage’s $connect.',
    ...(isExecuteApi
      ? ['If the default endpoint is disabled, only the custom domain works: see the API’s settings.']
      : []),
  ];
}

const SEND_API_KEY = 'send the header x-api-key in the Companion transport; browsers cannot send it.';

function checkStage(parts: readonly string[]): readonly FixDraft[] {
  const [stage] = parts;
  if (stage === undefined)
    return [
      fixBy(
        { kind: 'add-stage' },
        'Add the stage to the URL, for example /dev: without a custom domain it is required.',
      ),
    ];
  if (parts.length > 1) {
    return [
      fixBy(
        { kind: 'set-path', path: `/${stage}` },
        `Remove what follows the stage: after /${stage} only a query may stand.`,
      ),
    ];
  }
  return [`Check the stage: /${stage} must be one of the API’s stages, in the same case.`];
}

function checkMapping(parts: readonly string[]): readonly string[] {
  const seen = parts.length === 0 ? 'without a path' : `with /${parts.join('/')}`;
  return [
    `Check the custom domain’s API mappings: one must fit the URL ${seen}. A mapping selects the stage, so do not add the stage.`,
  ];
}
