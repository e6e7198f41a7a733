import { readDeviceStorage } from '../fixtures/deviceStorage.ts';
import { expect, test } from '../fixtures/test.ts';
import { violationsOf } from '../fixtures/violationsOf.ts';
import { SettingsPane } from '../pages/SettingsPane.ts';

// What fades from one theme to the other has neither's contrast.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const KEY = 'not-a-real-key-4d9a';

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
    await settings.remembersSecrets.click();
    await expect(settings.dialog).toContainText('are deleted from this device now.');
    expect(await violationsOf(page)).toEqual([]);
    await settings.dialog.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(settings.remembersSecrets).toBeChecked();
    expect(await storedSecrets()).toEqual([KEY]);
  });

  await test.step('then they are gone from the device at once, and from the page with a reload', async () => {
    await settings.remembersSecrets.click();
    await settings.dialog.getByRole('button', { name: 'Delete them' }).click();
    await expect.poll(storedSecrets).toEqual([]);
    await expect(settings.remembersSecrets).not.toBeChecked();
    await expect(settings.dialog).toContainText('They are lost when the page is closed');
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
    await settings.remembersSecrets.click();
    await expect.poll(storedSecrets).toEqual([KEY]);
    await page.keyboard.press('Escape');
  });
});
