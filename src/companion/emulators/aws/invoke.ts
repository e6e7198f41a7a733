import type { Clock } from '../clock.ts';
import type { Lambda, LambdaEvent, LambdaResult, StageConnections } from './lambda.ts';
import { AWS_LIMITS } from './limits.ts';

export type Invocation =
  | { readonly kind: 'returned'; readonly result: LambdaResult }
  | { readonly kind: 'failed' }
  | { readonly kind: 'timed out' };

/** Runs a Lambda for at most as long as an integration may take. */
export async function invoke(
  lambda: Lambda,
  event: LambdaEvent,
  connections: StageConnections,
  clock: Clock,
): Promise<Invocation> {
  let cancelDeadline = () => {};
  const deadline = new Promise<Invocation>((resolve) => {
    cancelDeadline = clock.schedule(AWS_LIMITS.integrationMs, () => {
      resolve({ kind: 'timed out' });
    });
  });
  try {
    return await Promise.race([run(lambda, event, connections), deadline]);
  } finally {
    cancelDeadline();
  }
}

async function run(lambda: Lambda, event: LambdaEvent, connections: StageConnections): Promise<Invocation> {
  try {
    return { kind: 'returned', result: await lambda(event, connections) };
  } catch {
    // The gateway does not tell the client why, and there is no CloudWatch here.
    return { kind: 'failed' };
  }
}
