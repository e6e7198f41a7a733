// @ts-check
// `npm run e2e`: the Playwright tests alone; `-- --headed` and all else goes to Playwright.
import { NO_BROWSER, findBrowser } from './browser.mjs';
import { prepareBuilt } from './prepare.mjs';
import { runPlaywright } from './runPlaywright.mjs';

await prepareBuilt();
const browser = await findBrowser();
if (browser === null) {
  console.error(NO_BROWSER);
  process.exit(1);
}
const { exitCode } = await runPlaywright(browser, process.argv.slice(2));
process.exit(exitCode);
