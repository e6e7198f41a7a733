import { inflateRawSync } from 'node:zlib';
import { expect, test } from '../fixtures/test.ts';
import { ImportPane } from '../pages/ImportPane.ts';
import { PosternPage } from '../pages/PosternPage.ts';
import { ProfileBar } from '../pages/ProfileBar.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';

const KEY = 'not-a-real-key-8e2c';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a link brings a profile to somebody else, who is asked before it is made, and its key stays here', async ({
  app,
  postern,
  browser,
}) => {
  const { page } = app;
  await app.urlField.fill(`wss://gateway.example.com/chat?apikey=${KEY}`);
  await page.keyboard.press('Control+s');
  await new ProfilesPane(page).act('gateway chat', 'Copy link');
  await expect(page.getByText('Copied a link to “gateway chat”. It names its secrets')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`${postern.url}#profile=`);
  const shared = inflateRawSync(Buffer.from(new URL(link).hash.slice(9), 'base64url')).toString();
  expect(shared).toContain('apikey');
  expect(shared).not.toContain(KEY);

  const context = await browser.newContext();
  const theirs = new PosternPage(await context.newPage());
  await theirs.page.goto(link);
  const pane = new ImportPane(theirs.page);
  await expect(pane.rows).toHaveCount(1);
  await expect(pane.dialog).toContainText('The link');
  await expect(pane.rows).toContainText('wss://gateway.example.com/chat');
  await expect(pane.rows).toContainText('the secret apikey');
  expect(theirs.page.url()).toBe(postern.url);
  await expect(theirs.profiles.getByText('gateway chat')).toHaveCount(0);

  await pane.createButton('Create profile').click();
  await expect(new ProfileBar(theirs.page).heading).toHaveText('gateway chat');
  await expect(theirs.status).toHaveText(/^Idle/);
  await expect(theirs.queryParameters.getByRole('textbox', { name: 'Name' }).first()).toHaveValue('apikey');
  await expect(theirs.queryParameters.getByRole('textbox', { name: 'Value' }).first()).toHaveValue('');
  await context.close();
});

test('a link that was cut on its way says so in an open page as well, and makes nothing', async ({
  app,
  postern,
}) => {
  await app.urlField.fill('wss://kept.example/chat');
  await app.page.goto(`${postern.url}#profile=q1bKT`);
  const pane = new ImportPane(app.page);
  await expect(pane.dialog).toContainText('This link cannot be read: it has been cut or changed on its way.');
  await expect(pane.createButton('Create profile')).toBeDisabled();
  await expect(pane.field).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(pane.dialog).toHaveCount(0);
  await expect(app.urlField).toHaveValue('wss://kept.example/chat');
});
