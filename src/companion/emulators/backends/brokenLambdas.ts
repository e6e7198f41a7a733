import type { Lambda } from '../aws/lambda.ts';

/** Functions as they are before someone has read their logs. */
export const throwingLambda: Lambda = () => {
  throw new Error('A Lambda that fails on purpose.');
};

export const hangingLambda: Lambda = () => new Promise(() => {});

export const refusingLambda: Lambda = () => ({ statusCode: 500, body: 'The client never sees this.' });

/** On a two-way route its body is the reply. */
export const answeringLambda: Lambda = () => ({
  statusCode: 200,
  body: '{"message":"answered by the route"}',
});

/** Says in its status that it failed, and in its body why. */
export const statusLambda: Lambda = () => ({ statusCode: 500, body: '{"message":"the route says 500"}' });
