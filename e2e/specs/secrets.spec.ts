import type { Locator, Page } from '@playwright/test';
import { localScenario, parameterOf } from '../fixtures/localScenarios.ts';
import { placesShowing } from '../fixtures/placesShowing.ts';
import type { RunningPostern } from '../fixtures/startPostern.ts';
import { expect, test } from '../fixtures/test.ts';
import { CommandPalette } from '../pages/CommandPalette.ts';
import type { PosternPage } from '../pages/PosternPage.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';
import { TransferPane } from '../pages/TransferPane.ts';

/** Connects and talks, so that the secret has been through everything that shows what happened. */
async function converse(app: PosternPage): Promise<void> {
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  await app.message.fill('hello');
  await app.sendButton.click();
  await expect(app.received('hello')).toBeVisible();
}

async function openEveryPart({ handshake }: PosternPage): Promise<void> {
  for (const section of await handshake.locator('details:not([open]) > summary').all()) await section.click();
}

async function copied(page: Page, button: Locator): Promise<string> {
  await button.click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  return await page.evaluate(() => navigator.clipboard.readText());
}

/** Neither the page shows them, nor what can be taken out of it, nor what the companion prints. */
async function expectHidden(
  app: PosternPage,
  postern: RunningPostern,
  secrets: readonly string[],
): Promise<void> {
  await openEveryPart(app);
  await app.log.locator('[data-sequence]').filter({ hasText: 'Open: ' }).click();
  await expect(app.entry).toContainText('Open: ');
  const { page } = app;
  const taken = [
    await new TransferPane(page).exported('HAR'),
    await copied(page, app.handshake.getByRole('button', { name: 'Copy the request' })),
    postern.printed(),
  ];
  for (const secret of secrets) {
    expect(secret).not.toBe('');
    expect(await placesShowing(page, secret)).toEqual([]);
    for (const text of taken) expect(text).not.toContain(secret);
  }
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** What the page writes to the browser's console, where screenshots and bug reports take it from. */
let said: string[];

test.beforeEach(async ({ page }) => {
  said = [];
  page.on('console', (message) => said.push(message.text()));
});

test('a key that came in a pasted URL is shown nowhere, until it is revealed', async ({ app, postern }) => {
  const scenario = await localScenario(app.page, 'apigee-echo');
  const key = parameterOf(scenario, 'apikey');
  await app.urlField.fill(scenario.request.url);
  await converse(app);
  await expectHidden(app, postern, [key]);
  await expect(app.handshake).toContainText('apikey=•••');
  expect(said.join('\n')).not.toContain(key);

  await app.handshake.getByRole('button', { name: 'Reveal secrets' }).click();
  await expect(app.handshake).toContainText(`apikey=${key}`);
  expect(await placesShowing(app.page, key)).not.toEqual([]);
  await app.handshake.getByRole('button', { name: 'Mask secrets' }).click();
  await expect(app.handshake).not.toContainText(key);

  const value = app.queryParameters.getByRole('textbox', { name: 'Value' }).first();
  await app.queryParameters.getByRole('button', { name: 'Reveal apikey' }).click();
  await expect(value).toHaveCSS('-webkit-text-security', 'none');
  await app.queryParameters.getByRole('button', { name: 'Hide apikey' }).click();
  await expect(value).toHaveCSS('-webkit-text-security', 'disc');
});

test('a key and a token in one URL are both hidden, after a reload as well', async ({ app, postern }) => {
  const scenario = await localScenario(app.page, 'apim-chat');
  const secrets = [parameterOf(scenario, 'subscription-key'), parameterOf(scenario, 'access_token')];
  await app.urlField.fill(scenario.request.url);
  await app.page.keyboard.press('Control+s');
  await converse(app);
  await expectHidden(app, postern, secrets);
  await app.page.reload();
  await expect(app.urlField).toHaveValue(/chatdemo$/);
  for (const secret of secrets) expect(await placesShowing(app.page, secret)).toEqual([]);
});

test('a header’s token is hidden as soon as the field is left', async ({ app, postern }) => {
  const { request } = await localScenario(app.page, 'apigee-header-key');
  const key = request.headers[0]?.value ?? '';
  await app.urlField.fill(request.url);
  await new ProfilesPane(app.page).search.focus();
  const row = app.headers.getByRole('row').last();
  await row.getByLabel('Name').fill('x-apikey');
  const value = app.headers.getByRole('textbox', { name: 'Value' }).first();
  await value.fill(key);
  await value.press('Tab');
  await expect(value).toHaveCSS('-webkit-text-security', 'disc');
  await converse(app);
  await expectHidden(app, postern, [key]);
  await app.handshake.getByRole('button', { name: 'Reveal secrets' }).click();
  await expect(app.handshake).toContainText(key);
});

test('a bearer token is hidden, its scheme is not', async ({ app, postern }) => {
  const scenario = await localScenario(app.page, 'apigee-echo');
  await new ProfilesPane(app.page).importText(
    `wscat -c '${scenario.request.url}' -H 'Authorization: Bearer not-a-real-token-7f3a'`,
  );
  await converse(app);
  await expectHidden(app, postern, ['not-a-real-token-7f3a']);
  await expect(app.handshake).toContainText('Bearer •••');
});

test('a refused key is in neither the diagnosis nor the answer', async ({ app, postern }) => {
  await app.urlField.fill(
    (await localScenario(app.page, 'apigee-echo')).request.url.replace(
      /apikey=.*/,
      'apikey=pasted-by-mistake-51c2',
    ),
  );
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Failed refused with 401/);
  await expect(app.diagnosis).toContainText('key');
  await openEveryPart(app);
  expect(await placesShowing(app.page, 'pasted-by-mistake-51c2')).toEqual([]);
  expect(postern.printed()).not.toContain('pasted-by-mistake-51c2');
});

test('the Browser transport hides them as well', async ({ app, postern }) => {
  const scenario = await localScenario(app.page, 'apigee-oauth');
  const token = parameterOf(scenario, 'access_token');
  await app.urlField.fill(scenario.request.url);
  await app.transport.selectOption('Browser');
  await converse(app);
  await openEveryPart(app);
  expect(await placesShowing(app.page, token)).toEqual([]);
  expect(await new TransferPane(app.page).exported('HAR')).not.toContain(token);
  expect(postern.printed()).not.toContain(token);
});

test('neither the import dialog, nor the list, nor the command palette shows a key', async ({ app }) => {
  const { page } = app;
  const profiles = new ProfilesPane(page);
  await profiles.importButton.click();
  const field = profiles.importDialog.getByRole('textbox', { name: 'URL or command line' });
  await field.fill('wss://chat.example.com/ws?subscription-key=not-a-real-key-93b1');
  await expect(profiles.importDialog).toContainText('One value is kept as a secret.');
  // What is being typed is seen by who types it; what is said of it says no more than its name.
  expect(await placesShowing(page, 'not-a-real-key-93b1')).toEqual(['the field textarea']);
  await profiles.importDialog.getByRole('button', { name: 'Create profile' }).click();
  await expect(profiles.importDialog).toHaveCount(0);
  expect(await placesShowing(page, 'not-a-real-key-93b1')).toEqual([]);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('chat');
  await expect(new CommandPalette(page).options.first()).toContainText('chat');
  expect(await placesShowing(page, 'not-a-real-key-93b1')).toEqual([]);
});
