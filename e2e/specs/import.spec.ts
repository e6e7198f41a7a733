import { CHROME_RECORDING } from '../fixtures/harRecordings.ts';
import { insomniaCollection, publishedFile, textFile } from '../fixtures/importFiles.ts';
import { serveEcho } from '../fixtures/serveWebSocket.ts';
import { expect, test } from '../fixtures/test.ts';
import { ImportPane } from '../pages/ImportPane.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';

const BRUNO_REQUEST = publishedFile('bruno.bru');

/** With a slip, and with a profile that lacks what no other can stand in for. */
const HAND_WRITTEN = JSON.stringify({
  format: 'postern-profiles',
  version: 2,
  enviroments: [],
  profiles: [
    {
      name: 'Echo',
      url: 'wss://a.example/echo',
      headers: [{ name: 'x-key', value: { kind: 'secret' } }],
      messages: [{ text: 'hello' }],
    },
    { name: 'Chat' },
  ],
});

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

  await pane.choose(textFile('postern.profiles.json', HAND_WRITTEN));
  await expect(pane.rows).toContainText([/Echo.*1 message.*To be filled in: the secret x-key/]);
  await pane.openLeftBehind();
  await expect(pane.leftBehind).toContainText([
    /Postern knows no such member, but “environments”.*enviroments/,
    /It is missing.*profiles\[1\]\.url/,
  ]);

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

test('a file of each format, as its tool or its author has published it, becomes profiles', async ({
  app,
  start,
}) => {
  const profiles = new ProfilesPane(app.page);
  const pane = new ImportPane(app.page);
  const { host } = await start(serveEcho());
  const insomnia5 = publishedFile('insomnia51.yaml').buffer.toString();
  await profiles.importButton.click();
  await pane.choose(
    publishedFile('asyncApi2.yaml'),
    publishedFile('asyncApi3.yaml'),
    publishedFile('bruno.bru'),
    publishedFile('bruno.yml'),
    textFile('chrome.har', CHROME_RECORDING),
    publishedFile('hoppscotch.json'),
    publishedFile('insomnia4.yaml'),
    // At a server of the test.
    textFile('insomnia51.yaml', insomnia5.replace('ws://localhost:4010', `ws://${host}`)),
    publishedFile('openApi.yaml'),
    publishedFile('postmanCollection.json'),
  );
  await expect(pane.dialog).toContainText(
    'AsyncAPI description, Bruno file (.bru), Bruno collection (OpenCollection), HAR recording, Hoppscotch collection, Insomnia 4 export, Insomnia 5 collection, OpenAPI description, Postman collection: 20 profiles.',
  );
  await expect(pane.rows).toContainText([
    /\/v1\/marketdata\/\{symbol\}.*wss:\/\/api\.gemini\.com\/v1\/marketdata\/btcusd/,
    /marketDataV1.*wss:\/\/api\.gemini\.com\/v1\/marketdata\/btcusd/,
    /ws-multi-msg.*2 messages.*ws:\/\/localhost:8081\/ws\/echo/,
    /ws-multi-msg.*2 messages.*ws:\/\/localhost:8081\/ws\/echo/,
    ...['nobody', 'echo.*1 secret', 'echo.*1 secret', 'chat', 'fragments', 'broken', 'live', 'pending'].map(
      (row) => new RegExp(row),
    ),
    ...['localhost:4010', 'basic-auth.*1 secret', 'bearer.*1 secret', 'redirect', 'delay'].map(
      (row) => new RegExp(row),
    ),
    /example websocket.*simple/,
    /amend-order \(stream\.crypto\.com\).*1 message/,
    /amend-order \(uat-stream\.3ona\.co\).*1 message/,
  ]);
  await pane.openLeftBehind();
  // Of the recording one, of Hoppscotch four, of Insomnia three and of Postman one.
  await expect(pane.leftBehind.filter({ hasText: 'No WebSocket by its URL' })).toContainText(
    'chrome.har: log.entries[1] and 8 more',
  );
  await pane.createButton('Create 20 profiles').click();

  await profiles.row('example websocket').click();
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
});
