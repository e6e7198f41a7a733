import { serveEcho } from '../fixtures/serveWebSocket.ts';
import { expect, test } from '../fixtures/test.ts';
import { EnvironmentsPane } from '../pages/EnvironmentsPane.ts';
import { violationsOf } from '../fixtures/violationsOf.ts';

// What fades from one theme to the other has neither's contrast.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('an environment fills in the variables of the URL, its parameters and messages, also after a reload', async ({
  app,
  start,
}) => {
  const server = await start(serveEcho());
  const environments = new EnvironmentsPane(app.page);

  await test.step('a variable without a value is said where it stands, and nothing is dialled', async () => {
    await app.urlField.fill('ws://{{host}}/chat?apikey={{key}}');
    await app.urlField.press('Enter');
    await expect(app.urlField).toHaveAccessibleDescription(
      '{{host}} has no value: give it one under Variables, or choose another environment.',
    );
    await expect(app.queryParameters).toContainText('{{key}} has no value');
    await expect(app.status).toHaveText(/^Idle/);
  });

  await test.step('two environments', async () => {
    await environments.open();
    await environments.add('room', 'lobby');
    await environments.create('Local');
    await environments.add('host', server.host);
    await environments.add('key', 'k3y-of-local');
    expect(await violationsOf(app.page)).toEqual([]);
    await environments.create('Nowhere');
    await environments.add('host', '127.0.0.1:9');
    await environments.add('key', 'k3y-of-nowhere');
    await environments.close();
    await expect(environments.chosen.locator('option:checked')).toHaveText('Nowhere');
  });

  await test.step('the one that is chosen is dialled', async () => {
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Failed/);
    await environments.chosen.selectOption('Local');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await expect(app.handshake).toContainText('GET /chat?apikey=•••');
    await expect(app.handshake).not.toContainText('k3y-of-local');
  });

  await test.step('a message is sent filled in; one whose variable has no value is not', async () => {
    await app.message.fill('{"room":"{{room}}","user":"{{user}}"}');
    await expect(app.message).toHaveAccessibleDescription(/\{\{user\}\} has no value/);
    await expect(app.sendButton).toBeDisabled();
    await app.message.fill(String.raw`{"room":"{{room}}","at":"{{$isoTime}}","as":"\{{user}}"}`);
    await app.sendButton.click();
    await expect(app.received('{"room":"lobby","at":"20')).toBeVisible();
    await expect(app.received('"as":"{{user}}"}')).toBeVisible();
  });

  await test.step('the profile keeps the variables, and the device the environments', async () => {
    await app.page.keyboard.press('Control+s');
    await app.page.reload();
    await expect(app.urlField).toHaveValue('ws://{{host}}/chat');
    await expect(environments.chosen.locator('option:checked')).toHaveText('Local');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
  });

  await test.step('a deleted environment comes back whole', async () => {
    await environments.open();
    await environments.dialog.getByRole('button', { name: 'Actions for Local' }).click();
    await app.page.getByRole('menuitem', { name: 'Delete' }).click();
    await environments.close();
    await expect(environments.chosen.locator('option:checked')).toHaveText('No environment');
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await expect(environments.chosen.locator('option:checked')).toHaveText('Local');
    await app.disconnectButton.click();
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
  });
});
