import { BRUNO_REQUEST, insomniaCollection, textFile } from '../fixtures/importFiles.ts';
import { serveEcho } from '../fixtures/serveWebSocket.ts';
import { expect, test } from '../fixtures/test.ts';
import { ImportPane } from '../pages/ImportPane.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';

test('files of other tools become profiles that are chosen, connect, and can be taken back', async ({
  app,
  start,
}) => {
  const profiles = new ProfilesPane(app.page);
  const pane = new ImportPane(app.page);
  const { host } = await start(serveEcho());
  await profiles.importButton.click();

  await pane.choose(textFile('broken.json', '{ "info": }'));
  await expect(pane.dialog).toContainText(
    'broken.json cannot be imported. It is JSON with a mistake in line 1, column 11',
  );
  await expect(pane.createButton('Create profile')).toBeDisabled();

  await pane.choose(insomniaCollection(`ws://${host}`), BRUNO_REQUEST);
  await expect(pane.dialog).toContainText('Insomnia 5 collection, Bruno file (.bru): 3 profiles.');
  await pane.environment.selectOption('Here');
  await expect(pane.rows).toContainText([
    /Chat.*Shop \/ Live.*1 secret.*\/chat/,
    /Prices.*To be filled in: symbol in the URL/,
    /ws-multi-msg.*ws:\/\/localhost:8081\/ws\/echo/,
  ]);
  await pane.openLeftBehind();
  await expect(pane.leftBehind).toContainText([
    /No WebSocket by its URL.*insomnia\.yaml: collection\[0\]\.children\[2\]/,
  ]);
  await pane.box(/^Prices, /).uncheck();
  await pane.createButton('Create 2 profiles').click();

  await expect(profiles.row('Chat')).toHaveAttribute('aria-selected', 'true');
  await expect(profiles.row('ws-multi-msg')).toBeVisible();
  await expect(profiles.row('Prices')).toHaveCount(0);
  await expect(app.page.getByText('Created 2 profiles.')).toBeVisible();
  await app.page.getByRole('button', { name: 'Undo' }).click();
  await expect(profiles.row('Chat')).toHaveCount(0);
  await expect(profiles.row('ws-multi-msg')).toHaveCount(0);

  await profiles.importButton.click();
  await pane.choose(insomniaCollection(`ws://${host}`));
  await pane.environment.selectOption('Here');
  await expect(pane.rows).toContainText([/1 secret/, /Prices/]);
  await pane.createButton('Create 2 profiles').click();
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);

  await profiles.importButton.click();
  await pane.choose(BRUNO_REQUEST);
  await pane.createButton('Create profile').click();
  await expect(app.urlField).toHaveValue('ws://localhost:8081/ws/echo');
  await expect(app.message).toHaveValue('{\n  "action": "subscribe"\n}');
});
