import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { prepareCrash } from '../fixtures/crashTab.ts';
import { serveEcho, serveWebSocket } from '../fixtures/serveWebSocket.ts';
import { expect, test } from '../fixtures/test.ts';
import { untilStored } from '../fixtures/storedLogs.ts';
import { PosternPage } from '../pages/PosternPage.ts';
import { SettingsPane } from '../pages/SettingsPane.ts';
import { TranscriptPane } from '../pages/TranscriptPane.ts';

const WENT_WITH_PAGE = /^Past connection of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \(.+\)\. Ended with the page/;

/** Bytes of all logs in the page's origin private file system. */
function storedBytes(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const logs = await root.getDirectoryHandle('logs', { create: true });
    let bytes = 0;
    for await (const folder of logs.values()) {
      for await (const handle of (folder as FileSystemDirectoryHandle).values()) {
        bytes += (await (handle as FileSystemFileHandle).getFile()).size;
      }
    }
    return bytes;
  });
}

test('a reload finds the log again, as a past connection with every entry', async ({
  app,
  composer,
  start,
  transcript,
}) => {
  const server = await start(serveEcho());
  await app.connectTo(server);
  await composer.send('said before the reload');
  await expect(transcript.rows).toHaveCount(3);
  const before = await transcript.rows.allInnerTexts();
  await untilStored(app.page, 'said before the reload', 2);

  await app.page.reload();
  await expect(transcript.pastBanner).toHaveText(WENT_WITH_PAGE);
  await expect(transcript.rows).toHaveText(before, { useInnerText: true });
  await transcript.row(/Received ?said before/).click();
  await expect(transcript.entry).toContainText('said before the reload');

  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  await expect(transcript.pastBanner).toHaveCount(0);
  await expect(transcript.rows).toHaveCount(1);
  await transcript.pastButton.click();
  await expect(transcript.pastRows).toHaveCount(1);
  await transcript.pastRows.getByRole('button', { name: /^Show/ }).click();
  await expect(transcript.row('said before the reload')).toHaveCount(2);
  await composer.send('said meanwhile');
  await app.page.getByRole('button', { name: 'Back to the current log' }).click();
  await expect(transcript.row('said meanwhile')).toHaveCount(2);
});

test('a crash of the tab costs nothing that was there a moment before', async ({
  app,
  start,
  postern,
  transcript,
}) => {
  const COUNT = 5_000;
  const server = await start(
    serveWebSocket((socket) => {
      for (let number = 1; number <= COUNT; number += 1) socket.send(`{"message":${number}}`);
    }),
  );
  await app.connectTo(server);
  await expect(transcript.count('5,000 received')).toBeVisible();
  await untilStored(app.page, '{"message":', COUNT);

  const context = app.page.context();
  const crash = await prepareCrash(app.page);
  await crash();

  const page = await context.newPage();
  await page.goto(postern.url);
  const next = new TranscriptPane(page);
  await expect(next.pastBanner).toHaveText(WENT_WITH_PAGE);
  await expect(next.count('5,000 received')).toBeVisible();
  await expect(next.row(`{"message":${COUNT}}`)).toBeInViewport();
  await next.search.fill('"message":2500}');
  await expect(next.rows).toHaveText([/"message":2500\}/]);
});

test.describe('in a browser with a profile folder of its own', () => {
  // Browsers are started: seconds each on a busy machine.
  test.describe.configure({ timeout: 90_000 });
  let folder: string;

  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'postern-e2e-browser-'));
  });

  test.afterEach(async () => {
    // The browser's processes end a little after it has.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  test('a restart finds the log, and how its connection ended', async ({
    launchOptions,
    playwright,
    postern,
    start,
  }) => {
    const server = await start(serveEcho());
    const first = await playwright.chromium.launchPersistentContext(folder, launchOptions);
    const app = new PosternPage(await first.newPage());
    await app.page.goto(postern.tokenUrl);
    await app.connectTo(server);
    await app.message.fill('before the restart');
    await app.sendButton.click();
    await expect(app.received('before the restart')).toBeVisible();
    await app.page.getByRole('button', { name: 'Save', exact: true }).click();
    await app.disconnectButton.click();
    await expect(app.status).toHaveText(/^Closed/);
    // As the last entry, and in what is kept about the log.
    await untilStored(app.page, 'Closed by you', 2);
    await first.close();

    const second = await playwright.chromium.launchPersistentContext(folder, launchOptions);
    const next = new PosternPage(await second.newPage());
    await next.page.goto(postern.url);
    const transcript = new TranscriptPane(next.page);
    await expect(transcript.pastBanner).toContainText('Closed by you: 1000 Normal Closure.');
    await expect(next.received('before the restart')).toBeVisible();
    await second.close();
  });

  // A window without a folder keeps its files in memory, to which no quota applies.
  test('a full disk is said, and costs no entry', async ({ launchOptions, playwright, postern, start }) => {
    const COUNT = 20;
    const server = await start(
      serveWebSocket((socket) => {
        for (let number = 1; number <= COUNT; number += 1) {
          socket.send(`{"message":${number}}`.padEnd(400_000, ' '));
        }
        socket.on('message', (text: Buffer) => socket.send(text.toString()));
      }),
    );
    const context = await playwright.chromium.launchPersistentContext(folder, launchOptions);
    const app = new PosternPage(await context.newPage());
    const transcript = new TranscriptPane(app.page);
    await app.page.goto(postern.tokenUrl);
    const session = await context.newCDPSession(app.page);
    const { origin } = new URL(postern.url);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 5_000_000 });
    await app.connectTo(server);
    await expect(app.page.getByRole('note')).toHaveText('Device storage is full: kept in memory only');
    await expect(transcript.count('20 received')).toBeVisible();
    await app.message.fill('after it was full');
    await app.sendButton.click();
    await expect(transcript.row('after it was full')).toHaveCount(2);
    for (let number = 1; number <= COUNT; number += 1) {
      await expect(transcript.row(`{"message":${number}}`)).toHaveCount(1);
    }
    await context.close();
  });
});

