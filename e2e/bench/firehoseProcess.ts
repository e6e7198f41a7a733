import { serveFirehose } from './serveFirehose.ts';
import type { Pour } from './serveFirehose.ts';
import type { Flood } from './flood.ts';

/** What the firehose's process is told and answers, one for one and in order. */
export type FirehoseCall = { readonly type: 'prepare'; readonly flood: Flood } | { readonly type: 'pour' };
export type FirehoseAnswer =
  | { readonly type: 'listening'; readonly host: string }
  | { readonly type: 'prepared' }
  | { readonly type: 'poured'; readonly pour: Pour }
  | { readonly type: 'failed'; readonly message: string };

/** Runs a firehose for the process that started this one, until that goes. */
export async function runFirehose(): Promise<void> {
  const answer = (message: FirehoseAnswer): void => void process.send?.(message);
  const firehose = await serveFirehose();
  process.on('message', (call: FirehoseCall) => {
    if (call.type === 'prepare') {
      firehose.prepare(call.flood);
      answer({ type: 'prepared' });
      return;
    }
    firehose.pour().then(
      (pour) => answer({ type: 'poured', pour }),
      (error: unknown) => answer({ type: 'failed', message: String(error) }),
    );
  });
  process.once('disconnect', () => process.exit(0));
  answer({ type: 'listening', host: firehose.host });
}
