import { violationsOf } from '../fixtures/violationsOf.ts';
import { expect, test } from '../fixtures/test.ts';
import { testOnOnePage } from '../fixtures/testOnOnePage.ts';
import type { Page } from '@playwright/test';
import { CodeDialog } from '../pages/CodeDialog.ts';
import { CommandPalette } from '../pages/CommandPalette.ts';
import { MeasuresPane } from '../pages/MeasuresPane.ts';
import type { PosternPage } from '../pages/PosternPage.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';

const SIZES = {
  wide: { width: 1440, height: 900 },
  narrow: { width: 400, height: 800 },
} as const;
type Width = keyof typeof SIZES;

/** Half of all there is to look at, and the same on every screen. */
const PROFILE_TREE = '[role=tree]';

interface Screen {
  readonly name: string;
  /** Whether this is the screen on which the list of the profiles is looked at. */
  readonly hasTree?: boolean;
  /** From the screen before it, or from the first start. */
  readonly reach: (app: PosternPage, width: Width) => Promise<void>;
}

async function choose(app: PosternPage, width: Width, gateway: string, scenario: string): Promise<void> {
  if (width === 'narrow') await app.page.getByRole('button', { name: 'Show the profiles' }).click();
  const profiles = new ProfilesPane(app.page);
  await profiles.search.fill(`${gateway} ${scenario}`);
  await profiles.row(scenario).click();
  await expect(app.page.getByRole('main')).toContainText(scenario);
}

const FIRST_START: Screen = {
  name: 'first start',
  hasTree: true,
  reach: async ({ page }) => expect(page.getByRole('region', { name: 'Welcome' })).toBeVisible(),
};
const IDLE: Screen = {
  name: 'a ready-made profile, idle',
  hasTree: true,
  reach: (app, width) => choose(app, width, 'AWS API Gateway', 'wsEcho'),
};
const OPEN: Screen = {
  name: 'open, with messages and an entry',
  async reach(app) {
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await app.message.fill('{"action":"echo","data":{"text":"hello","list":[1,true,null]}}');
    await app.sendButton.click();
    await app.received('hello').click();
    await expect(app.entry.getByRole('group', { name: 'JSON' })).toBeVisible();
  },
};
const HEX: Screen = {
  name: 'an entry as hex, of a connection that is closed',
  async reach(app) {
    await app.entry.getByText('Hex', { exact: true }).click();
    await app.disconnectButton.click();
    await expect(app.status).toHaveText(/^Closed/);
  },
};
const REFUSED: Screen = {
  name: 'refused, with its diagnosis',
  async reach(app, width) {
    await choose(app, width, 'Google Apigee', 'Unknown API key');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Failed/);
    await expect(app.diagnosis.getByRole('article')).not.toHaveCount(0);
  },
};
const MEASURES: Screen = {
  name: 'the measures of a log',
  async reach({ page }) {
    const { toggle, chart } = new MeasuresPane(page);
    await toggle.click();
    await expect(chart).toBeVisible();
  },
};
const UNTRUSTED: Screen = {
  name: 'a certificate that is not trusted',
  async reach(app, width) {
    await choose(app, width, 'IBM API Connect', 'Certificate not trusted');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Failed at TLS/);
  },
};
const BAD_INPUT: Screen = {
  name: 'bad input, explained at its fields',
  async reach({ page, headers, urlField }) {
    await headers.getByRole('textbox', { name: 'Value' }).fill('a\tb');
    await urlField.fill('no url');
    await urlField.press('Enter');
    await page.keyboard.press('Tab');
    await expect(urlField).toHaveAttribute('aria-invalid', 'true');
  },
};
const OPTIONS: Screen = {
  name: 'options unfolded',
  async reach(app, width) {
    await choose(app, width, 'IBM API Connect', 'Upper case');
    await app.page.locator('summary').filter({ hasText: 'Options' }).click();
    await expect(app.page.getByRole('textbox', { name: 'Origin' })).toBeVisible();
  },
};
const MENU: Screen = {
  name: 'a menu',
  hasTree: true,
  async reach({ page }) {
    const profiles = new ProfilesPane(page);
    // A walk before this one may have searched.
    await profiles.search.fill('');
    await profiles.importButton.hover();
    await profiles.row('wsEcho').click({ button: 'right' });
    await expect(page.getByRole('menu')).toBeVisible();
  },
};
const IMPORT: Screen = {
  name: 'the import dialog',
  async reach({ page }, width) {
    if (width === 'narrow') await page.getByRole('button', { name: 'Show the profiles' }).click();
    const profiles = new ProfilesPane(page);
    await profiles.importButton.click();
    await profiles.importDialog
      .getByRole('textbox', { name: 'URL or command line' })
      .fill('wscat -c wss://chat.example.com/ws?token=not-a-real-token');
    await expect(profiles.importDialog).toContainText('secret');
  },
};
const SETTINGS: Screen = {
  name: 'the settings dialog',
  async reach({ page }) {
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('dialog', { name: 'Settings' })).toContainText('Running for');
  },
};
const CODE: Screen = {
  name: 'the code dialog',
  async reach(app) {
    const code = new CodeDialog(app.page);
    await app.urlField.fill('wss://chat.example.com/ws?token=not-a-real-token');
    await code.openButton.click();
    await code.choose('Browser');
    await code.includeSecrets.check();
    await expect(code.dialog).toContainText('in the clear');
  },
};
const PALETTE: Screen = {
  name: 'the command palette',
  async reach({ page }) {
    await page.keyboard.press('Control+k');
    await expect(new CommandPalette(page).options).not.toHaveCount(0);
  },
};
const DRAWER: Screen = {
  name: 'the drawer with the profiles',
  hasTree: true,
  async reach({ page }) {
    await page.getByRole('button', { name: 'Show the profiles' }).click();
    const profiles = new ProfilesPane(page);
    await profiles.search.fill('');
    await expect(profiles.row('wsEcho')).toBeVisible();
  },
};
const NO_SESSION: Screen = {
  name: 'the companion, without a session',
  async reach({ page, urlField }) {
    await page.context().clearCookies();
    await page.reload();
    await expect(urlField).toBeVisible();
    await page.getByRole('button', { name: 'Companion' }).click();
    await expect(page.getByRole('dialog', { name: 'Companion' })).toContainText('token');
  },
};

