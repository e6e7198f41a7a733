import { textFile } from '../fixtures/importFiles.ts';
import { expect } from '../fixtures/test.ts';
import { testOnOnePage as test } from '../fixtures/testOnOnePage.ts';
import { violationsOf } from '../fixtures/violationsOf.ts';
import { CommandPalette } from '../pages/CommandPalette.ts';
import { ComposerPane } from '../pages/ComposerPane.ts';
import { ImportPane } from '../pages/ImportPane.ts';
import { ProfileBar } from '../pages/ProfileBar.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';
import { SavedMessages } from '../pages/SavedMessages.ts';

test.describe.configure({ timeout: 120_000 });
// With a theme in motion axe would measure the colours between the two.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('messages are saved with a profile, found again, put in order, and sent', async ({ app }) => {
  const { page } = app;
  const saved = new SavedMessages(page);
  const composer = new ComposerPane(page);
  const bar = new ProfileBar(page);
  const palette = new CommandPalette(page);

  await test.step('save, with a name that the message suggests', async () => {
    await app.choose('AWS API Gateway', 'wsEcho');
    await bar.saveAsButton.click();
    await expect(bar.saveAsButton).toHaveCount(0);
    await composer.writeAs('JSON');
    await app.message.fill('{"action":"echo","data":"one"}');
    await saved.choose('Save this message…');
    await expect(saved.saveName).toHaveValue('echo');
    await page.keyboard.press('Enter');
    await expect(saved.saveDialog).toHaveCount(0);
    await expect(bar.state).toContainText('Unsaved');

    await app.message.fill('{"action":"echo","data":"two"}');
    await saved.choose('Save this message…');
    await expect(saved.saveName).toHaveValue('echo 2');
    await saved.saveName.fill('echo');
    await expect(saved.saveDialog).toContainText('“echo” is there already.');
    await expect(saved.saveDialog.getByRole('button', { name: 'Replace' })).toBeEnabled();
    await saved.saveName.fill('Say two');
    await page.keyboard.press('Enter');

    await composer.writeAs('Binary');
    await composer.encodeAs('Base64');
    await app.message.fill('AQI=');
    await saved.choose('Save this message…');
    await saved.saveName.fill('Bytes');
    await page.keyboard.press('Enter');
    await expect(saved.saveDialog).toHaveCount(0);
  });

  await test.step('choose, with what was typed to be had back', async () => {
    await composer.writeAs('Text');
    await app.message.fill('typed and sent nowhere');
    await saved.choose('echo');
    await expect(app.message).toHaveValue('{"action":"echo","data":"one"}');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(app.message).toHaveValue('typed and sent nowhere');
    await saved.choose('Bytes');
    await expect(app.message).toHaveValue('AQI=');
    await expect(page.getByRole('radio', { name: 'Base64' })).toBeChecked();
  });

  await test.step('rename, reorder, duplicate, delete and undo', async () => {
    await saved.choose('Manage saved messages…');
    await expect(saved.options).toHaveText([/^echo/, /^Say two/, /^Bytes/]);
    await expect(saved.list).toBeFocused();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(saved.options).toHaveText([/^Say two/, /^echo/, /^Bytes/]);
    await saved.button('Move down').click();
    await expect(saved.options).toHaveText([/^echo/, /^Say two/, /^Bytes/]);

    await saved.name.fill('echo');
    await expect(saved.dialog).toContainText('Another message has this name.');
    await saved.name.fill('Say it twice');
    await expect(saved.options).toHaveText([/^echo/, /^Say it twice/, /^Bytes/]);
    await saved.text.fill('{"action":"echo","data":"twice"}');
    await saved.button('Duplicate').click();
    await expect(saved.options).toHaveText([/^echo/, /^Say it twice/, /^Say it twice 2/, /^Bytes/]);
    await saved.list.focus();
    await page.keyboard.press('Delete');
    await expect(saved.options).toHaveText([/^echo/, /^Say it twice/, /^Bytes/]);
    await page.keyboard.press('Delete');
    await expect(saved.options).toHaveText([/^echo/, /^Say it twice/]);
    await expect(saved.dialog).toContainText('Deleted “Bytes”.');
    await saved.button('Undo').click();
    await expect(saved.options).toHaveText([/^echo/, /^Say it twice/, /^Bytes/]);
    await page.keyboard.press('Escape');
    await expect(saved.dialog).toHaveCount(0);
    await expect(saved.menuButton).toBeFocused();
  });

  await test.step('all of it is there after a reload', async () => {
    await bar.saveButton.click();
    await expect(bar.state).not.toContainText('Unsaved');
    await page.reload();
    await expect(bar.heading).toContainText('wsEcho');
    await saved.choose('Say it twice');
    await expect(app.message).toHaveValue('{"action":"echo","data":"twice"}');
  });

  await test.step('send one, and one found by typing', async () => {
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await saved.choose('Manage saved messages…');
    await saved.button('Send').click();
    await expect(saved.dialog).toContainText('Sent “echo”.');
    await page.keyboard.press('Escape');
    await expect(app.received('"message":"echo"').filter({ hasText: 'one' })).toBeVisible();

    await page.keyboard.press('Control+k');
    await palette.field.fill('put in twice');
    await expect(palette.options.first()).toContainText('Put in: Say it twice');
    await page.keyboard.press('Enter');
    await expect(app.message).toBeFocused();
    await page.keyboard.press('Control+Enter');
    const echoed = app.received('"message":"echo"').filter({ hasText: 'twice' });
    await expect(echoed).toBeVisible();

    await echoed.click();
    await app.entry.getByRole('button', { name: 'Copy the entry' }).click();
    await page.getByRole('menuitem', { name: 'Save as a message…' }).click();
    await saved.saveName.fill('What came back');
    await page.keyboard.press('Enter');
    await saved.choose('What came back');
    await expect(app.message).toHaveValue(/"message":"echo".*twice/);
  });
});

