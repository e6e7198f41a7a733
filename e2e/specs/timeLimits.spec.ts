import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { startPostern } from '../fixtures/startPostern.ts';
import { PosternPage } from '../pages/PosternPage.ts';

const QUICK_CLOCK = fileURLToPath(new URL('../fixtures/quickClock.mjs', import.meta.url));

/** By scenario: what the page says of the end. The shortest first, as they are looked at. */
const CUTS = [
  { gateway: 'Google Apigee', title: 'Cut after 60 s of silence', finding: 'apigee-keepalive-timeout' },
  { gateway: 'IBM API Connect', title: 'Cut after 60 s of silence', finding: 'ibm-idle-timeout' },
  { gateway: 'Azure API Management', title: 'Cut after 4 min of silence', finding: 'apim-idle-limit' },
  { gateway: 'Google Apigee', title: 'Cut after 300 s', finding: 'apigee-api-timeout' },
] as const;

/** The longest takes 20 s by the quick clock, and all are under way at once. */
const LONGEST_CUT_MS = 60_000;

test('what a gateway cuts after minutes is told by its time', async ({ page }) => {
  test.setTimeout(2 * LONGEST_CUT_MS);
  const postern = await startPostern(process.execPath, '--import', QUICK_CLOCK, 'dist/companion/cli.js');
  try {
    const app = new PosternPage(page);
    await page.goto(postern.tokenUrl);
    for (const { gateway, title } of CUTS) {
      await app.choose(gateway, title);
      await app.connectButton.click();
      await expect(app.status).toHaveText(/^Open/);
    }
    for (const { gateway, title, finding } of CUTS) {
      await test.step(`${gateway}: ${title}`, async () => {
        await app.choose(gateway, title);
        await expect(app.status).toHaveText(/^Closed/, { timeout: LONGEST_CUT_MS });
        await expect(app.findings.first()).toHaveAttribute('data-finding-id', finding);
      });
    }
  } finally {
    await postern.stop();
  }
});
