import type { TLSSocket } from 'node:tls';
import { createAuthority, encryptKey, issueClient, issueServer } from '../fixtures/certificates.ts';
import { serveConnectProxy } from '../fixtures/serveConnectProxy.ts';
import { onRequest, serveAnswer, serveRaw, serveSilence } from '../fixtures/serveRaw.ts';
import { serveEcho, serveWebSocket } from '../fixtures/serveWebSocket.ts';
import { expect } from '../fixtures/test.ts';
import { testOnOnePage as test } from '../fixtures/testOnOnePage.ts';
import type { PosternPage } from '../pages/PosternPage.ts';

async function connectTo(app: PosternPage, url: string): Promise<void> {
  await app.urlField.fill(url);
  await app.connectButton.click();
}

test.describe('the request', () => {
  test('goes out as typed: path, query, headers in their order and case, and nothing that is off', async ({
    app,
    requestPane,
    start,
  }) => {
    const heads: string[] = [];
    const server = await start(serveRaw((socket) => onRequest(socket, (head) => heads.push(head))));
    await app.urlField.fill(`ws://${server.host}/chat/%7Eroom`);
    await requestPane.parameters.add('room', 'a b&c');
    await requestPane.headers.add('x-lower', 'one');
    await requestPane.headers.add('X-Trace', 'first');
    await requestPane.headers.add('X-Trace', 'second, with a comma');
    await requestPane.headers.add('Authorization', 'Bearer top-secret');
    await requestPane.headers.add('X-Off', 'never');
    await requestPane.headers.table.getByRole('checkbox', { name: 'Send X-Off' }).uncheck();
    await app.connectButton.click();

    await expect.poll(() => heads).toHaveLength(1);
    const [requestLine = '', ...headers] = heads[0]?.split('\r\n') ?? [];
    expect(requestLine).toBe('GET /chat/%7Eroom?room=a%20b%26c HTTP/1.1');
    expect(headers.slice(-4)).toEqual([
      'x-lower: one',
      'X-Trace: first',
      'X-Trace: second, with a comma',
      'Authorization: Bearer top-secret',
    ]);
    expect(headers.filter((header) => /^(Origin|X-Off|Sec-WebSocket-Protocol)/i.test(header))).toEqual([]);
    for (const header of headers.slice(0, -1)) await expect(app.handshake).toContainText(header);
    await expect(app.handshake).not.toContainText('top-secret');
  });

  test('carries the Origin that was asked for', async ({ app, options, start }) => {
    const origins: (string | undefined)[] = [];
    const server = await start(serveWebSocket((_socket, { headers }) => origins.push(headers.origin)));
    await options.open();
    await options.origin.fill('https://app.example');
    await connectTo(app, `ws://${server.host}/chat`);
    await expect(app.status).toHaveText(/^Open/);
    expect(origins).toEqual(['https://app.example']);
  });
});

for (const transport of ['Companion', 'Browser']) {
  test(`the subprotocols offered, and the one selected, in the ${transport} transport`, async ({
    app,
    requestPane,
    start,
  }) => {
    const offers: string[][] = [];
    const server = await start(
      serveWebSocket(() => {}, {
        handleProtocols(protocols) {
          offers.push([...protocols]);
          return 'chat.v1';
        },
      }),
    );
    await app.transport.selectOption(transport);
    await app.urlField.fill(`ws://${server.host}/chat`);
    await requestPane.offerSubprotocol('chat.v2');
    await requestPane.offerSubprotocol('chat.v1');
    await app.connectButton.click();
    await expect(app.status).toHaveText('Open subprotocol chat.v1');
    expect(offers).toEqual([['chat.v2', 'chat.v1']]);
  });
}

test('permessage-deflate is offered or not, as the server sees it', async ({
  app,
  composer,
  options,
  start,
  transcript,
}) => {
  const server = await start(serveEcho({ perMessageDeflate: { threshold: 0 } }));
  await connectTo(app, `ws://${server.host}/chat`);
  await expect(app.status).toHaveText(/^Open/);
  expect(server.connections[0]?.extensions).toBe('permessage-deflate');
  await composer.send('again and again and again '.repeat(200).trimEnd());
  await expect(transcript.row(/Received.*again and again/)).toContainText('5.2 kB');
  await app.disconnectButton.click();
  await expect(app.status).toHaveText(/^Closed/);

  await options.open();
  await options.offersCompression.uncheck();
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  expect(server.connections[1]?.extensions).toBe('');
});

