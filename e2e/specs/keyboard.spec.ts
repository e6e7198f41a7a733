import { localScenario } from '../fixtures/localScenarios.ts';
import { expect, test } from '../fixtures/test.ts';
import { testOnOnePage } from '../fixtures/testOnOnePage.ts';
import type { Locator, Page } from '@playwright/test';
import { CommandPalette } from '../pages/CommandPalette.ts';
import type { PosternPage } from '../pages/PosternPage.ts';
import { ProfileBar } from '../pages/ProfileBar.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';

/** Something has the focus: who works by keyboard need not begin at the top of the page again. */
async function expectFocusKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'none'))
    .not.toMatch(/BODY|none/);
}

test.beforeEach(async ({ app }) => {
  await expect(app.urlField).toBeVisible();
});

/** Presses Tab until `target` has the focus, as one does; a target that Tab never reaches fails. */
async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const page = target.page();
  for (let presses = 0; presses < MAX_TABS; presses += 1) {
    await page.keyboard.press(key);
    await expectFocusKept(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MAX_TABS} times ${key} did not reach ${String(target)}.`);
}

/** More than the stops from the message to the URL. */
const MAX_TABS = 40;

/** From the first start to an echo, without a mouse. What was sent stays selected, so that typing replaces it. */
async function connectAndSend(app: PosternPage): Promise<void> {
  const { keyboard } = app.page;
  const { request } = await localScenario(app.page, 'apigee-echo');
  await keyboard.press('Alt+u');
  await expect(app.urlField).toBeFocused();
  await keyboard.insertText(request.url);
  await expect(app.urlField).toHaveValue(/\/v1\/samples\/websockets$/);
  await keyboard.press('Enter');
  await expect(app.status).toHaveText(/^Open/);
  await expect(app.urlField).toBeFocused();

  await keyboard.press('Alt+m');
  await expect(app.message).toBeFocused();
  for (const text of ['first', 'second']) {
    await keyboard.type(text);
    await keyboard.press('Control+Enter');
    await expect(app.received(text)).toBeVisible();
  }
  await expect(app.message).toBeFocused();
}

testOnOnePage('a story without a mouse: enter the URL, connect, send, disconnect', async ({ app }) => {
  const { keyboard } = app.page;
  await connectAndSend(app);
  await tabTo(app.disconnectButton, 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(app.status).toHaveText(/^Closed by you with 1000/);
  await expect(app.connectButton).toBeFocused();
  await keyboard.press('Control+Enter');
  await expect(app.status).toHaveText(/^Open/);
  await keyboard.press('Control+Enter');
  await expect(app.status).toHaveText(/^Closed by you with 1000/);
  await expectFocusKept(app.page);
});

testOnOnePage('the log is read and searched without a mouse', async ({ app }) => {
  const { keyboard } = app.page;
  await connectAndSend(app);
  await tabTo(app.log, 'Shift+Tab');
  await keyboard.press('End');
  await expect(app.entry).toContainText('second');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await expect(app.entry).toContainText('first');
  await keyboard.press('Escape');
  await expect(app.entry).toHaveText('Select a message to see it whole.');
  await expect(app.log).toBeFocused();

  await keyboard.press('/');
  await expect(app.search).toBeFocused();
  await keyboard.type('second');
  await expect(app.received('second')).toBeVisible();
  await expect(app.received('first')).toHaveCount(0);
  await keyboard.press('Escape');
  await expect(app.search).toHaveValue('');
  await expect(app.received('first')).toBeVisible();
});

testOnOnePage('the button that connects keeps the focus through every phase', async ({ app }) => {
  await app.choose('Google Apigee', 'Echo, API key');
  await app.connectButton.focus();
  await app.page.keyboard.press('Enter');
  await expect(app.disconnectButton).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(app.status).toHaveText(/^Closed/);
  await expect(app.connectButton).toBeFocused();
});

testOnOnePage('the command palette finds a profile by some letters and opens it', async ({ app }) => {
  const { page } = app;
  const palette = new CommandPalette(page);
  await page.keyboard.press('Alt+u');
  await page.keyboard.press('Control+k');
  await expect(palette.field).toBeFocused();
  await page.keyboard.type('upper');
  await expect(palette.options.first()).toContainText('Upper case');
  await page.keyboard.press('Enter');
  await expect(palette.dialog).toHaveCount(0);
  await expect(new ProfileBar(page).heading).toHaveText('Upper case');
  await expect(app.urlField).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(palette.dialog).toHaveCount(0);
  await expect(app.urlField).toBeFocused();
});

testOnOnePage('the command palette runs commands, and each says its keys', async ({ app }) => {
  const { page } = app;
  const palette = new CommandPalette(page);
  await page.keyboard.press('Alt+u');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('go to the message');
  await expect(palette.options.first()).toContainText('Alt+M');
  await page.keyboard.press('Escape');
  await expect(app.urlField).toBeFocused();
  await page.keyboard.press('Control+k');
  // Enter right on the last letter, as a hand does that knows the way.
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(app.urlField).toBeFocused();
});

test('a button without words says its name when the keyboard comes to it, until Escape', async ({ app }) => {
  const { page } = app;
  const settings = page.getByRole('button', { name: 'Settings' });
  const tooltip = page.locator('[popover]', { hasText: /^Settings$/ });
  await expect(tooltip).toBeHidden();
  await tabTo(settings);
  await expect(tooltip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tooltip).toBeHidden();
  await expect(settings).toBeFocused();

  // In a dialog, Escape takes the tooltip away and leaves the dialog.
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  // Its code may still be on its way, and a key until then would be one for the page.
  await expect(dialog).toBeVisible();
  const closing = page.locator('[popover]', { hasText: /^Close$/ });
  await tabTo(dialog.getByRole('button', { name: 'Close' }), 'Shift+Tab');
  await expect(closing).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(closing).toBeHidden();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(settings).toBeFocused();
});

test.describe('with a clock of its own', () => {
  test.use({ hasOwnContext: true });

  test('a tooltip stays while the pointer is on it, and goes with the press of its button', async ({
    app,
  }) => {
    const { page } = app;
    const settings = page.getByRole('button', { name: 'Settings' });
    const tooltip = page.locator('[popover]', { hasText: /^Settings$/ });
    await page.clock.install();
    await settings.hover();
    await expect(tooltip).toBeVisible();
    await tooltip.hover();
    await page.clock.runFor(1_000);
    await expect(tooltip).toBeVisible();
    await app.urlField.hover();
    await expect(tooltip).toBeHidden();

    await settings.hover();
    await expect(tooltip).toBeVisible();
    await page.mouse.down();
    await expect(tooltip).toBeHidden();
    await page.mouse.up();
  });
});

testOnOnePage(
  'a tooltip that shows holds up nothing on the page, and goes with its button',
  async ({ app }) => {
    const { page, queryParameters, urlField } = app;
    await urlField.fill('wss://chat.example.com/ws?a=1&b=2');
    const tooltip = page.locator('[popover]', { hasText: /^Actions for a$/ });
    await queryParameters.getByRole('button', { name: 'Actions for a' }).hover();
    await expect(tooltip).toBeVisible();
    await page.keyboard.press('Alt+u');
    await page.keyboard.type('/room');
    await expect(urlField).toHaveValue('wss://chat.example.com/ws/room');
    await expect(tooltip).toBeVisible();
    await page.keyboard.press('Alt+n');
    await expect(queryParameters.getByRole('checkbox')).toHaveCount(0);
    await expect(tooltip).toBeHidden();
  },
);

test('the list of profiles is walked with arrows and opened with Enter', async ({ app }) => {
  const { page } = app;
  const { keyboard } = page;
  const profiles = new ProfilesPane(page);
  await expect(profiles.row('Local gateways')).toBeVisible();
  await profiles.search.focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await expect(profiles.row('Local gateways')).toBeFocused();
  await keyboard.press('ArrowLeft');
  await expect(profiles.row('Local gateways')).toHaveAttribute('aria-expanded', 'false');
  await keyboard.press('ArrowRight');
  await expect(profiles.row('Local gateways')).toHaveAttribute('aria-expanded', 'true');
  await keyboard.press('ArrowRight');
  await expect(profiles.row('Azure API Management')).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(profiles.row('Chat, simple client').first()).toBeFocused();
  await keyboard.press('Enter');
  await expect(new ProfileBar(page).heading).toHaveText('Chat, simple client');
  await expect(profiles.row('Chat, simple client').first()).toBeFocused();

  await keyboard.press('Control+Enter');
  await expect(app.status).toHaveText(/^Open/);
  await keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Stop Chat, simple client' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(app.status).toHaveText(/^Closed/);
  await expectFocusKept(page);
});

test('a profile is deleted with the Delete key and brought back, all by keys', async ({ app }) => {
  const { page } = app;
  const { keyboard } = page;
  const profiles = new ProfilesPane(page);
  await keyboard.press('Alt+u');
  await keyboard.insertText('wss://chat.example.com/ws');
  await keyboard.press('Control+s');
  await profiles.row('chat ws').focus();
  await keyboard.press('Delete');
  await expect(profiles.row('chat ws')).toHaveCount(0);
  await expectFocusKept(page);
  await page.getByRole('button', { name: 'Undo' }).focus();
  await keyboard.press('Enter');
  await expect(profiles.row('chat ws')).toBeVisible();
  await expectFocusKept(page);
});

test('the theme changes by keyboard, and the button keeps the focus', async ({ app }) => {
  const { page } = app;
  const theme = page.getByRole('button', { name: /^Theme: / });
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await theme.focus();
  await page.keyboard.press('Enter');
  expect(await scheme()).toBe('light');
  await page.keyboard.press('Enter');
  expect(await scheme()).toBe('dark');
  await expect(theme).toBeFocused();
  await page.reload();
  await expect(app.urlField).toBeVisible();
  expect(await scheme()).toBe('dark');
});

/** Each ends with its control gone from the page, or disabled. */
const VANISHING: readonly { readonly what: string; readonly act: (app: PosternPage) => Promise<void> }[] = [
  {
    what: 'saving with the button',
    async act({ page }) {
      await page.keyboard.press('Alt+u');
      await page.keyboard.insertText('wss://chat.example.com/ws');
      await new ProfileBar(page).saveButton.focus();
      await page.keyboard.press('Enter');
      await expect(new ProfileBar(page).saveButton).toHaveCount(0);
    },
  },
  {
    what: 'renaming above the endpoint',
    async act({ page }) {
      await new ProfileBar(page).heading.getByRole('button').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('Renamed');
      await page.keyboard.press('Enter');
      await expect(new ProfileBar(page).heading).toHaveText('Renamed');
    },
  },
  {
    what: 'removing a query parameter',
    async act({ page, queryParameters, urlField }) {
      await urlField.fill('wss://chat.example.com/ws?a=1&b=2');
      await queryParameters.getByRole('button', { name: 'Actions for a' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('menuitem').first()).toBeFocused();
      await page.keyboard.press('End');
      // The menu moves its focus a moment after the key: Enter goes to the item that has it.
      await expect(page.getByRole('menuitem').last()).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(queryParameters.getByRole('checkbox')).toHaveCount(1);
    },
  },
  {
    what: 'taking a sample of the welcome',
    async act({ page }) {
      await page.getByRole('region', { name: 'Welcome' }).getByRole('button', { name: 'wsEcho' }).focus();
      await page.keyboard.press('Enter');
      await expect(new ProfileBar(page).heading).toHaveText('wsEcho');
    },
  },
  {
    what: 'making a new profile from within another',
    async act({ page, urlField }) {
      await urlField.fill('wss://chat.example.com/ws');
      await page.keyboard.press('Alt+n');
      await expect(urlField).toHaveValue('');
    },
  },
  {
    what: 'closing the entry',
    async act(app) {
      await app.choose('IBM API Connect', 'Upper case');
      await app.connectButton.click();
      await expect(app.status).toHaveText(/^Open/);
      await app.log.focus();
      await app.page.keyboard.press('End');
      await app.entry.getByRole('button', { name: 'Close the entry' }).focus();
      await app.page.keyboard.press('Enter');
      await expect(app.log).toBeFocused();
    },
  },
  {
    what: 'closing with a code of one’s own',
    async act(app) {
      await app.choose('IBM API Connect', 'Upper case');
      await app.connectButton.click();
      await expect(app.status).toHaveText(/^Open/);
      await app.page.getByRole('button', { name: 'Close with a code and reason' }).focus();
      await app.page.keyboard.press('Enter');
      await expect(app.page.getByRole('textbox', { name: 'Close code' })).toBeFocused();
      await app.page.keyboard.press('Enter');
      await expect(app.status).toHaveText(/^Closed/);
    },
  },
  {
    what: 'clearing the log',
    async act(app) {
      await app.choose('IBM API Connect', 'Upper case');
      await app.connectButton.click();
      await expect(app.status).toHaveText(/^Open/);
      await app.page.getByRole('button', { name: 'Clear the log' }).focus();
      await app.page.keyboard.press('Enter');
      await app.page.keyboard.press('Enter');
      await expect(app.log.locator('[data-sequence]')).toHaveCount(0);
    },
  },
  {
    what: 'asking the companion why',
    async act(app) {
      await app.choose('Google Apigee', 'No API key');
      await app.transport.selectOption('Browser');
      await app.connectButton.click();
      await expect(app.status).toHaveText(/^Failed/);
      await app.diagnosis.getByRole('button', { name: 'Ask the companion why' }).focus();
      await app.page.keyboard.press('Enter');
      await expect(app.handshake).toContainText('401');
    },
  },
];

for (const { what, act } of VANISHING) {
  testOnOnePage(`the focus stays on the page after ${what}`, async ({ app }) => {
    await act(app);
    await expectFocusKept(app.page);
  });
}
