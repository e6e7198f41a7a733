import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inflateRawSync } from 'node:zlib';
import { findSecretIn } from '../../src/companion/testing/findSecretIn.ts';
import { readDeviceStorage } from '../fixtures/deviceStorage.ts';
import { placesShowing } from '../fixtures/placesShowing.ts';
import { serveConnectProxy } from '../fixtures/serveConnectProxy.ts';
import { onRequest, serveRaw } from '../fixtures/serveRaw.ts';
import { serveWebSocket } from '../fixtures/serveWebSocket.ts';
import { readStoredLogs } from '../fixtures/storedLogs.ts';
import { expect, test } from '../fixtures/test.ts';
import { CodeDialog } from '../pages/CodeDialog.ts';
import { EnvironmentsPane } from '../pages/EnvironmentsPane.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';
import { TokenDialog } from '../pages/TokenDialog.ts';

/** One for each place in which a secret can stand, with characters that each encoding writes in its own way. */
const PLANTED = {
  parameter: 'gT4+a/Rk=7&"é2Wz',
  header: 'dM8+e/Yp=1&"é5Qc',
  bearer: 'nB3+u/Fx=6&"é9Ls',
  basicPassword: 'jV7+i/Ho=2&"é4Dt',
  subprotocol: 'yK5+o-Wq.9&2Zb',
  path: 'cE1+s/Um=3&"é8Gv',
  passphrase: 'rX6+w/Ja=0&"é1Pf',
  clientKey: 'MIIEwA+k/Td7BnZ3hQy9VsX5Lg',
  proxyPassword: 'zF2+y-Ig_8.Nu4Kr',
  clientSecret: 'lA9+m/Ve=5&"é3Xj',
  tokenParameter: 'pS0+q/Cw=4&"é7Hd',
  fetchedToken: 'uQ3+b/Oz=8&"é6Ey',
} as const;

/** What goes over the wire in messages: the log shows it, because that is what a log is for. */
const MESSAGES = {
  message: 'hR8+f/Lx=2&"é0Tg',
  savedMessage: 'vN1+z/Gd=6&"é5Ka',
} as const;

const CLIENTS = ['wscat', 'websocat', 'curl', 'Browser', 'Node ws', 'Python', 'C#', 'Go', 'Playwright'];

function leaksIn(text: string, secrets: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(secrets).flatMap(([place, secret]) =>
    findSecretIn(text, secret).map((form) => `${place}: ${form}`),
  );
}

/** Every form in which a head can come back. */
function saidBack(head: string): string {
  const forms = [head, encodeURIComponent(head), JSON.stringify(head)];
  return forms
    .flatMap((form) => [form, Buffer.from(form).toString('base64'), Buffer.from(`x${form}`).toString('hex')])
    .join('\n');
}

/** Refuses and says all that it was sent: in its reason, its headers and its body. */
function serveTelltale() {
  return serveRaw((socket) => {
    onRequest(socket, (head) => {
      const oneLine = encodeURIComponent(head);
      const body = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(saidBack(head))]);
      const answer = `HTTP/1.1 403 No ${oneLine}\r\nLocation: /login?to=${oneLine}\r\nX-Echo: ${Buffer.from(head).toString('base64')}\r\nContent-Type: text/plain\r\nContent-Length: ${body.byteLength}\r\n\r\n`;
      socket.end(Buffer.concat([Buffer.from(answer), body]));
    });
  });
}

