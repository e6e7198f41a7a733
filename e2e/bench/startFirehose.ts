import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../fixtures/startPostern.ts';
import type { FirehoseAnswer, FirehoseCall } from './firehoseProcess.ts';
import type { Flood } from './flood.ts';
import type { Pour } from './serveFirehose.ts';

/** A firehose in a process of its own: what it does takes no turn from anybody else. */
export interface FirehoseProcess {
  readonly host: string;
  readonly prepare: (flood: Flood) => Promise<void>;
  readonly pour: () => Promise<Pour>;
  readonly close: () => void;
}

export async function startFirehose(): Promise<FirehoseProcess> {
  const child = fork(join(ROOT, 'src/companion/launch/firehose.mjs'), { stdio: 'inherit' });
  const exited = once(child, 'exit').then(() => {
    throw new Error('The firehose has ended.');
  });
  // Nobody may be waiting when it ends in good order.
  exited.catch(() => undefined);

  async function answer<Type extends FirehoseAnswer['type']>(
    type: Type,
  ): Promise<Extract<FirehoseAnswer, { type: Type }>> {
    const [message] = (await Promise.race([once(child, 'message'), exited])) as [FirehoseAnswer];
    if (message.type === 'failed') throw new Error(message.message);
    if (message.type !== type) throw new Error(`The firehose answered ${message.type}, not ${type}.`);
    return message as Extract<FirehoseAnswer, { type: Type }>;
  }

  function tell(call: FirehoseCall): void {
    child.send(call);
  }

  const { host } = await answer('listening');
  return {
    host,
    async prepare(flood) {
      tell({ type: 'prepare', flood });
      await answer('prepared');
    },
    async pour() {
      tell({ type: 'pour' });
      return (await answer('poured')).pour;
    },
    close: () => child.disconnect(),
  };
}