test.describe('TLS', () => {
  const authority = createAuthority();
  const { certificatePem: cert, keyPem: key } = issueServer(authority);

  test('a certificate of an own authority is trusted once that is added', async ({ app, options, start }) => {
    const server = await start(serveEcho({ tls: { cert, key } }));
    await connectTo(app, `wss://${server.host}/chat`);
    await expect(app.status).toHaveText(/^Failed at TLS: The certificate of .+ is not trusted\./);
    await expect(app.diagnosis).toContainText(
      'If the issuer is your company’s authority, add its certificate (PEM) to the certificate authorities under Options.',
    );

    await options.open();
    await options.authority.fill(authority.certificatePem);
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await expect(app.handshake.getByText('trusted', { exact: true })).toBeVisible();
  });

  test('without verification any certificate will do, and it is still said why it is not trusted', async ({
    app,
    options,
    start,
  }) => {
    const server = await start(serveEcho({ tls: { cert, key } }));
    await options.open();
    await options.verifiesCertificate.uncheck();
    await expect(options.summary).toContainText('certificate NOT verified');
    await connectTo(app, `wss://${server.host}/chat`);
    await expect(app.status).toHaveText(/^Open/);
    await expect(app.handshake.getByText('not trusted, accepted', { exact: true })).toBeVisible();
  });

  test('a certificate for another name is trusted by the server name it is for', async ({
    app,
    options,
    start,
  }) => {
    const other = issueServer(authority, 'gateway.example');
    const names: unknown[] = [];
    const server = await start(
      serveWebSocket((_socket, request) => names.push((request.socket as TLSSocket).servername), {
        tls: { cert: other.certificatePem, key: other.keyPem },
      }),
    );
    await options.open();
    await options.authority.fill(authority.certificatePem);
    await connectTo(app, `wss://${server.host}/chat`);
    await expect(app.status).toHaveText(
      /^Failed at TLS: .+ It is for gateway\.example, not for 127\.0\.0\.1\./,
    );

    await options.serverName.fill('gateway.example');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    expect(names).toEqual(['gateway.example']);
  });

  test('a client certificate is asked for, and presented with its key and passphrase', async ({
    app,
    options,
    start,
    transcript,
  }) => {
    const client = issueClient(authority, 'Ada of the tests');
    const server = await start(
      serveWebSocket(
        (socket, request) => {
          socket.send(`Hello ${String((request.socket as TLSSocket).getPeerCertificate().subject.CN)}`);
        },
        { tls: { cert, key, ca: authority.certificatePem, requestCert: true, rejectUnauthorized: true } },
      ),
    );
    await options.open();
    await options.authority.fill(authority.certificatePem);
    await connectTo(app, `wss://${server.host}/chat`);
    await expect(app.status).toHaveText(
      /did not accept us without a client certificate it knows\. None was sent\./,
    );

    await options.clientCertificate.fill(client.certificatePem);
    await expect(options.clientKey).toHaveAccessibleDescription(/needs its private key: add the key/);
    await options.clientKey.fill(encryptKey(client, 'open sesame'));
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Failed at TLS: .+ The key is encrypted and needs its passphrase\./);

    await options.passphrase.fill('open sesame');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await expect(transcript.row('Hello Ada of the tests')).toBeVisible();
  });
});

test.describe('an HTTP proxy', () => {
  test('makes the tunnel, as a step of its own', async ({ app, composer, options, start, transcript }) => {
    const proxy = await start(serveConnectProxy());
    const server = await start(serveEcho());
    await options.open();
    await options.useProxy(`http://${proxy.host}`);
    await connectTo(app, `ws://${server.host}/chat`);
    await expect(app.status).toHaveText(/^Open/);
    await expect(app.step('Proxy')).toContainText(/\d m?s/);
    expect(proxy.asked).toEqual([server.host]);
    await composer.send('through the tunnel');
    await expect(transcript.row(/Received ?through the tunnel/)).toBeVisible();
  });

  test('that wants credentials is told from the gateway, and takes them from its URL', async ({
    app,
    options,
    start,
  }) => {
    const proxy = await start(serveConnectProxy('ada:correct horse'));
    const server = await start(serveEcho());
    await options.open();
    await options.useProxy(`http://${proxy.host}`);
    await connectTo(app, `ws://${server.host}/chat`);
    await expect(app.status).toHaveText('Failed refused by the proxy with 407 Proxy Authentication Required');
    await expect(app.handshake).toContainText('Who are you?');
    await expect(app.diagnosis).toContainText(
      'The forward proxy wants credentials; the gateway was not asked.',
    );

    await options.useProxy(`http://ada:correct%20horse@${proxy.host}`);
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await expect(app.handshake).not.toContainText('correct');
  });
});

test('a redirect is shown and not followed', async ({ app, start }) => {
  const elsewhere = await start(serveSilence());
  const server = await start(
    serveAnswer(['HTTP/1.1 302 Found', `Location: http://${elsewhere.host}/login`, 'Content-Length: 0']),
  );
  await connectTo(app, `ws://${server.host}/chat`);
  await expect(app.status).toHaveText('Failed refused with 302 Found');
  await expect(app.handshake).toContainText(`Location: http://${elsewhere.host}/login`);
  await expect(app.diagnosis).toContainText(
    `Use ws://${elsewhere.host}/login if that is the API’s new place.`,
  );
  expect(elsewhere.accepted()).toBe(0);
});

test('the Browser transport marks what it cannot send, and sends the rest', async ({
  app,
  options,
  requestPane,
  start,
}) => {
  const seen: (string | string[] | undefined)[] = [];
  const server = await start(
    serveWebSocket((_socket, { url, headers }) => seen.push(url, headers['x-trace'], headers.origin)),
  );
  await app.urlField.fill(`ws://${server.host}/chat`);
  await requestPane.parameters.add('room', 'lobby');
  const header = await requestPane.headers.add('X-Trace', '1');
  await options.open();
  await options.origin.fill('https://app.example');
  await options.offersCompression.uncheck();
  await options.verifiesCertificate.uncheck();
  await options.useNoProxy();
  await expect(header.name).toHaveAccessibleDescription('');

  await app.transport.selectOption('Browser');
  await expect(header.name).toHaveAccessibleDescription(
    'A browser cannot send the header X-Trace. Use the Companion transport.',
  );
  await expect(options.summary).toContainText('not in the Browser transport');
  for (const [field, why] of [
    [options.origin, 'A browser always sends the origin of its page.'],
    [options.offersCompression, 'A browser always offers compression.'],
    [options.verifiesCertificate, 'A browser always verifies the certificate.'],
    [options.proxy, 'A browser takes its proxy from its own settings.'],
  ] as const) {
    await expect(field).toHaveAccessibleDescription(new RegExp(`^${why} Use the Companion transport`));
  }

  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  expect(seen).toEqual(['/chat?room=lobby', undefined, new URL(app.page.url()).origin]);
});
