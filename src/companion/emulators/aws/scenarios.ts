import type { LocalScenario } from '#wire/companionApi.ts';
import { toScenario, withQuery } from '../scenario.ts';
import type { AuthTokens } from './authorizer.ts';
import { customDomainUrl, MAPPING } from './customDomain.ts';
import type { IamUser } from './iamUser.ts';
import { presignedUrl } from './presignedUrl.ts';
import { STAGE_NAMES } from './stages.ts';

const CAPTURED = 'Status, headers and body are captured ones.';
const FRAME_IS_CAPTURED = 'The frame is a captured one, and the connection stays open.';
const ECHO = '{"action":"echo","data":"hello"}';

/** The longest that a presigned URL may last. */
const WEEK_S = 7 * 86_400;
const HOUR_MS = 3_600_000;

export interface AwsScenarioFacts {
  readonly baseUrl: string;
  readonly authTokens: AuthTokens;
  readonly iamUser: IamUser;
  readonly apiKey: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export function awsScenarios(facts: AwsScenarioFacts): LocalScenario[] {
  const { baseUrl, authTokens, iamUser, apiKey, now } = facts;
  const on = (stage: string) => `${baseUrl}/${stage}`;
  const authorizedBy = (auth: string) => withQuery(on(STAGE_NAMES.authorized), { auth });
  const secretNames = ['auth'];
  const presigned = (user: IamUser, signedAtMs = now, expiresInS = WEEK_S) =>
    presignedUrl(on(STAGE_NAMES.iam), user, { signedAtMs, expiresInS });
  const signatureNames = ['X-Amz-Credential', 'X-Amz-Signature'];
  const withApiKey = (value: string) => ({
    headers: [{ name: 'x-api-key', value }],
    secretNames: ['x-api-key'],
  });
  const customDomain = customDomainUrl(baseUrl);
  return [
    toScenario({
      id: 'aws-echo',
      title: 'wsEcho',
      expects: 'open',
      confidence: 'D',
      note: 'The sample API on stage dev. The route is chosen by "action"; the Lambda answers through @connections.',
      url: on(STAGE_NAMES.dev),
      firstMessage: ECHO,
    }),
    toScenario({
      id: 'aws-authorizer',
      title: 'wsEcho behind an authorizer',
      expects: 'open',
      confidence: 'D',
      note: 'A Lambda authorizer reads "auth" from the query when connecting, and allows this token.',
      url: authorizedBy(authTokens.allowed),
      secretNames,
      firstMessage: ECHO,
    }),
    toScenario({
      id: 'aws-iam',
      title: 'wsEcho behind IAM',
      expects: 'open',
      confidence: 'D',
      note: 'The URL is presigned (Signature Version 4), which is the one way for a browser. It is good for a week from the start of the gateways.',
      url: presigned(iamUser),
      secretNames: signatureNames,
      firstMessage: ECHO,
    }),
    toScenario({
      id: 'aws-api-key',
      title: 'wsEcho with an API key',
      expects: 'open',
      confidence: 'D',
      note: 'A usage plan wants a key in the header x-api-key. A browser cannot set it, so this needs the companion.',
      url: on(STAGE_NAMES.apiKey),
      ...withApiKey(apiKey),
      firstMessage: ECHO,
    }),
    toScenario({
      id: 'aws-custom-domain',
      title: 'wsEcho, custom domain',
      expects: 'open',
      confidence: 'D',
      note: 'A custom domain, here "localhost": the mapping key "chat" selects API and stage, so that no stage is in the URL.',
      url: `${customDomain}/${MAPPING.key}`,
      firstMessage: ECHO,
    }),
    toScenario({
      id: 'aws-subprotocol',
      title: 'Subprotocol accepted',
      expects: 'open',
      confidence: 'D',
      note: 'The Lambda behind $connect returns the header Sec-WebSocket-Protocol with "chat", the one that is offered.',
      url: on(STAGE_NAMES.subprotocol),
      subprotocols: ['chat'],
      firstMessage: ECHO,
    }),
    toScenario({
      id: 'aws-subprotocol-ignored',
      title: 'Subprotocol not accepted',
      expects: 'open',
      confidence: 'D',
      note: 'The Lambda behind $connect returns no subprotocol though one was offered. RFC 6455 allows that; Chrome and Node fail the connection.',
      url: on(STAGE_NAMES.dev),
      subprotocols: ['chat'],
      firstMessage: ECHO,
    }),
    toScenario({
      id: 'aws-no-default',
      title: 'Unknown action, no $default',
      expects: 'open',
      confidence: 'R',
      note: `Opens; the first message finds no route, and there is no $default to take it. ${FRAME_IS_CAPTURED}`,
      url: on(STAGE_NAMES.noDefault),
      firstMessage: '{"action":"nope"}',
    }),
    toScenario({
      id: 'aws-lambda-throws',
      title: 'Lambda of the route fails',
      expects: 'open',
      confidence: 'R',
      note: `Opens; the Lambda behind the first message throws. ${FRAME_IS_CAPTURED}`,
      url: on(STAGE_NAMES.faulty),
      firstMessage: '{"action":"throws"}',
    }),
    toScenario({
      id: 'aws-lambda-slow',
      title: 'Lambda of the route hangs',
      expects: 'open',
      confidence: 'R',
      note: `Opens; the Lambda behind the first message takes longer than the 29 s that it has. ${FRAME_IS_CAPTURED}`,
      url: on(STAGE_NAMES.faulty),
      firstMessage: '{"action":"hangs"}',
    }),
    toScenario({
      id: 'aws-bad-body',
      title: 'Message not as the model',
      expects: 'open',
      confidence: 'D',
      note: 'Opens; the first message lacks the member "data" that the model of its route wants. The frame is documented.',
      url: on(STAGE_NAMES.faulty),
      firstMessage: '{"action":"validated"}',
    }),
    toScenario({
      id: 'aws-route-status',
      title: 'Route that returns 500',
      expects: 'open',
      confidence: 'R',
      note: 'Opens; the Lambda of a two-way route returns statusCode 500, which is ignored: its body comes. Reports conflict, and another scenario has the other.',
      url: on(STAGE_NAMES.faulty),
      firstMessage: '{"action":"status"}',
    }),
    toScenario({
      id: 'aws-route-status-heeded',
      title: 'Route that returns 500, told',
      expects: 'open',
      confidence: 'R',
      note: 'Opens; the Lambda of a two-way route returns statusCode 500, and a frame of the gateway comes in place of its body. Reports conflict, and another scenario has the other.',
      url: on(STAGE_NAMES.heedsStatus),
      firstMessage: '{"action":"status"}',
    }),
    toScenario({
      id: 'aws-deleted',
      title: 'Closed by the backend',
      expects: 'open',
      confidence: 'R',
      note: 'Opens; the Lambda behind the first message deletes the connection through @connections. Code and reason are captured ones.',
      url: on(STAGE_NAMES.faulty),
      firstMessage: '{"action":"leave"}',
    }),
    toScenario({
      id: 'aws-wrong-stage',
      title: 'Wrong stage',
      expects: 'refused',
      confidence: 'R',
      note: `Nothing is deployed to the stage "prod". ${CAPTURED} Four other causes get the same.`,
      url: on('prod'),
    }),
    toScenario({
      id: 'aws-no-stage',
      title: 'No stage',
      expects: 'refused',
      confidence: 'R',
      note: `The URL ends before the stage. ${CAPTURED} Four other causes get the same.`,
      url: on(''),
    }),
    toScenario({
      id: 'aws-authorizer-no-token',
      title: 'Authorizer, no token',
      expects: 'refused',
      confidence: 'R',
      note: `The identity source "auth" is missing, so that the authorizer is not even asked. ${CAPTURED}`,
      url: on(STAGE_NAMES.authorized),
    }),
    toScenario({
      id: 'aws-authorizer-unauthorized',
      title: 'Authorizer, unknown token',
      expects: 'refused',
      confidence: 'R',
      note: `The authorizer does not know the token and answers "Unauthorized". ${CAPTURED}`,
      url: authorizedBy('x'.repeat(32)),
      secretNames,
    }),
    toScenario({
      id: 'aws-authorizer-deny',
      title: 'Authorizer that denies',
      expects: 'refused',
      confidence: 'R',
      note: `The authorizer knows the token and returns a policy that denies. ${CAPTURED}`,
      url: authorizedBy(authTokens.denied),
      secretNames,
    }),
    toScenario({
      id: 'aws-connect-500',
      title: '$connect answers 500',
      expects: 'refused',
      confidence: '?',
      note: 'The Lambda behind $connect returns statusCode 500. The status goes to the client as seen in the field; that the body is empty is synthetic.',
      url: on(STAGE_NAMES.connectRefuses),
    }),
    toScenario({
      id: 'aws-connect-throws',
      title: '$connect fails',
      expects: 'refused',
      confidence: '?',
      note: 'The Lambda behind $connect throws. The status is as seen in the field; the empty body is synthetic.',
      url: on(STAGE_NAMES.connectThrows),
    }),
    toScenario({
      id: 'aws-throttled',
      title: 'Too many connections',
      expects: 'refused',
      confidence: 'K',
      note: 'More new connections than the account allows. The status is as seen in the field; body and headers are those of REST APIs, here synthetic.',
      url: on(STAGE_NAMES.throttled),
    }),
    toScenario({
      id: 'aws-no-mapping',
      title: 'Custom domain, no mapping',
      expects: 'refused',
      confidence: 'R',
      note: `The custom domain exists, and no mapping of it fits the URL. ${CAPTURED} Four other causes get the same.`,
      url: `${customDomain}/`,
    }),
    toScenario({
      id: 'aws-mapping-and-stage',
      title: 'Custom domain and stage',
      expects: 'refused',
      confidence: 'R',
      note: `The mapping has selected the stage already, and the URL names it once more. ${CAPTURED}`,
      url: `${customDomain}/${MAPPING.key}/${MAPPING.stage}`,
    }),
    toScenario({
      id: 'aws-api-key-missing',
      title: 'No API key',
      expects: 'refused',
      confidence: 'R',
      note: `The usage plan wants a key in the header x-api-key. ${CAPTURED} A wrong stage gets the same.`,
      url: on(STAGE_NAMES.apiKey),
    }),
    toScenario({
      id: 'aws-api-key-wrong',
      title: 'Unknown API key',
      expects: 'refused',
      confidence: 'R',
      note: `No usage plan of this stage has the key. ${CAPTURED} A wrong stage gets the same.`,
      url: on(STAGE_NAMES.apiKey),
      ...withApiKey('x'.repeat(40)),
    }),
    toScenario({
      id: 'aws-iam-unsigned',
      title: 'IAM, not signed',
      expects: 'refused',
      confidence: 'K',
      note: 'The stage wants a presigned URL, and this one is bare. Status 403 is documented; body and type are those of REST APIs, here synthetic.',
      url: on(STAGE_NAMES.iam),
    }),
    toScenario({
      id: 'aws-iam-wrong-secret',
      title: 'IAM, wrong secret',
      expects: 'refused',
      confidence: 'K',
      note: 'The URL was signed with another secret access key. Status 403 is documented; body and type are those of REST APIs, here synthetic.',
      url: presigned({ ...iamUser, secretAccessKey: 'x'.repeat(40) }),
      secretNames: signatureNames,
    }),
    toScenario({
      id: 'aws-iam-expired',
      title: 'IAM, expired URL',
      expects: 'refused',
      confidence: 'K',
      note: 'The presigned URL was good for five minutes, an hour ago. Status 403 is documented; body and type are synthetic.',
      url: presigned(iamUser, now - HOUR_MS, 300),
      secretNames: signatureNames,
    }),
    toScenario({
      id: 'aws-authorizer-crash',
      title: 'Authorizer that fails',
      expects: 'refused',
      confidence: '?',
      note: 'The Lambda authorizer throws. Status 500 is documented; the body is synthetic.',
      url: authorizedBy(authTokens.crashing),
      secretNames,
    }),
    toScenario({
      id: 'aws-connect-slow',
      title: '$connect takes over 29 s',
      expects: 'refused',
      confidence: 'I',
      note: 'The Lambda behind $connect does not return. The answer comes after 29 s, which is documented; that it is 504 with an empty body is synthetic.',
      url: on(STAGE_NAMES.connectHangs),
    }),
    toScenario({
      id: 'aws-quota',
      title: 'Usage plan used up',
      expects: 'refused',
      confidence: 'I',
      note: 'The quota of the usage plan is used up. Status, body and type are those of REST APIs, here synthetic.',
      url: on(STAGE_NAMES.overQuota),
    }),
    toScenario({
      id: 'aws-cloudfront',
      title: 'Blocked by CloudFront',
      expects: 'refused',
      confidence: 'K',
      note: 'CloudFront or a web application firewall stands in front and says no: its page, and no header of the API. Widely known; the page is synthetic.',
      url: on(STAGE_NAMES.behindCloudFront),
    }),
    toScenario({
      id: 'aws-upgrade-stripped',
      title: 'Upgrade lost on the way',
      expects: 'refused',
      confidence: '?',
      note: 'A proxy before the gateway takes Connection and Upgrade out, so that the gateway sees a plain GET. What it answers is not documented: status 426 and the body are synthetic.',
      url: on(STAGE_NAMES.stripped),
    }),
    toScenario({
      id: 'aws-url-too-long',
      title: 'URL too long',
      expects: 'refused',
      confidence: '?',
      note: 'The URL has more than the 4,096 bytes that the gateway takes, as with a big token in the query. What it answers is not documented: status 414 is synthetic.',
      url: authorizedBy('x'.repeat(4_096)),
      secretNames,
    }),
  ];
}
