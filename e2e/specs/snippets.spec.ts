import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { serveWebSocket } from '../fixtures/serveWebSocket.ts';
import { testOnOnePage as test } from '../fixtures/testOnOnePage.ts';
import { expect } from '../fixtures/test.ts';
import { CodeDialog } from '../pages/CodeDialog.ts';
import { CommandPalette } from '../pages/CommandPalette.ts';
import { ExpectationsPane } from '../pages/ExpectationsPane.ts';
import { ProfileBar } from '../pages/ProfileBar.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';
import { SavedMessages } from '../pages/SavedMessages.ts';

const PLAYWRIGHT_CLI = fileURLToPath(import.meta.resolve('@playwright/test/cli'));

/** As for the tests around it: the same Chromium, started in the same way. */
const CONFIG_OF_TESTS = `
import config from ${JSON.stringify(new URL('../playwright.config.ts', import.meta.url).href)};
export default { ...config, testDir: '.', outputDir: 'results', reporter: 'line' };
`;

const CLIENTS = ['wscat', 'websocat', 'curl', 'Browser', 'Node ws', 'Python', 'C#', 'Go', 'Playwright'];

const KEY = 'not-a-real-key-6d1f';

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test.beforeEach(({ app }) => app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']));

test('a profile is copied as code for each client, its key left to the environment', async ({ app }) => {
  const { page } = app;
  const code = new CodeDialog(page);
  await app.urlField.fill(`wss://gateway.example.com/chat?apikey=${KEY}`);
  await code.openButton.click();
  await code.choose('wscat');
  for (const client of CLIENTS) {
    await expect(code.client(client)).toBeChecked();
    await expect(code.client(client)).toBeFocused();
    await expect(code.code(client)).toContainText('wss://gateway.example.com/chat?apikey=');
    await expect(code.code(client)).toContainText('POSTERN_APIKEY');
    await expect(code.dialog).not.toContainText(KEY);
    if (client !== CLIENTS.at(-1)) await page.keyboard.press('ArrowRight');
  }

  await code.choose('wscat');
  await page.keyboard.press('Enter');
  await expect(code.dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await clipboard(page)).toBe(
    'wscat --connect "wss://gateway.example.com/chat?apikey=${POSTERN_APIKEY:?}"\n',
  );

  await code.includeSecrets.check();
  await expect(code.dialog).toContainText('in the clear');
  await expect(code.code('wscat')).toContainText(KEY);
  await page.keyboard.press('Control+c');
  await expect
    .poll(() => clipboard(page))
    .toBe(`wscat --connect 'wss://gateway.example.com/chat?apikey=${KEY}'\n`);
});

test('the code opens from the menu of a profile too, for the client of the last time', async ({ app }) => {
  const { page } = app;
  const code = new CodeDialog(page);
  const profiles = new ProfilesPane(page);
  await profiles.importText('wss://gateway.example.com/menu');
  await expect(new ProfileBar(page).heading).toHaveText('gateway menu');
  await code.openButton.click();
  await code.choose('Python');
  await page.keyboard.press('Escape');
  await expect(code.dialog).toHaveCount(0);
  await expect(code.openButton).toBeFocused();

  await profiles.act('gateway menu', 'Copy as code…');
  await expect(code.code('Python')).toContainText('from websockets.sync.client import connect');
  await expect(code.includeSecrets).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(code.dialog).toHaveCount(0);
  await expect(profiles.row('gateway menu')).toBeFocused();
});

test('a profile that cannot be connected to says why in place of code', async ({ app }) => {
  const code = new CodeDialog(app.page);
  await app.urlField.fill('wss://gateway.example.com:99999/chat');
  await code.openButton.click();
  await expect(code.dialog).toContainText('This is not a URL that can be dialled');
  await expect(code.copyButton).toBeDisabled();
});

test('the code for Node runs: it connects as the profile does, and says the message', async ({
  app,
  start,
  requestPane,
}, testInfo) => {
  const { page } = app;
  const code = new CodeDialog(page);
  const palette = new CommandPalette(page);
  const asked: unknown[] = [];
  const server = await start(
    serveWebSocket((socket, { url, headers }) => {
      asked.push([url, headers['x-note'], headers.origin]);
      socket.on('message', (data) => {
        socket.send(data, { binary: false });
        socket.close(1000, 'enough');
      });
    }),
  );
  await app.urlField.fill(`ws://${server.host}/chat?apikey=${KEY}&room=it's`);
  await requestPane.headers.add('X-Note', String.raw`"it's" \n ${'${HOME}'}`);
  await requestPane.offerSubprotocol('chat');
  await app.message.fill('first\nsecond `line`');
  await page.keyboard.press('Control+k');
  await expect(palette.field).toBeFocused();
  await page.keyboard.type('as code');
  await expect(palette.options.first()).toContainText('as code');
  await page.keyboard.press('Enter');
  await code.choose('Node ws');
  await code.copyButton.click();
  await expect(code.dialog.getByRole('button', { name: 'Copied' })).toBeVisible();

  // Within the repository, so that `ws` is found.
  const file = testInfo.outputPath('connect.mjs');
  await writeFile(file, await clipboard(page));
  const { stdout } = await promisify(execFile)(process.execPath, [file], {
    env: { ...process.env, FORCE_COLOR: '0', POSTERN_APIKEY: KEY },
  });
  expect(stdout).toBe('open chat\nfirst\nsecond `line`\nclosed 1000 enough\n');
  expect(asked).toEqual([[`/chat?apikey=${KEY}&room=it%27s`, String.raw`"it's" \n ${'${HOME}'}`, undefined]]);
});

test('the code for Playwright is a test of what the profile expects: it passes when that comes, and only then', async ({
  app,
  page,
  options,
  composer,
}, testInfo) => {
  test.slow();
  const code = new CodeDialog(page);
  const expectations = new ExpectationsPane(page);
  const saved = new SavedMessages(page);
  // Within the repository, so that its packages are found.
  const folder = testInfo.outputPath('tests');
  const run = () =>
    promisify(execFile)(
      process.execPath,
      [PLAYWRIGHT_CLI, 'test', '--config', join(folder, 'playwright.config.mjs')],
      { env: { ...process.env, FORCE_COLOR: '0' } },
    ).catch((error: unknown) => error as { readonly stdout: string });
  const write = async (transport: string) => {
    await app.transport.selectOption(transport);
    await code.openButton.click();
    await code.choose('Playwright');
    await code.copyButton.click();
    await expect(code.dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
    await writeFile(join(folder, `${transport}.spec.ts`), await clipboard(page));
    await page.keyboard.press('Escape');
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'playwright.config.mjs'), CONFIG_OF_TESTS);

  await app.choose('AWS API Gateway', 'wsEcho');
  await composer.message.fill('{"action":"echo","data":"it\'s"}');
  await saved.choose('Save this message…');
  await saved.saveName.fill('Echo');
  await saved.saveName.press('Enter');
  await composer.message.fill('');
  await options.open();
  await (await expectations.add('It opens')).getByRole('textbox', { name: 'Within, s' }).fill('20');
  const message = await expectations.add('A message comes');
  const filter = message.getByRole('textbox', { name: 'It matches' });
  await filter.fill('$.message == "echo" "it\'s"');
  await message.getByRole('textbox', { name: 'Within, s' }).fill('20');
  await message.getByRole('combobox', { name: 'Counted from' }).selectOption('“Echo”');

  for (const transport of ['Companion', 'Browser']) await write(transport);
  const met = await run();
  expect(met.stdout).toContain('2 passed');

  await filter.fill('$.message == "another"');
  await message.getByRole('textbox', { name: 'Within, s' }).fill('0.5');
  for (const transport of ['Companion', 'Browser']) await write(transport);
  const { stdout } = await run();
  expect(stdout).toContain('2 failed');
  expect(stdout).toContain('A message matches $.message == "another" within 500 ms of “Echo”');
});
