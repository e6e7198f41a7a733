import { readDeviceStorage } from '../fixtures/deviceStorage.ts';
import { holdDerivation } from '../fixtures/holdDerivation.ts';
import { serveEcho } from '../fixtures/serveWebSocket.ts';
import { expect, test } from '../fixtures/test.ts';
import { violationsOf } from '../fixtures/violationsOf.ts';
import { CommandPalette } from '../pages/CommandPalette.ts';
import { PosternPage } from '../pages/PosternPage.ts';
import { RequestPane } from '../pages/RequestPane.ts';
import { SettingsPane } from '../pages/SettingsPane.ts';

// What fades from one theme to the other has neither's contrast.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const KEY = 'not-a-real-key-4d9a';
const PASSPHRASE = 'not a real passphrase';

test('secrets are remembered on the device, until the person wants them in this page only', async ({
  app,
  page,
  requestPane,
}) => {
  const settings = new SettingsPane(page);
  const storedSecrets = async () => Object.values((await readDeviceStorage(page))['secrets'] ?? {});

  await test.step('they are remembered at first', async () => {
    await app.urlField.fill(`wss://gateway.example.com/chat?apikey=${KEY}`);
    await page.keyboard.press('Control+s');
    await expect.poll(storedSecrets).toEqual([KEY]);
    await page.reload();
    await expect(requestPane.parameters.values.first()).toHaveValue(KEY);
  });

  await test.step('who stops that is asked first, and can think better of it', async () => {
    await settings.open();
    await settings.keepingChoice('Only in this page').click();
    await expect(settings.dialog).toContainText('are deleted from this device now.');
    expect(await violationsOf(page)).toEqual([]);
    await settings.dialog.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(settings.keepingChoice('Remembered on this device')).toBeChecked();
    expect(await storedSecrets()).toEqual([KEY]);
  });

  await test.step('then they are gone from the device at once, and from the page with a reload', async () => {
    await settings.keepingChoice('Only in this page').click();
    await settings.dialog.getByRole('button', { name: 'Delete them' }).click();
    await expect.poll(storedSecrets).toEqual([]);
    await expect(settings.keepingChoice('Only in this page')).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(requestPane.parameters.values.first()).toHaveValue(KEY);
    await requestPane.parameters.values.first().fill(`${KEY}-new`);
    await page.keyboard.press('Control+s');
    await page.reload();
    await expect(requestPane.parameters.names.first()).toHaveValue('apikey');
    await expect(requestPane.parameters.values.first()).toHaveValue('');
    await expect(app.queryParameters).toContainText('has no value');
    expect(await storedSecrets()).toEqual([]);
  });

  await test.step('what is entered is remembered again once the person wants that', async () => {
    await requestPane.parameters.values.first().fill(KEY);
    await settings.open();
    await settings.keepingChoice('Remembered on this device').click();
    await expect.poll(storedSecrets).toEqual([KEY]);
    await page.keyboard.press('Escape');
  });
});

