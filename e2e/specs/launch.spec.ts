import { expect, test } from '@playwright/test';
import { startPostern } from '../fixtures/startPostern.ts';
import { PosternPage } from '../pages/PosternPage.ts';

// The two mount the companion differently: `npm start` serves what is built, `npm run dev` is a part of Vite's server.
const COMMANDS = [
  { name: 'npm start', command: ['npm', 'start', '--'] },
  { name: 'npm run dev', command: ['npm', 'run', 'dev', '--'] },
] as const;

// Vite prepares its cache of dependencies at the first start, and serves some hundred modules one by one.
test.setTimeout(90_000);

for (const { name, command } of COMMANDS) {
  test(`${name} serves a page that connects, talks, and keeps the profile`, async ({ page }) => {
    const [program, ...args] = command;
    const postern = await startPostern(program, ...args);
    try {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      const app = new PosternPage(page);
      await page.goto(postern.tokenUrl);
      await expect(app.urlField).toBeVisible({ timeout: 60_000 });
      expect(page.url()).toBe(postern.url);

      await app.choose('AWS API Gateway', 'wsEcho');
      await app.connectButton.click();
      await expect(app.status).toHaveText(/^Open/);
      await expect(app.handshake).toContainText('101 Switching Protocols');
      await app.message.fill('{"action":"echo","data":"over both ways"}');
      await app.sendButton.click();
      await expect(app.received('over both ways')).toBeVisible();
      await app.disconnectButton.click();
      await expect(app.status).toHaveText(/^Closed/);

      await page.getByRole('button', { name: 'Save as profile' }).click();
      const endpoint = await app.urlField.inputValue();
      await page.reload();
      await expect(app.urlField).toHaveValue(endpoint);
      await expect(page.getByRole('status', { name: 'Profile' })).toBeEmpty();
      expect(complaints).toEqual([]);
    } finally {
      await postern.stop();
    }
  });
}
