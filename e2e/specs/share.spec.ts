import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { holdDerivation } from '../fixtures/holdDerivation.ts';
import { teamFileText } from '../fixtures/teamFile.ts';
import { expect, test } from '../fixtures/test.ts';
import { violationsOf } from '../fixtures/violationsOf.ts';
import { ImportPane } from '../pages/ImportPane.ts';
import { PosternPage } from '../pages/PosternPage.ts';
import { ProfileBar } from '../pages/ProfileBar.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';

const KEY = 'not-a-real-key-8e2c';

// With a theme in motion axe would measure the colours between the two.
test.use({
  permissions: ['clipboard-read', 'clipboard-write'],
  contextOptions: { reducedMotion: 'reduce' },
});

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

test('secrets travel along when the person wants it, sealed, and open with the passphrase alone', async ({
  app,
  postern,
  browser,
}) => {
  // Each passphrase that is tried takes a second and more, on purpose.
  test.slow();
  const { page } = app;
  const passphrase = 'not a real passphrase';
  await app.urlField.fill(`wss://gateway.example.com/chat?apikey=${KEY}`);
  await page.keyboard.press('Control+s');
  const mine = new ProfilesPane(page);

  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  await test.step('who closes the dialog while they are sealed has copied nothing', async () => {
    await page.evaluate(() => navigator.clipboard.writeText('copied before'));
    await mine.act('gateway chat', 'Share with secrets');
    const dialog = page.getByRole('dialog', { name: 'Share with secrets' });
    await dialog.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    const derivation = await holdDerivation(page);
    await page.keyboard.press('Enter');
    await derivation.begun;
    await page.keyboard.press('Escape');
    await derivation.finish();
    await mine.act('gateway chat', 'Share with secrets');
    expect(await clipboard()).toBe('copied before');
    await page.keyboard.press('Escape');
  });

  const link =
    await test.step('they are named, and a passphrase that is too short seals nothing', async () => {
      await mine.act('gateway chat', 'Share with secrets');
      const dialog = page.getByRole('dialog', { name: 'Share with secrets' });
      await expect(dialog.getByRole('checkbox', { name: 'apikey' })).toBeChecked();
      const copy = dialog.getByRole('button', { name: 'Copy link' });
      await dialog.getByRole('textbox', { name: 'Passphrase' }).fill('too short');
      await expect(copy).toBeDisabled();
      await dialog.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
      expect(await violationsOf(page)).toEqual([]);
      await copy.click();
      await expect(page.getByText('with its secrets sealed. Tell the passphrase another way.')).toBeVisible();
      const copied = await clipboard();
      expect(copied).toMatch(/#profile=[\w-]+&secrets=1\.argon2id\.\d+\.\d+\.\d+\.[\w.-]+$/);
      expect(copied).not.toContain(KEY);
      return copied;
    });

  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const theirs = new PosternPage(await context.newPage());
  const pane = new ImportPane(theirs.page);
  const value = theirs.queryParameters.getByRole('textbox', { name: 'Value' }).first();

  await test.step('who opens it sees the profile first, and is told of a wrong passphrase', async () => {
    await theirs.page.goto(link);
    await expect(pane.rows).toContainText('wss://gateway.example.com/chat');
    await expect(pane.rows).toContainText('the secret apikey');
    await expect(pane.passphrase).toBeFocused();
    await expect(pane.createButton('Create profile without secrets')).toBeEnabled();
    await pane.unseal(`${passphrase}!`);
    await expect(pane.sealed).toContainText('This passphrase does not open it.');
    expect(await violationsOf(theirs.page)).toEqual([]);
    await pane.passphrase.fill(passphrase);
    await expect(pane.sealed).not.toContainText('This passphrase does not open it.');
  });

  await test.step('with the right one the profile has its key, and nothing is connected', async () => {
    await pane.passphrase.press('Enter');
    await expect(pane.dialog).toContainText('Opened. These secrets come along: apikey.');
    await expect(pane.dialog.locator(':focus')).toContainText('Opened.');
    await expect(pane.rows).not.toContainText('the secret apikey');
    await pane.createButton('Create profile').click();
    await expect(value).toHaveValue(KEY);
    await expect(theirs.status).toHaveText(/^Idle/);
  });

  await test.step('a link whose profile was changed on its way opens with no passphrase', async () => {
    const plain = inflateRawSync(Buffer.from(new URL(link).hash.slice(9).split('&')[0] ?? '', 'base64url'));
    const evil = deflateRawSync(plain.toString().replace('gateway.example.com', 'evil.example.com'));
    await theirs.page.goto(
      `${postern.url}#profile=${evil.toString('base64url')}&secrets=${link.split('&secrets=')[1]}`,
    );
    await expect(pane.rows).toContainText('wss://evil.example.com/chat');
    await pane.unseal(passphrase);
    await expect(pane.sealed).toContainText('This passphrase does not open it.');
    await expect(pane.createButton('Create profile without secrets')).toBeDisabled();
  });
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

test('what is typed while a link is being read takes its place', async ({ app, postern }) => {
  const file = teamFileText([{ id: 'p', name: 'Late', url: 'wss://late.example/' }]);
  await app.page.evaluate(() => {
    const Inflating = DecompressionStream;
    const isReleased = new Promise((resolve) => {
      globalThis.addEventListener('test-release', resolve, { once: true });
    });
    globalThis.DecompressionStream = class extends Inflating {
      override get readable() {
        return super.readable.pipeThrough(
          new TransformStream({ start: async () => void (await isReleased) }),
        );
      }
    };
  });
  const pane = new ImportPane(app.page);
  await app.page.goto(`${postern.url}#profile=${deflateRawSync(file).toString('base64url')}`);
  await expect(pane.dialog).toContainText('Reading');
  await pane.field.fill('wss://typed.example/');
  await expect(pane.createButton('Create profile')).toBeEnabled();
  await app.page.evaluate(async () => {
    globalThis.dispatchEvent(new Event('test-release'));
    // By the second frame what the link holds would be on its way.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
  await pane.createButton('Create profile').click();
  await expect(app.urlField).toHaveValue('wss://typed.example/');
});

test('a file goes to somebody else and comes back changed: it is told what, and only then it is taken, and taken back', async ({
  app,
  postern,
  browser,
}) => {
  const { page } = app;
  const mine = new ProfilesPane(page);
  await app.urlField.fill(`wss://gateway.example.com/chat?apikey=${KEY}`);
  await page.keyboard.press('Control+s');
  const sent = await mine.download(() => mine.act('gateway chat', 'Save as file'));
  expect(sent.name).toBe('gateway-chat.postern.json');
  expect(sent.buffer.toString()).not.toContain(KEY);
  const { $schema } = JSON.parse(sent.buffer.toString()) as { readonly $schema: string };
  const schema = await page.request.get(new URL(new URL($schema).pathname, postern.url).href);
  expect(await schema.json()).toMatchObject({ $id: $schema });

  const context = await browser.newContext();
  const other = new PosternPage(await context.newPage());
  await other.page.goto(postern.tokenUrl);
  const theirs = new ProfilesPane(other.page);
  const theirImport = new ImportPane(other.page);
  await theirs.importButton.click();
  await theirImport.choose(sent);
  await theirImport.createButton('Create profile').click();
  await expect(other.urlField).toHaveValue('wss://gateway.example.com/chat');
  await theirs.importButton.click();
  await theirImport.choose(sent);
  await expect(theirImport.rows).toContainText('Same as yours');
  await expect(theirImport.createButton('Create profile')).toBeDisabled();
  await other.page.keyboard.press('Escape');
  await other.urlField.fill('wss://moved.example.com/chat');
  await other.page.keyboard.press('Control+s');
  const returned = await theirs.download(async () => {
    await theirs.exportButton.click();
    await theirs.exportDialog.getByRole('button', { name: 'Save 1 profile' }).click();
  });
  await context.close();

  const pane = new ImportPane(page);
  const value = app.queryParameters.getByRole('textbox', { name: 'Value' }).first();
  await mine.importButton.click();
  await pane.choose(returned);
  await expect(pane.dialog).toContainText('Postern profiles: one profile, changed.');
  await expect(pane.differences(pane.rows)).toHaveText([
    'wss://gateway.example.com/chat → wss://moved.example.com/chat',
  ]);
  await expect(pane.createButton('Create profile')).toBeDisabled();
  await pane.decide(pane.rows, 'Update mine');
  await expect(pane.rows).toContainText(
    'your secrets would go to wss://moved.example.com instead of wss://gateway.example.com',
  );
  await expect(pane.rows).toContainText('To be filled in: the secret apikey');
  expect(await violationsOf(page)).toEqual([]);
  await pane.createButton('Update profile').click();
  await expect(app.urlField).toHaveValue('wss://moved.example.com/chat');
  await expect(value).toHaveValue('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(app.urlField).toHaveValue('wss://gateway.example.com/chat');
  await expect(value).toHaveValue(KEY);
});