const ASYNC_API = `{
  "asyncapi": "3.0.0",
  "info": { "title": "Lobby", "version": "1" },
  "servers": { "live": { "host": "lobby.example", "protocol": "wss" } },
  "channels": {
    "rooms": {
      "address": "rooms",
      "description": "What is said in the rooms.\\nAsk Ada for a key.",
      "messages": {
        "say": {
          "examples": [
            { "name": "Say hello", "payload": { "action": "say", "text": "hello" } },
            { "name": "Say goodbye", "payload": { "action": "say", "text": "goodbye" } }
          ]
        }
      }
    }
  },
  "operations": { "hear": { "action": "receive", "channel": { "$ref": "#/channels/rooms" } } }
}`;

test('the examples of an AsyncAPI file are saved messages, and its words the description', async ({
  app,
}) => {
  const { page } = app;
  const saved = new SavedMessages(page);
  const pane = new ImportPane(page);
  const profiles = new ProfilesPane(page);
  await profiles.importButton.click();
  await pane.choose(textFile('lobby.json', ASYNC_API));
  await expect(pane.rows).toContainText([
    /rooms.*2 messages.*What is said in the rooms\. Ask Ada for a key\./,
  ]);
  await pane.createButton('Create profile').click();
  await expect(app.urlField).toHaveValue('wss://lobby.example/rooms');
  await expect(app.message).toHaveValue(/"hello"/);
  await saved.choose('Say goodbye');
  await expect(app.message).toHaveValue(/"goodbye"/);

  const description = page.getByRole('main').getByRole('button', { name: /^Description: / });
  await expect(description).toHaveText('Description: What is said in the rooms. Ask Ada for a key.');
  await profiles.search.fill('ask ada');
  await expect(profiles.row('rooms')).toBeVisible();
  await profiles.search.fill('');
  await description.click();
  const dialog = page.getByRole('dialog', { name: 'Describe “rooms”' });
  await expect(dialog.getByRole('textbox', { name: 'Description' })).toBeFocused();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Staging.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('No key.');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(description).toHaveText('Description: Staging. No key.');
  await expect(description).toBeFocused();
  await profiles.act('rooms', 'Edit description…');
  await dialog.getByRole('textbox', { name: 'Description' }).fill('');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(description).toHaveCount(0);
  await expect(profiles.row('rooms')).toBeFocused();
});