test('secrets are locked with a passphrase: sealed on the device, asked for after a reload, and never lost', async ({
  app,
  page,
  postern,
  requestPane,
  start,
}) => {
  // Ten times a key is made of a passphrase, which takes a second and more, on purpose.
  test.slow();
  const server = await start(serveEcho());
  const settings = new SettingsPane(page);
  const value = requestPane.parameters.values.first();
  const dialog = page.getByRole('dialog', { name: 'Unlock secrets' });
  const passphrase = dialog.getByRole('textbox', { name: 'Passphrase' });
  const status = page.getByRole('button', { name: 'Secrets locked: unlock' });
  const stored = async () => JSON.stringify((await readDeviceStorage(page))['secrets']);
  await app.urlField.fill(`ws://${server.host}/chat?apikey=${KEY}`);
  await page.keyboard.press('Control+s');
  await expect.poll(stored).toContain(KEY);

  await test.step('the plain values are gone from the device with the lock', async () => {
    await settings.open();
    await settings.keepingChoice('Remembered, locked with a passphrase').click();
    const form = settings.dialog.getByRole('form', { name: 'Lock with a passphrase' });
    await form.getByRole('textbox', { name: 'New passphrase' }).fill(PASSPHRASE);
    await form.getByRole('textbox', { name: 'Once more' }).fill('not what I meant');
    await expect(form).toContainText('The two differ.');
    await expect(form.getByRole('button', { name: 'Lock' })).toBeDisabled();
    expect(await violationsOf(page)).toEqual([]);
    await form.getByRole('textbox', { name: 'Once more' }).fill(PASSPHRASE);
    await form.getByRole('button', { name: 'Lock' }).click();
    await expect(settings.keepingChoice('Remembered, locked with a passphrase')).toBeChecked();
    await expect(settings.dialog.getByRole('button', { name: 'Lock now' })).toBeVisible();
    expect(await stored()).toContain('argon2id');
    expect(await stored()).not.toContain(KEY);
    await page.keyboard.press('Escape');
    await expect(value).toHaveValue(KEY);
  });

  await test.step('after a reload the field says so, and Connect asks for the passphrase', async () => {
    await page.reload();
    await expect(status).toBeVisible();
    await expect(value).toHaveAttribute('placeholder', 'Locked');
    await expect(value).not.toBeEditable();
    await expect(app.queryParameters).not.toContainText('has no value');
    await app.connectButton.click();
    await expect(dialog).toContainText('connects with secrets that are locked');
    await passphrase.fill('not the right one');
    await dialog.getByRole('button', { name: 'Unlock and connect' }).click();
    await expect(dialog).toContainText('This passphrase does not open it.');
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'I do not know it any more' }).click();
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await expect(passphrase).toBeFocused();
    const behind = page.getByRole('status', { name: 'Connection', includeHidden: true });
    await expect(behind).toHaveText(/^Idle/);
    await passphrase.fill(PASSPHRASE);
    const derivation = await holdDerivation(page);
    await page.keyboard.press('Enter');
    await derivation.begun;
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await derivation.finish();
    await expect(status).toBeVisible();
    await expect(app.status).toHaveText(/^Idle/);
    await app.connectButton.click();
    await passphrase.fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(app.status).toHaveText(/^Open/);
    await expect(value).toHaveValue(KEY);
    await app.disconnectButton.click();
  });

  await test.step('a tab that is locked leaves alone what another one keeps, and has it once it is unlocked', async () => {
    const other = new PosternPage(await page.context().newPage());
    await other.page.goto(postern.url);
    const theirValue = new RequestPane(other.page).parameters.values.first();
    await expect(theirValue).toHaveAttribute('placeholder', 'Locked');
    await value.fill(`${KEY}-new`);
    await page.keyboard.press('Control+s');
    await new RequestPane(other.page).headers.add('X-Api-Key', `${KEY}-there`);
    await other.page.keyboard.press('Tab');
    await expect(other.headers).toContainText('Not kept on this device before your secrets are unlocked.');
    await other.urlField.fill(`ws://${server.host}/changed`);
    await expect(app.urlField).toHaveValue(`ws://${server.host}/changed`);
    await other.page.getByRole('button', { name: 'Unlock apikey' }).click();
    await other.page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
    await other.page.keyboard.press('Enter');
    await expect(theirValue).toHaveValue(`${KEY}-new`);
    await expect(requestPane.headers.values.first()).toHaveValue(`${KEY}-there`);
    await other.page.close();
  });

  await test.step('it is locked by hand, and opened again, from the command palette', async () => {
    const palette = new CommandPalette(page);
    await page.keyboard.press('Control+k');
    await palette.field.fill('lock or unlock');
    await page.keyboard.press('Enter');
    await expect(status).toBeVisible();
    await expect(value).toHaveValue('');
    await status.click();
    await passphrase.fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(value).toHaveValue(`${KEY}-new`);
  });

  await test.step('what is entered just before the page goes is kept', async () => {
    await value.fill(`${KEY}-last`);
    await page.reload();
    await status.click();
    await passphrase.fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(value).toHaveValue(`${KEY}-last`);
  });

  await test.step('another passphrase takes the one until now, and who thinks better of it keeps that', async () => {
    await settings.open();
    const change = settings.dialog.getByRole('button', { name: 'Change passphrase…' });
    const form = settings.dialog.getByRole('form', { name: 'Change the passphrase' });
    const old = form.getByRole('textbox', { name: 'Passphrase until now' });
    await change.click();
    await expect(old).toBeFocused();
    await old.fill('not the right one');
    await form.getByRole('textbox', { name: 'New passphrase' }).fill('another passphrase');
    await form.getByRole('textbox', { name: 'Once more' }).fill('another passphrase');
    await form.getByRole('button', { name: 'Change it' }).click();
    await expect(old).toHaveAccessibleDescription(/^This passphrase does not open it\./);
    await expect(old).toBeFocused();
    expect(await violationsOf(page)).toEqual([]);
    await old.fill(PASSPHRASE);
    await expect(old).not.toHaveAccessibleDescription(/does not open it/);
    const before = await stored();
    const derivation = await holdDerivation(page);
    await form.getByRole('button', { name: 'Change it' }).click();
    await derivation.begun;
    await form.getByRole('button', { name: 'Cancel' }).click();
    await expect(change).toBeFocused();
    await derivation.finish();
    expect(await stored()).toBe(before);
    await page.keyboard.press('Escape');
  });

  await test.step('who has forgotten the passphrase is asked before all that it locks is deleted', async () => {
    await page.reload();
    await settings.open();
    await settings.keepingChoice('Remembered on this device').click();
    await passphrase.fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await settings.dialog.getByRole('button', { name: 'Keep it' }).click();
    await expect(settings.keepingChoice('Remembered, locked with a passphrase')).toBeFocused();
    await settings.dialog.getByRole('button', { name: 'Lock now' }).click();
    await settings.dialog.getByRole('button', { name: 'Forgotten…' }).click();
    await expect(settings.dialog).toContainText('deletes the 2 locked secrets from this device');
    await settings.dialog.getByRole('button', { name: 'Keep' }).click();
    await expect(settings.dialog.getByRole('button', { name: 'Forgotten…' })).toBeFocused();
    expect(await stored()).toContain('argon2id');
    await settings.dialog.getByRole('button', { name: 'Forgotten…' }).click();
    await settings.dialog.getByRole('button', { name: 'Delete them' }).click();
    await expect(settings.keepingChoice('Only in this page')).toBeChecked();
    await expect.poll(stored).toBe('{}');
    await settings.keepingChoice('Remembered on this device').click();
    await page.keyboard.press('Escape');
    await expect(status).toHaveCount(0);
    await expect(value).toBeEditable();
  });
});

test('one secret stays in the page while the others are remembered, and says so after a reload', async ({
  app,
  page,
  requestPane,
}) => {
  const stored = async () => JSON.stringify((await readDeviceStorage(page))['secrets']);
  await app.urlField.fill(`wss://gateway.example.com/chat?apikey=${KEY}&access_token=${KEY}-kept`);
  await page.keyboard.press('Control+s');
  await expect.poll(stored).toContain(`"${KEY}"`);
  const pageOnly = page.getByRole('button', { name: 'Keep apikey in this page only' });
  await requestPane.parameters.values.first().focus();
  await page.keyboard.press('Tab');
  await expect(pageOnly).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pageOnly).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(stored).not.toContain(`"${KEY}"`);
  await page.reload();
  await expect(requestPane.parameters.values.nth(1)).toHaveValue(`${KEY}-kept`);
  await expect(requestPane.parameters.values.first()).toHaveValue('');
  await expect(app.queryParameters).toContainText(
    'Kept in the open page only, as you chose: enter it again.',
  );
  expect(await violationsOf(page)).toEqual([]);
  await requestPane.parameters.values.first().fill(KEY);
  await pageOnly.click();
  await expect.poll(stored).toContain(`"${KEY}"`);
});
