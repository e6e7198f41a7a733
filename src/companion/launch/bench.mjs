// @ts-check
// `npm run bench`: the benchmark of e2e/bench, in a real Chromium against the built page and companion.
import { NO_BROWSER, findBrowser } from './browser.mjs';
import { importSource } from './importSource.mjs';
import { prepareBuilt } from './prepare.mjs';

await prepareBuilt();
const browser = await findBrowser();
if (browser === null) {
  console.error(NO_BROWSER);
  process.exit(1);
}
// By itself neither would let what has been started know.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const { runBench } = await importSource('e2e/bench/main.ts');
try {
  await runBench(process.argv.slice(2), browser);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.exit(0);
