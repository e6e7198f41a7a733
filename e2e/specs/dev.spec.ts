import { expect, test } from '@playwright/test';
import { startPostern } from '../fixtures/startPostern.ts';
import type { RunningPostern } from '../fixtures/startPostern.ts';
import { PosternPage } from '../pages/PosternPage.ts';

// `npm run dev` mounts the companion in Vite's server, in another way than `npm start`.
let postern: RunningPostern;

// Vite prepares its cache of dependencies at the first start, and serves some hundred modules one by one.
test.setTimeout(90_000);

test.beforeAll(async () => {
  postern = await startPostern('npm', 'run', 'dev', '--');
});

test.afterAll(async () => {
  await postern.stop();
});

test('npm run dev serves the page with the companion behind it', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(postern.tokenUrl);
  await expect(new PosternPage(page).urlField).toBeVisible({ timeout: 60_000 });
  expect(page.url()).toBe(postern.url);
  expect((await page.request.get(`${postern.url}api/status`)).status()).toBe(200);
  expect(complaints).toEqual([]);
});
