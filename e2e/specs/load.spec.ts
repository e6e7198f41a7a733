import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { CommandPalette } from '../pages/CommandPalette.ts';
import { PosternPage } from '../pages/PosternPage.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';

/**
 * What the first load may weigh, bytes of compressed script: a second on a slow line (1.6 Mbit/s), and a share of every
 * start on any line. What is used later comes later.
 */
const MAX_FIRST_LOAD_BYTES = 200 * 1_024;

// Clocks that stand still, and a first visit that is one for the browser's caches as well.
test.use({ hasOwnContext: true });

/** Keeps back the code of menus and dialogs, as a slow server would; returns what lets it come. */
async function holdOverlays(page: Page): Promise<() => void> {
  let letCome = () => {};
  const allowed = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(/\/assets\/overlays-[^/]*\.js$/, async (route) => {
    await allowed;
    await route.continue();
  });
  await page.reload();
  await expect(new PosternPage(page).urlField).toBeVisible();
  return letCome;
}

async function overlaysAskedFor(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForRequest(/\/assets\/overlays-/), act()]);
}

test('the first load is small: its scripts and the engine’s, compressed', async ({ page, postern }) => {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  // Time stands still: nothing comes that is fetched later, however slow this machine is.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.goto(postern.url);
  const urlField = page.getByRole('textbox', { name: 'Gateway URL' });
  await expect(urlField).toBeVisible();
  await page.waitForLoadState('networkidle');
  const scripts = urls.filter((url) => url.endsWith('.js'));
  // The engine starts with the first connection.
  const engine = page.waitForEvent('worker');
  await urlField.fill(postern.gateways[0]?.baseUrl ?? '');
  await urlField.press('Enter');
  scripts.push((await engine).url());

  const bodies = await Promise.all(scripts.map(async (url) => (await page.request.get(url)).body()));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).byteLength, 0);
  expect(bytes, scripts.join('\n')).toBeLessThanOrEqual(MAX_FIRST_LOAD_BYTES);
});

/** What the test below makes use of. */
const PARTS = ['CommandPalette', 'OptionsEditor', 'WholeEntry', 'readSought', 'searchNote'];

/** For a machine that has other work: an idle one takes two seconds. */
const ALL_PARTS_LIMIT_MS = 40_000;

/** Watches what comes; returns what of these parts has not come yet. */
function watchParts(page: Page): () => readonly string[] {
  const came = new Set<string>();
  page.on('requestfinished', (request) => came.add(new URL(request.url()).pathname));
  return () => PARTS.filter((part) => ![...came].some((path) => path.startsWith(`/assets/${part}-`)));
}

test('what was not needed at once is at hand when the server has gone', async ({
  page,
  postern,
  closeMenu,
}) => {
  const missingParts = watchParts(page);
  await page.clock.install();
  await page.goto(postern.tokenUrl);
  const app = new PosternPage(page);
  await expect(app.urlField).toBeVisible();
  await page.clock.runFor(5_000);
  // One part after another, when the page has nothing else to do: that takes real time, more of it on a busy machine.
  await page.clock.resume();
  await expect.poll(missingParts, { timeout: ALL_PARTS_LIMIT_MS }).toEqual([]);
  await app.choose('IBM API Connect', 'Upper case');
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);

  await page.route(/\/assets\//, (route) => route.abort());
  await app.message.fill('hello');
  await app.sendButton.click();
  await app.received('HELLO').click();
  await expect(app.entry).toContainText('HELLO');
  await app.search.fill('kind:nothing');
  await expect(app.search).toHaveAttribute('aria-invalid', 'true');
  await page
    .locator('summary')
    .filter({ hasText: /^Options/ })
    .click();
  await expect(page.getByRole('textbox', { name: 'Server name' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(new CommandPalette(page).field).toBeFocused();
  await page.keyboard.press('Escape');
  await closeMenu.open();
  await closeMenu.closeButton.click();
  await expect(app.status).toHaveText(/^Closed by you with 1000/);
});

test('code that cannot be had is said where it is needed', async ({ app }) => {
  const { page } = app;
  await page.route(/\/assets\/copyProfileLink/, (route) => route.abort());
  await app.urlField.fill('wss://gateway.example.com/chat');
  await page.keyboard.press('Control+s');
  await new ProfilesPane(page).act('gateway chat', 'Copy link');
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText(
    'That did not work: a part of Postern could not be fetched',
  );
});

test.describe('while the code of a menu or dialog is on its way', () => {
  test('what is pressed waits for the menu', async ({ app }) => {
    const { page, urlField, queryParameters } = app;
    const letCome = await holdOverlays(page);
    await urlField.fill('wss://chat.example.com/ws?a=1&b=2');
    await overlaysAskedFor(page, () =>
      queryParameters.getByRole('button', { name: 'Actions for a' }).focus(),
    );
    for (const key of ['Enter', 'End', 'Enter']) await page.keyboard.press(key);
    await expect(queryParameters.getByRole('checkbox')).toHaveCount(2);
    letCome();
    await expect(queryParameters.getByRole('checkbox')).toHaveCount(1);
    await expect(queryParameters.getByLabel('Name', { exact: true }).first()).toHaveValue('b');
  });

  test('what is typed waits for the fields, and goes nowhere else', async ({ app, closeMenu }) => {
    const { page } = app;
    const letCome = await holdOverlays(page);
    await app.choose('IBM API Connect', 'Upper case');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await overlaysAskedFor(page, () => closeMenu.open());
    await page.keyboard.type('3001');
    await page.keyboard.press('Tab');
    await page.keyboard.type('good-bye');
    letCome();
    await expect(closeMenu.reason).toHaveValue('good-bye');
    await expect(closeMenu.code).toHaveValue('3001');
    await page.keyboard.press('Enter');
    await expect(app.status).toHaveText(/^Closed by you with 3001/);
  });

  test('what is typed waits for the command palette', async ({ app }) => {
    const { page } = app;
    const letCome = await holdOverlays(page);
    await page.keyboard.press('Alt+u');
    await overlaysAskedFor(page, () => page.keyboard.press('Control+k'));
    await page.keyboard.type('upper');
    letCome();
    await expect(new CommandPalette(page).field).toHaveValue('upper');
    await page.keyboard.press('Escape');
    await expect(app.urlField).toBeFocused();
    await expect(app.urlField).toHaveValue('');
  });

  test('a press elsewhere closes what has not opened yet', async ({ app }) => {
    const { page, urlField, queryParameters } = app;
    const letCome = await holdOverlays(page);
    await urlField.fill('wss://chat.example.com/ws?a=1&b=2');
    const opener = queryParameters.getByRole('button', { name: 'Actions for a' });
    await overlaysAskedFor(page, () => opener.click());
    await expect(opener).toHaveAttribute('aria-expanded', 'true');
    await urlField.click();
    await expect(opener).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('End');
    await page.keyboard.type('/room');
    await expect(urlField).toHaveValue('wss://chat.example.com/ws/room');
    const arrived = page.waitForResponse(/\/assets\/overlays-/);
    letCome();
    await arrived;
    await opener.click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expect(page.getByRole('menu')).toHaveCount(1);
  });
});
