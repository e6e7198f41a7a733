import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { ROOT, startPostern } from '../fixtures/startPostern.ts';
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

  // Some versions of Node read an --env-file themselves, from another folder and with words of their own, if they are let.
  test(`${name} says that an --env-file cannot be read`, () => {
    const [program, ...args] = command;
    const options = ['--no-open', '--no-gateways', '--port', '0', '--env-file', 'nowhere.env'];
    const { status, stderr } = spawnSync(program, [...args, ...options], { cwd: ROOT, encoding: 'utf8' });
    expect(stderr).toContain('nowhere.env of --env-file cannot be read (ENOENT).');
    expect(status).toBe(1);
  });
}
