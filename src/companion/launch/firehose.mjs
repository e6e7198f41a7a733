// @ts-check
// The benchmark's firehose, in a process of its own: e2e/bench/startFirehose.ts starts it and talks to it.
import { importSource } from './importSource.mjs';

const { runFirehose } = await importSource('e2e/bench/firehoseProcess.ts');
await runFirehose();
