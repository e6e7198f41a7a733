import type { IncomingHttpHeaders } from 'node:http';
import type { Page } from '@playwright/test';
import { expect } from '../fixtures/test.ts';
import { testOnOnePage as base } from '../fixtures/testOnOnePage.ts';
import { serveTokenEndpoint } from '../fixtures/serveTokenEndpoint.ts';
import { serveWebSocket } from '../fixtures/serveWebSocket.ts';
import { startGateways } from '../fixtures/startGateways.ts';
import { TokenDialog } from '../pages/TokenDialog.ts';

const test = base.extend<{ readonly tokens: TokenDialog }>({
  tokens: async ({ page }, use) => use(new TokenDialog(page)),
});

test('makes a client URL of Web PubSub from a connection string, and the service takes it', async ({
  app,
  page,
  tokens,
  requestPane,
  start,
}) => {
  const { connectionString = '' } = (await start(startGateways())).describe('webpubsub');
  await tokens.open('Web PubSub');
  await expect(tokens.field('Connection string')).toHaveCSS('-webkit-text-security', 'disc');
  await tokens.enter({
    'Connection string': connectionString,
    Hub: 'chatdemo',
    'User ID': 'alice',
    'Groups joined from the start': 'lobby',
  });
  await tokens.press('Make the token');
  await expect(tokens.dialog).toContainText('The profile has the client URL');
  await expect(tokens.dialog).toContainText(/Expires \d{4}-.* UTC, (1 h|59 min \d+ s) from now\./);
  await tokens.press('Done');

  await expect(app.urlField).toHaveValue(/^ws:\/\/127\.0\.0\.1:\d+\/client\/hubs\/chatdemo$/);
  await expect(requestPane.parameters.names.first()).toHaveValue('access_token');
  await expect(requestPane.parameters.values.first()).toHaveCSS('-webkit-text-security', 'disc');
  await requestPane.offerSubprotocol('json.webpubsub.azure.v1');
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  await expect(app.received('"userId":"alice"')).toBeVisible();

  const accessKey = /AccessKey=([^;]+)/.exec(connectionString)?.[1] ?? '';
  await page.reload();
  await expect(app.urlField).toHaveValue(/chatdemo$/);
  expect(await storedText(page)).not.toContain(accessKey);
});

test('keeps the URL of a gateway in front of Web PubSub, and fills in the token', async ({
  app,
  tokens,
  requestPane,
}) => {
  await app.urlField.fill('wss://contoso.azure-api.net/clients/hubs/chat');
  await tokens.open();
  await expect(tokens.field('Hub')).toHaveValue('chat');
  await tokens.enter({
    'Connection string': 'Endpoint=https://contoso.webpubsub.azure.com;AccessKey=c2VjcmV0;Version=1.0;',
  });
  await tokens.press('Make the token');
  await expect(tokens.dialog).toContainText('it names another host than the service');
  await tokens.press('Done');
  await expect(app.urlField).toHaveValue('wss://contoso.azure-api.net/clients/hubs/chat');
  await expect(requestPane.parameters.names.first()).toHaveValue('access_token');
});

test('says at its field what is wrong with a connection string', async ({ tokens, app }) => {
  await expect(app.urlField).toBeVisible();
  await tokens.open('Web PubSub');
  await tokens.enter({ 'Connection string': 'Endpoint=https://contoso.webpubsub.azure.com;', Hub: '1' });
  await tokens.press('Make the token');
  await expect(tokens.field('Connection string')).toHaveAccessibleDescription(/no “AccessKey=…”/);
  await expect(tokens.field('Hub')).toHaveAccessibleDescription(/begins with a letter/);
});