/** 30 MB come in, and half of it goes on to disk: seconds on a busy machine. */
const MANY_MEGABYTES_MS = 30_000;

test('past the memory budget the oldest entries are on disk, and are there when they are wanted', async ({
  app,
  start,
  transcript,
}) => {
  test.slow();
  const COUNT = 30;
  const MEGABYTE = 1_000_000;
  const server = await start(
    serveWebSocket((socket) => {
      for (let number = 1; number <= COUNT; number += 1) {
        socket.send(`{"message":${number}}`.padEnd(MEGABYTE, ' '));
      }
    }),
  );
  await new SettingsPane(app.page).choose('In memory, each connection', '16 MB');
  await app.connectTo(server);
  await expect(transcript.count('30 received')).toBeVisible({ timeout: MANY_MEGABYTES_MS });
  await expect(app.page.getByText(/^\d+ older entries are on disk$/)).toBeVisible();
  await transcript.log.hover();
  await app.page.mouse.wheel(0, -1_000_000);
  await expect(transcript.row('{"message":1}')).toBeInViewport();
  await transcript.row('{"message":1}').click();
  await expect(transcript.entry).toContainText('1 MB');
  await transcript.search.fill('"message":7}');
  await expect(transcript.rows).toHaveText([/"message":7\}/]);
});

test('a past connection can be deleted, and all of them forgotten', async ({
  app,
  composer,
  start,
  transcript,
}) => {
  const server = await start(serveEcho());
  await app.connectTo(server);
  await composer.send('one');
  await untilStored(app.page, 'one', 2);
  await app.page.reload();
  await expect(transcript.pastBanner).toBeVisible();
  await transcript.pastButton.click();
  await transcript.pastRows.getByRole('button', { name: /^Delete/ }).click();
  await expect(app.page.getByText('There are none yet.')).toBeVisible();
  await app.page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(transcript.pastBanner).toHaveCount(0);
  await expect.poll(() => storedBytes(app.page)).toBe(0);

  await app.connectButton.click();
  await composer.send('two');
  await expect(transcript.row('two')).toHaveCount(2);
  await untilStored(app.page, 'two', 2);
  await new SettingsPane(app.page).forgetLogs();
  await expect(transcript.rows).toHaveCount(0);
  await expect(app.status).toHaveText(/^Open/);
  await composer.send('three');
  await expect(transcript.rows).toHaveText([/Sent ?three/, /Received ?three/]);
});

test('two tabs keep a log each, and neither touches the other’s', async ({
  app,
  composer,
  start,
  transcript,
}) => {
  const server = await start(serveEcho());
  await app.connectTo(server);
  await composer.send('in the first tab');
  await expect(transcript.row('in the first tab')).toHaveCount(2);
  await untilStored(app.page, 'in the first tab', 2);

  const other = new PosternPage(await app.page.context().newPage());
  await other.page.goto(app.page.url());
  await expect(other.urlField).toHaveValue(`ws://${server.host}/chat`);
  // What the first tab writes is no past connection.
  await expect(other.page.getByText('Connect to see messages')).toBeVisible();
  await other.connectButton.click();
  await expect(other.status).toHaveText(/^Open/);
  await other.message.fill('in the second tab');
  await other.sendButton.click();
  await expect(other.received('in the second tab')).toBeVisible();
  await untilStored(app.page, 'in the second tab', 2);
  await other.page.close();

  await composer.send('in the first tab again');
  await expect(transcript.row('in the first tab again')).toHaveCount(2);
  await transcript.pastButton.click();
  await expect(transcript.pastRows).toHaveCount(1);
  await transcript.pastRows.getByRole('button', { name: /^Show/ }).click();
  await expect(transcript.row('in the second tab')).toHaveCount(2);
  await expect(transcript.row('in the first tab')).toHaveCount(0);
});

test('nothing is kept when the person wants it so', async ({ app, composer, start, transcript }) => {
  const server = await start(serveEcho());
  await new SettingsPane(app.page).choose('On this device, each connection', 'Nothing');
  await app.connectTo(server);
  await composer.send('between us');
  await expect(transcript.row('between us')).toHaveCount(2);
  await app.page.reload();
  await expect(app.page.getByText('Connect to see messages')).toBeVisible();
  expect(await storedBytes(app.page)).toBe(0);
});
