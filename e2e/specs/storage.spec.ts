import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { prepareCrash } from '../fixtures/crashTab.ts';
import {
  holdDeviceStorage,
  openIdlePage,
  raiseDatabaseVersion,
  readDeviceStorage,
  untilWriting,
  writeRecord,
} from '../fixtures/deviceStorage.ts';
import type { DeviceStorage } from '../fixtures/deviceStorage.ts';
import { textFile } from '../fixtures/importFiles.ts';
import { serveEcho } from '../fixtures/serveWebSocket.ts';
import { teamFileText } from '../fixtures/teamFile.ts';
import { expect, test } from '../fixtures/test.ts';
import { ImportPane } from '../pages/ImportPane.ts';
import { PosternPage } from '../pages/PosternPage.ts';
import { ProfileBar } from '../pages/ProfileBar.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';

/** Saves what stands on the page as a profile, and waits until the device has it. */
async function saveEndpoint(app: PosternPage, url: string): Promise<void> {
  await app.urlField.fill(url);
  await app.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect
    .poll(async () => JSON.stringify((await readDeviceStorage(app.page))['profiles']))
    .toContain(url);
}

/** What is stored once the page has gone: by then, it has written whatever it meant to write. */
async function storageAfterLeaving(page: Page): Promise<DeviceStorage> {
  const url = page.url();
  // Of the same origin, and no script of it: so nothing writes while this reads.
  await page.goto(new URL('/postern.svg', url).href);
  const storage = await readDeviceStorage(page);
  await page.goto(url);
  return storage;
}

test.describe('profiles of a newer Postern', () => {
  for (const { what, raise } of [
    { what: 'records', raise: (page: Page) => writeRecord(page, 'meta', 'schemaVersion', 99) },
    { what: 'a database', raise: (page: Page) => raiseDatabaseVersion(page, 99) },
  ]) {
    test(`that has ${what} of a later version are left as they are`, async ({ app, start }) => {
      const server = await start(serveEcho());
      await saveEndpoint(app, 'ws://kept.example/chat');
      await raise(app.page);
      const before = await storageAfterLeaving(app.page);

      await expect(app.profiles.getByRole('alert')).toContainText(
        'The profiles on this device were saved by a newer version of Postern. They are left as they are; update Postern to use them.',
      );
      await app.urlField.fill(`ws://${server.host}/chat`);
      await app.connectButton.click();
      await expect(app.status).toHaveText(/^Open/);
      await app.page.getByRole('button', { name: 'Save', exact: true }).click();

      expect(await storageAfterLeaving(app.page)).toEqual(before);
    });
  }
});

test('what a page could not write before it went is there after reloads, and written then', async ({
  app,
}) => {
  const bar = new ProfileBar(app.page);
  await saveEndpoint(app, 'ws://kept.example/one');
  const release = await holdDeviceStorage(app.page);
  await app.urlField.fill('ws://kept.example/two');
  await app.message.fill('not sent yet');
  await app.page.reload();
  // Storage has not answered this page yet.
  await expect(app.urlField).toHaveValue('ws://kept.example/two');
  await app.urlField.fill('ws://kept.example/three');
  await app.page.reload();
  await release();

  await expect(app.urlField).toHaveValue('ws://kept.example/three');
  await expect(bar.state).toHaveText('Unsaved');
  await expect(app.message).toHaveValue('not sent yet');
  await expect
    .poll(async () => JSON.stringify(await readDeviceStorage(app.page)))
    .toMatch(/not sent yet.*\/three/);
  await bar.discardButton.click();
  await expect(app.urlField).toHaveValue('ws://kept.example/one');
});