interface Walk {
  readonly title: string;
  readonly screens: readonly Screen[];
  /** For what the next walk on the same page would not get over. */
  readonly needsOwnPage?: boolean;
}

const WALKS: Readonly<Record<Width, readonly Walk[]>> = {
  wide: [
    { title: 'a connection', screens: [IDLE, OPEN, HEX, MEASURES] },
    { title: 'what is refused', screens: [REFUSED, UNTRUSTED] },
    { title: 'what is typed', screens: [FIRST_START, BAD_INPUT, OPTIONS] },
    { title: 'a menu', screens: [MENU] },
    { title: 'the import', screens: [IMPORT] },
    { title: 'the settings', screens: [SETTINGS] },
    { title: 'the code', screens: [CODE] },
    { title: 'the palette', screens: [PALETTE] },
    { title: 'no session', screens: [NO_SESSION], needsOwnPage: true },
  ],
  narrow: [
    { title: 'a connection', screens: [IDLE, OPEN, MEASURES] },
    { title: 'what is refused', screens: [REFUSED, UNTRUSTED] },
    { title: 'what is typed', screens: [FIRST_START, BAD_INPUT, OPTIONS] },
    { title: 'the drawer', screens: [DRAWER] },
    { title: 'the import', screens: [IMPORT] },
    { title: 'the settings', screens: [SETTINGS] },
    { title: 'the code', screens: [CODE] },
    { title: 'the palette', screens: [PALETTE] },
    { title: 'no session', screens: [NO_SESSION], needsOwnPage: true },
  ],
};

/** Wider than the window is what no one at 400 px (or at 320 % of zoom) can read without scrolling both ways (WCAG 1.4.10). */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const main = document.querySelector('main') ?? document.documentElement;
    return {
      scrollWidth: Math.max(document.documentElement.scrollWidth, main.scrollWidth),
      clientWidth: document.documentElement.clientWidth,
    };
  });
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
}

