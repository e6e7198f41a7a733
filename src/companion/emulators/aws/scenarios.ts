import type { LocalScenario } from '#wire/companionApi.ts';
import { toScenario, withQuery } from '../scenario.ts';
import type { AuthTokens } from './authorizer.ts';
import { STAGE_NAMES } from './stages.ts';

const CAPTURED = 'Status, headers and body are captured ones.';
const FRAME_IS_CAPTURED = 'The frame is a captured one, and the connection stays open.';
const ECHO = '{"action":"echo","data":"hello"}';

export function awsScenarios(baseUrl: string, authTokens: AuthTokens): LocalScenario[] {
  const on = (stage: string) => `${baseUrl}/${stage}`;
  const authorizedBy = (auth: string) => withQuery(on(STAGE_NAMES.authorized), { auth });
  const secretNames = ['auth'];
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
      id: 'aws-bad-body',
      title: 'Message not as the model',
      expects: 'open',
      confidence: 'D',
      note: 'Opens; the first message lacks the member "data" that the model of its route wants. The frame is documented.',
      url: on(STAGE_NAMES.faulty),
      firstMessage: '{"action":"validated"}',
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
  ];
}