test('presigns the URL of an AWS API, in the order of AWS', async ({ app, tokens, requestPane }) => {
  await app.urlField.fill('wss://abc123.execute-api.eu-central-1.amazonaws.com/dev');
  await requestPane.parameters.add('room', 'a');
  await tokens.open();
  await expect(tokens.field('Region')).toHaveValue('eu-central-1');
  await tokens.enter({ 'Access key ID': 'ASIAIOSFODNN7EXAMPLE', 'Secret access key': 'wJalrXUtnFEMI' });
  await tokens.press('Presign the URL');
  await expect(tokens.field('Session token')).toHaveAccessibleDescription(/temporary/);
  await tokens.enter({ 'Session token': 'IQo+b/c==' });
  await tokens.press('Presign the URL');
  await expect(tokens.dialog).toContainText('7 query parameters that presign its URL');
  await tokens.press('Done');

  const names = await requestPane.parameters.names.evaluateAll((fields) =>
    fields.map((field) => (field as HTMLInputElement).value),
  );
  expect(names).toEqual([
    'room',
    'X-Amz-Algorithm',
    'X-Amz-Credential',
    'X-Amz-Date',
    'X-Amz-Expires',
    'X-Amz-SignedHeaders',
    'X-Amz-Security-Token',
    'X-Amz-Signature',
    '',
  ]);
  await expect(requestPane.parameters.values.nth(7)).toHaveValue(/^[0-9a-f]{64}$/);
  await expect(requestPane.parameters.values.nth(7)).toHaveCSS('-webkit-text-security', 'disc');
});

test('presigns the URL of an API with IAM authorization, and the gateway takes it', async ({
  app,
  tokens,
  start,
}) => {
  const { baseUrl, credentials } = (await start(startGateways())).describe('aws');
  await app.urlField.fill(`${baseUrl}/iam`);
  await tokens.open('AWS IAM');
  await tokens.enter({
    'Access key ID': credentials['accessKeyId'] ?? '',
    'Secret access key': credentials['secretAccessKey'] ?? '',
  });
  await tokens.press('Presign the URL');
  await expect(tokens.field('Region')).toHaveAccessibleDescription(/custom domain/);
  await tokens.enter({ Region: 'eu-central-1' });
  await tokens.press('Presign the URL');
  await tokens.press('Done');
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
});

test('fetches an OAuth token, and a new one once it has expired', async ({
  app,
  page,
  tokens,
  requestPane,
  start,
}) => {
  const seen: IncomingHttpHeaders[] = [];
  // A token that ends sooner than a handshake may take counts as expired.
  const endpoint = await start(serveTokenEndpoint({ expiresIn: 5 }));
  const gateway = await start(serveWebSocket((_socket, request) => seen.push(request.headers)));
  await app.urlField.fill(`ws://${gateway.host}/`);

  await tokens.open('OAuth 2.0');
  await tokens.enter({
    'Token endpoint': endpoint.url,
    'Client ID': endpoint.client.id,
    'Client secret': 'wrong',
  });
  await tokens.press('Fetch the token');
  await expect(tokens.field('Client secret')).toHaveAccessibleDescription(/401 invalid_client/);
  await tokens.enter({ 'Client secret': endpoint.client.secret });
  await tokens.press('Fetch the token');
  await expect(tokens.dialog).toContainText('The profile has the token in the header Authorization.');
  await expect(tokens.dialog).toContainText('Scope granted: chat.');
  await tokens.press('Done');
  await expect(requestPane.headers.values.first()).toHaveValue('Bearer token-1');

  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  expect(seen.map((headers) => headers.authorization)).toEqual(['Bearer token-2']);

  await app.disconnectButton.click();
  await expect(app.status).toHaveText(/^Closed/);
  await endpoint.close();
  await app.connectButton.click();
  await expect(page.getByRole('alert')).toContainText('Nothing was dialled, because no new token came.');
  await expect(app.status).toHaveText(/^Closed/);
  expect(seen).toHaveLength(1);
});

/** Everything that the page keeps on the device, as text. */
async function storedText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const texts = names.map(
      (name) =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.addEventListener('error', () => reject(new Error('The database cannot be opened.')));
          opening.addEventListener('success', () => {
            const stores = [...opening.result.objectStoreNames];
            const transaction = opening.result.transaction(stores);
            const readings = stores.map((store) => transaction.objectStore(store).getAll());
            transaction.addEventListener('complete', () =>
              resolve(JSON.stringify(readings.map(({ result }) => result as unknown))),
            );
          });
        }),
    );
    return JSON.stringify(localStorage) + (await Promise.all(texts)).join('');
  });
}