// axe lays out every element several times: seconds on a busy machine.
test.describe.configure({ timeout: 120_000 });

for (const width of ['wide', 'narrow'] as const) {
  test.describe(`at ${SIZES[width].width} px`, () => {
    // With a theme in motion axe would measure the colours between the two.
    test.use({ viewport: SIZES[width], contextOptions: { reducedMotion: 'reduce' } });

    for (const { title, screens, needsOwnPage = false } of WALKS[width]) {
      const walk = needsOwnPage ? test : testOnOnePage;
      walk(`axe finds nothing: ${title}`, async ({ app }) => {
        await expect(app.urlField).toBeVisible();
        for (const { name, reach, hasTree = false } of screens) {
          await test.step(name, async () => {
            await reach(app, width);
            expect(await violationsOf(app.page, hasTree ? [] : [PROFILE_TREE]), name).toEqual([]);
            if (width === 'narrow') await expectNoSidewaysScroll(app.page);
          });
        }
      });
    }
  });
}

test.describe('names that people and tests search by mean one thing', () => {
  async function expectOneOfEach({ page }: PosternPage): Promise<void> {
    // By substring, as `getByRole` has it: “Disconnect” is the one button with “connect” in it while a connection is open.
    for (const name of ['Connect', 'Send']) await expect(page.getByRole('button', { name })).toHaveCount(1);
    for (const name of ['Gateway', 'Transport'])
      await expect(page.getByRole('combobox', { name })).toHaveCount(1);
    for (const name of ['Gateway URL', 'Message'])
      await expect(page.getByRole('textbox', { name })).toHaveCount(1);
    await expect(page.getByRole('searchbox', { name: 'Search messages' })).toHaveCount(1);
    for (const name of ['Query parameters', 'Headers'])
      await expect(page.getByRole('table', { name })).toHaveCount(1);
    for (const name of ['Handshake', 'Diagnosis', 'Entry'])
      await expect(page.getByRole('region', { name })).toHaveCount(1);
    await expect(page.getByRole('log', { name: 'Messages' })).toHaveCount(1);
    await expect(page.getByRole('status', { name: 'Connection' })).toHaveCount(1);
    await expect(page.getByRole('navigation', { name: 'Profiles' })).toHaveCount(1);
  }

  testOnOnePage('at the first start', async ({ app }) => {
    await expect(app.page.getByRole('region', { name: 'Welcome' })).toContainText('IBM API Connect');
    await expect(app.page.getByRole('button', { name: 'Connect' })).toHaveCount(1);
    await expect(app.page.getByRole('combobox', { name: 'Gateway' })).toHaveCount(1);
    await expect(app.page.getByRole('textbox', { name: 'Gateway URL' })).toHaveCount(1);
  });

  testOnOnePage('idle, open and closed', async ({ app }) => {
    await app.choose('IBM API Connect', 'Upper case');
    await expectOneOfEach(app);
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await expectOneOfEach(app);
    await expect(app.page.getByRole('button', { name: 'Disconnect' })).toHaveCount(1);
    await app.disconnectButton.click();
    await expect(app.status).toHaveText(/^Closed/);
    await expectOneOfEach(app);
  });

  testOnOnePage('while a file is chosen, Send is still one button', async ({ app }) => {
    await app.choose('IBM API Connect', 'Upper case');
    await app.page.getByRole('radiogroup', { name: 'Message format' }).getByText('Binary').click();
    await app.page.getByRole('radiogroup', { name: 'Written as' }).getByText('File').click();
    await expect(app.page.getByLabel('Choose a file')).toHaveCount(1);
    await expect(app.page.getByRole('button', { name: 'Send' })).toHaveCount(1);
  });

  testOnOnePage('in the Browser transport, where there is no ping', async ({ app }) => {
    await app.choose('Google Apigee', 'Echo, API key');
    await app.transport.selectOption('Browser');
    await expectOneOfEach(app);
  });
});