test('a tab that crashes while it writes leaves all of it or nothing', async ({ app, postern }) => {
  const COUNT = 2_000;
  const context = app.page.context();
  await saveEndpoint(app, 'ws://kept.example/chat');
  const profiles = new ProfilesPane(app.page);
  const file = Array.from({ length: COUNT }, (_, index) => ({
    id: `many-${index}`,
    name: `Many ${index}`,
    url: `ws://many.example/${index}`,
  }));
  await profiles.importButton.click();
  const pane = new ImportPane(app.page);
  await pane.choose(textFile('many.json', teamFileText(file)));
  const watcher = await openIdlePage(app.page);
  const crash = await prepareCrash(app.page);
  const writing = untilWriting(watcher);
  await pane.createButton(`Create ${COUNT} profiles`).click();
  await writing;
  await crash();

  const { profiles: stored = {}, drafts } = await readDeviceStorage(watcher);
  expect([1, 1 + COUNT]).toContain(Object.keys(stored).length);
  expect(drafts).toEqual({});
  const next = new PosternPage(await context.newPage());
  await next.page.goto(postern.url);
  await expect(next.profile('kept chat')).toBeVisible();
});

test('records that cannot be read are said to be there, stay, and cost no other profile', async ({
  app,
  start,
}) => {
  const server = await start(serveEcho());
  await saveEndpoint(app, `ws://${server.host}/chat`);
  const cut = '{"id":"cut","name":"Cut in the mi';
  const later = { version: 99, id: 'later', name: 'Contoso production', url: { host: 'contoso.example' } };
  await writeRecord(app.page, 'profiles', 'cut', cut);
  await writeRecord(app.page, 'profiles', 'later', later);

  await app.page.reload();
  const alert = app.profiles.getByRole('alert');
  await expect(alert).toContainText('2 profiles on this device cannot be read, so they are not shown.');
  await expect(alert).toContainText('They are kept as they are.');
  await expect(app.urlField).toHaveValue(`ws://${server.host}/chat`);
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);

  await app.urlField.fill(`ws://${server.host}/changed`);
  await app.page.getByRole('button', { name: 'Save', exact: true }).click();
  const { profiles = {} } = await storageAfterLeaving(app.page);
  expect(profiles).toMatchObject({ cut, later });
  expect(JSON.stringify(profiles)).toContain('/changed');
});

test('one profile of a newer Postern is named', async ({ app }) => {
  await saveEndpoint(app, 'ws://kept.example/chat');
  await writeRecord(app.page, 'profiles', 'later', { version: 99, id: 'later', name: 'Contoso production' });
  await app.page.reload();
  await expect(app.profiles.getByRole('alert')).toContainText(
    'The saved profile “Contoso production” was saved by a newer Postern (schema 99; this one reads 2).',
  );
  await expect(app.urlField).toHaveValue('ws://kept.example/chat');
});

test.describe('in a browser that blocks site data', () => {
  /** Such a setting belongs to a browser's profile folder. */
  const BLOCKS_SITE_DATA = { profile: { default_content_setting_values: { cookies: 2 } } };
  let folder: string;
  let context: BrowserContext;

  test.beforeEach(async ({ playwright, launchOptions }) => {
    folder = await mkdtemp(join(tmpdir(), 'postern-e2e-browser-'));
    await mkdir(join(folder, 'Default'));
    await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(BLOCKS_SITE_DATA));
    // The headless shell knows no such settings.
    const browser = process.env['POSTERN_CHROMIUM'];
    context = await playwright.chromium.launchPersistentContext(folder, {
      ...launchOptions,
      ...(browser === undefined ? {} : { executablePath: browser }),
    });
  });

  test.afterEach(async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('Postern says that nothing is kept, works all the same, and offers a file', async ({
    postern,
    start,
  }) => {
    const server = await start(serveEcho());
    const app = new PosternPage(await context.newPage());
    const errors: string[] = [];
    app.page.on('pageerror', (error) => errors.push(error.message));
    await app.page.goto(postern.tokenUrl);

    const alert = app.profiles.getByRole('alert');
    await expect(alert).toContainText('This browser does not let Postern store anything');
    await expect(alert).toContainText('What you do now is kept until you close this page');

    // Without a cookie there is no session, so there is no companion.
    await app.urlField.fill(`ws://${server.host}/chat`);
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await app.message.fill('hello');
    await app.sendButton.click();
    await expect(app.received('hello')).toBeVisible();
    await expect(app.page.getByRole('note')).toHaveText('Kept in memory only');

    const download = app.page.waitForEvent('download');
    await alert.getByRole('button', { name: 'Save to a file' }).click();
    expect((await download).suggestedFilename()).toBe('New-profile.postern.json');
    expect(errors).toEqual([]);
  });
});
