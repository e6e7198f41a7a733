import { expect, test } from '@playwright/test';
import { startTurnedPostern } from '../fixtures/startPostern.ts';
import { PosternPage } from '../pages/PosternPage.ts';

const MINUTE_MS = 60_000;

/** Connections on which nothing happens, with what the page says of their ends. */
const SILENT = [
  { gateway: 'Google Apigee', title: 'Token expires while open', finding: 'apigee-token-perhaps-expired' },
  { gateway: 'Google Apigee', title: 'Cut after 60 s of silence', finding: 'apigee-keepalive-timeout' },
  { gateway: 'IBM API Connect', title: 'Cut after 60 s of silence', finding: 'ibm-idle-timeout' },
  { gateway: 'Azure API Management', title: 'Cut after 4 min of silence', finding: 'apim-idle-limit' },
  { gateway: 'Google Apigee', title: 'Cut after 300 s', finding: 'apigee-api-timeout' },
  { gateway: 'AWS API Gateway', title: 'wsEcho', finding: 'aws-idle-limit' },
] as const;

/** Short enough that API Gateway does not call the connection idle, 10 min, and long enough to make 2 h of few. */
const PAUSE_MS = 9 * MINUTE_MS;
const PAUSES_IN_TWO_HOURS = 13;

/** Seven connections and what is said of their ends: half a minute on a busy machine. */
const ALL_LIMITS_MS = 90_000;

test('what a gateway ends after minutes or hours is told by its time', async ({ page }) => {
  test.setTimeout(ALL_LIMITS_MS);
  const postern = await startTurnedPostern();
  try {
    const app = new PosternPage(page);
    await page.goto(postern.tokenUrl);
    for (const { gateway, title } of SILENT) await open(app, gateway, title);
    await open(app, 'AWS API Gateway', 'wsEcho behind an authorizer');

    for (let pause = 1; pause <= PAUSES_IN_TWO_HOURS; pause += 1) {
      await postern.turnClock(PAUSE_MS);
      await app.message.fill(`{"action":"echo","data":"after pause ${pause}"}`);
      await app.sendButton.click();
      await expect(app.received(`after pause ${pause}"`)).toBeVisible();
    }
    await expect(app.status).toHaveText(/^Open/);
    await postern.turnClock(PAUSE_MS);
    await expectEnd(app, 'aws-duration-limit');

    for (const { gateway, title, finding } of SILENT) {
      await test.step(`${gateway}: ${title}`, async () => {
        await app.choose(gateway, title);
        await expectEnd(app, finding);
      });
    }
  } finally {
    await postern.stop();
  }
});

async function open(app: PosternPage, gateway: string, title: string): Promise<void> {
  await app.choose(gateway, title);
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
}

async function expectEnd(app: PosternPage, finding: string): Promise<void> {
  await expect(app.status).toHaveText(/^Closed/);
  await expect(app.findings.first()).toHaveAttribute('data-finding-id', finding);
}