/** Refuses the first request and quotes it, then gives the token. */
async function serveToken() {
  let asked = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked += 1;
      const said = `${body} ${request.headers.authorization ?? ''} ${decodeURIComponent(body)}`;
      const answer =
        asked === 1
          ? { error: 'invalid_client', error_description: said }
          : { access_token: PLANTED.fetchedToken, token_type: 'Bearer', expires_in: 3_600 };
      response.writeHead(asked === 1 ? 401 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('no secret leaves the page, wherever it was planted and whatever servers say back', async ({
  app,
  page,
  postern,
  options,
  requestPane,
  transfer,
  start,
}) => {
  test.slow();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const environments = new EnvironmentsPane(page);
  const tokens = new TokenDialog(page);
  const profiles = new ProfilesPane(page);
  const code = new CodeDialog(page);
  const telltale = await start(serveTelltale());
  const proxy = await start(serveConnectProxy(`ann:${PLANTED.proxyPassword}`));
  const endpoint = await start(serveToken());
  const heads: string[] = [];
  const echo = await start(
    serveWebSocket((socket, request) => {
      heads.push(`${request.url}\n${request.rawHeaders.join('\n')}`);
      socket.on('message', (data, isBinary) => {
        socket.send(data, { binary: isBinary });
        if (Buffer.isBuffer(data) && data.includes('bye'))
          socket.close(1008, `no ${PLANTED.parameter}, ${PLANTED.path}`);
      });
    }),
  );

  async function expectNothingShown(secrets: Readonly<Record<string, string>>): Promise<void> {
    for (const section of await app.handshake.locator('details:not([open]) > summary').all()) {
      await section.click();
    }
    for (const secret of Object.values(secrets)) expect(await placesShowing(page, secret)).toEqual([]);
    expect(leaksIn(await page.locator('body').innerText(), secrets)).toEqual([]);
  }

  await test.step('everything is set through the page', async () => {
    // A key that is pressed before the page is there reaches nothing.
    await expect(app.urlField).toBeVisible();
    await environments.open();
    await environments.create('Staging');
    await environments.add('path_key', PLANTED.path);
    await environments.add('sub_token', PLANTED.subprotocol);
    await environments.add('message_token', MESSAGES.message);
    await environments.add('saved_token', MESSAGES.savedMessage);
    await environments.close();
    await app.urlField.fill(`ws://${telltale.host}/{{path_key}}/chat`);
    await requestPane.parameters.add('subscription-key', PLANTED.parameter);
    await requestPane.headers.add('X-Api-Key', PLANTED.header);
    await requestPane.headers.add('Authorization', `Bearer ${PLANTED.bearer}`);
    const basic = Buffer.from(`ann:${PLANTED.basicPassword}`).toString('base64');
    await requestPane.headers.add('X-Auth', `Basic ${basic}`);
    await requestPane.offerSubprotocol('bearer.{{sub_token}}');
    await options.open();
    await options.clientCertificate.fill('-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----');
    await options.clientKey.fill(
      `-----BEGIN PRIVATE KEY-----\n${PLANTED.clientKey}\n-----END PRIVATE KEY-----`,
    );
    await options.passphrase.fill(PLANTED.passphrase);
    await options.useProxy(`http://ann:${PLANTED.proxyPassword}@${proxy.host}`);
    await page.keyboard.press('Control+s');
  });

  await test.step('a token is refused with all of the request in the reason, then fetched', async () => {
    await tokens.open('OAuth 2.0');
    await tokens.enter({
      'Token endpoint': endpoint.url,
      'Client ID': 'postern',
      'Client secret': PLANTED.clientSecret,
      'Other parameters': `password=${PLANTED.tokenParameter}`,
    });
    await tokens.dialog.getByText('Query parameter', { exact: true }).click();
    await tokens.press('Fetch the token');
    await expect(tokens.field('Client secret')).toHaveAccessibleDescription(/401 invalid_client/);
    const { clientSecret, tokenParameter } = PLANTED;
    expect(leaksIn(await tokens.dialog.innerText(), { clientSecret, tokenParameter })).toEqual([]);
    await tokens.press('Fetch the token');
    await expect(tokens.dialog).toContainText('The profile has the token');
    await tokens.press('Done');
    await page.keyboard.press('Control+s');
  });

  await test.step('a server refuses and says everything back', async () => {
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Failed refused with 403 No GET/);
    await expectNothingShown({ ...PLANTED, ...MESSAGES });
  });

  await test.step('another one takes it, echoes, and closes with a secret in its reason', async () => {
    await app.urlField.fill(`ws://${echo.host}/{{path_key}}/chat`);
    await page.keyboard.press('Control+s');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    const [head = ''] = heads;
    const sent = [
      'parameter',
      'header',
      'bearer',
      'basicPassword',
      'subprotocol',
      'path',
      'fetchedToken',
    ] as const;
    for (const place of sent)
      expect([place, findSecretIn(head, PLANTED[place]).length > 0]).toEqual([place, true]);
    await expectNothingShown({ ...PLANTED, ...MESSAGES });
    await app.message.fill('{"one":"{{message_token}}","two":"{{saved_token}}"}');
    await app.sendButton.click();
    await expect(app.log.locator('[data-sequence]').filter({ hasText: 'Received' })).toHaveCount(1);
    await app.message.fill('bye');
    await app.sendButton.click();
    await expect(app.status).toHaveText(/^Closed by the server with 1008 .*“no •••, •••”/);
    const judged = await Promise.all([app.status, app.diagnosis].map((part) => part.innerText()));
    expect(leaksIn(judged.join('\n'), PLANTED)).toEqual([]);
    // The Close frame in the log says what came, as every frame does.
    const { parameter: _parameter, path: _path, ...others } = PLANTED;
    await expectNothingShown(others);
    await app.log.locator('[data-sequence]').filter({ hasText: 'Closed ' }).click();
    await expect(app.entry).toContainText('Reason: no •••, •••.');
    await app.log.locator('[data-sequence]').filter({ hasText: 'Open: ' }).click();
    await expect(app.entry).toContainText('Open: ');
    expect(leaksIn(await app.entry.innerText(), PLANTED)).toEqual([]);
    await expectNothingShown(others);
  });

  const everything = { ...PLANTED, ...MESSAGES };

  await test.step('nothing that can be taken out of the page has one', async () => {
    for (const form of ['JSON Lines', 'CSV', 'HAR'] as const) {
      const text = await transfer.exported(form);
      expect(text).toContain('•••');
      expect([form, leaksIn(text, everything)]).toEqual([form, []]);
    }
    await app.message.fill('{"one":"{{message_token}}","two":"{{saved_token}}"}');
    await code.openButton.click();
    for (const client of CLIENTS) {
      await code.choose(client);
      await expect(code.code(client)).toContainText(echo.host);
      expect([client, leaksIn(await code.dialog.innerText(), everything)]).toEqual([client, []]);
    }
    await page.keyboard.press('Escape');
    const name = await page.getByRole('main').getByRole('heading').first().innerText();
    await profiles.act(name, 'Copy link');
    await expect(page.getByText('It names its secrets, and holds none.').first()).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const shared = inflateRawSync(Buffer.from(new URL(link).hash.slice('#profile='.length), 'base64url'));
    expect(shared.toString()).toContain('subscription-key');
    expect(leaksIn(link + shared.toString(), everything)).toEqual([]);
    await profiles.exportButton.click();
    const file = await profiles.download(() =>
      profiles.exportDialog.getByRole('button', { name: /^Save 1 profile/ }).click(),
    );
    expect(file.buffer.toString()).toContain('subscription-key');
    expect(leaksIn(file.buffer.toString(), everything)).toEqual([]);
  });

  await test.step('nor has what is kept, beside the secrets and the composer, or what is printed', async () => {
    const { secrets, composers: _composers, ...stored } = await readDeviceStorage(page);
    expect(Object.values(secrets ?? {})).toContain(PLANTED.parameter);
    expect(leaksIn(JSON.stringify(stored), everything)).toEqual([]);
    const kept = await page.evaluate(() =>
      JSON.stringify([localStorage, sessionStorage].map((kept) => Object.entries(kept))),
    );
    expect(leaksIn(kept, everything)).toEqual([]);
    // The log of an ended connection is written in the background, and no file can be read while it is written to.
    await expect(async () => {
      expect(await readStoredLogs(page)).toContain('"ending":"Closed by the server');
    }).toPass();
    const logs = await readStoredLogs(page);
    expect(logs).toContain('Open: ');
    const { parameter: _parameter, path: _path, ...others } = PLANTED;
    expect(leaksIn(logs, others)).toEqual([]);
    expect(leaksIn(postern.printed(), everything)).toEqual([]);
    expect(leaksIn(said.join('\n'), everything)).toEqual([]);
  });
});
