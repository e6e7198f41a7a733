import type { Locator } from '@playwright/test';
import { onRequest, refusingHost, serveAnswer, serveRaw, serveSilence } from '../fixtures/serveRaw.ts';
import { serveEcho } from '../fixtures/serveWebSocket.ts';
import { expect } from '../fixtures/test.ts';
import { testOnOnePage as test } from '../fixtures/testOnOnePage.ts';
import type { PosternPage } from '../pages/PosternPage.ts';

/** The attempt is over, whatever it came to: nothing waits, and the person can try again. */
async function expectOver(app: PosternPage): Promise<void> {
  await expect(app.cancelButton).toHaveCount(0);
  await expect(app.connectButton).toBeEnabled();
  await expectNoStackTrace(app);
}

async function expectNoStackTrace({ page }: PosternPage): Promise<void> {
  await expect(
    page.getByText(/\bat .+\.m?[jt]s:\d+|\b(Type|Range|Reference|Syntax)Error\b|\[object /),
  ).toHaveCount(0);
}

/** Nothing was dialled, and what was typed stands there still, marked and explained. */
async function expectRejected(app: PosternPage, field: Locator, typed: string, why: RegExp): Promise<void> {
  await expect(field).toHaveAccessibleDescription(why);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await app.connectButton.click();
  await expect(app.status).toHaveText('Idle');
  await expect(field).toHaveValue(typed);
  await expectNoStackTrace(app);
}

test.describe('in the URL field', () => {
  test('what cannot be dialled is said to be so, and stays to be corrected', async ({ app }) => {
    for (const { typed, why } of [
      { typed: 'our gateway', why: /not a whole URL: it begins with wss:\/\// },
      { typed: 'wss:///chat', why: /has no host: write it after wss:\/\// },
      { typed: 'ftp://gateway.example/chat', why: /ftp:\/\/ is not a WebSocket scheme/ },
      { typed: 'wss://gateway.example:99999/chat', why: /check the host and the port/ },
    ]) {
      await app.urlField.fill(typed);
      await app.urlField.press('Tab');
      await expectRejected(app, app.urlField, typed, why);
    }
  });

  test('connecting without a URL asks for one', async ({ app }) => {
    await app.connectButton.click();
    await expect(app.urlField).toHaveAccessibleDescription(/Enter the gateway’s URL, for example wss:\/\//);
    await expect(app.status).toHaveText('Idle');
  });

  test('an http URL becomes a ws URL, with a note, and connects', async ({ app, start }) => {
    const server = await start(serveEcho());
    await app.urlField.fill(`http://${server.host}/chat`);
    await expect(app.urlField).toHaveValue(`ws://${server.host}/chat`);
    await expect(app.page.getByText('http:// was changed to ws://')).toBeVisible();
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
  });

  test('an https URL becomes a wss URL, with a note', async ({ app }) => {
    await app.urlField.fill('https://gateway.example/chat');
    await expect(app.urlField).toHaveValue('wss://gateway.example/chat');
    await expect(app.page.getByText('https:// was changed to wss://')).toBeVisible();
  });
});

test.describe('from a server', () => {
  test('a name that does not resolve fails at DNS', async ({ app }) => {
    await app.urlField.fill('ws://nowhere.invalid/chat');
    await app.connectButton.click();
    // A machine that is offline has no name server to say that the name does not exist.
    await expect(app.status).toHaveText(
      /^Failed at DNS: The name nowhere\.invalid (does not exist in DNS|could not be looked up)/,
    );
    await expect(app.diagnosis).toContainText(/Check the spelling|name servers/);
    await expectOver(app);
  });

  test('a refused port fails at TCP', async ({ app }) => {
    const host = await refusingHost();
    await app.urlField.fill(`ws://${host}/chat`);
    await app.connectButton.click();
    await expect(app.status).toHaveText(
      `Failed at TCP: Nothing listens at ${host}: the connection was refused.`,
    );
    await expect(app.diagnosis).toContainText(/Check the port\b.*, and that the server is running\./);
    await expectOver(app);
  });

  test('silence ends at the limit for the answer', async ({ app, options, start }) => {
    const server = await start(serveSilence());
    await app.urlField.fill(`ws://${server.host}/chat`);
    await options.open();
    await options.answerLimit.fill('400');
    await app.connectButton.click();
    await expect(app.status).toHaveText(
      `Failed at Answer: ${server.host} did not answer the request within 400 ms.`,
    );
    await expect(app.diagnosis).toContainText(/allow more time|check that it is up/);
    await expectOver(app);
    await expect.poll(server.open).toBe(0);
  });

  test('a time limit of nothing is rejected where it stands', async ({ app, options }) => {
    await app.urlField.fill('ws://127.0.0.1:9/chat');
    await options.open();
    await options.answerLimit.fill('0');
    await expectRejected(
      app,
      options.answerLimit,
      '0',
      /time limit for the answer is a whole number from 50/,
    );
  });

  test('an answer that is not HTTP is quoted', async ({ app, start }) => {
    const server = await start(
      serveRaw((socket) => {
        socket.resume();
        socket.write('220 mail.example ESMTP ready\r\n');
      }),
    );
    await app.urlField.fill(`ws://${server.host}/chat`);
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Failed at Answer: .* answered with something that is not HTTP/);
    await expect(app.status).toContainText('220 mail.example ESMTP ready');
    await expect(app.diagnosis).toContainText(/Check the port: another kind of server listens/);
    await expectOver(app);
  });

  test('an end without an answer is told from a refusal', async ({ app, start }) => {
    const server = await start(serveRaw((socket) => onRequest(socket, () => socket.end())));
    await app.urlField.fill(`ws://${server.host}/chat`);
    await app.connectButton.click();
    await expect(app.status).toHaveText(
      /^Failed at Answer: .* ended the connection without an answer to the request\./,
    );
    await expectOver(app);
  });

  test('a body without end is cut and the rest left unread', async ({ app, start }) => {
    const line = `${'no end '.repeat(100)}\n`;
    const server = await start(
      serveRaw((socket) => {
        const pour = (): void => {
          while (socket.writable && socket.write(line));
        };
        onRequest(socket, () => {
          socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n');
          socket.on('drain', pour);
          pour();
        });
      }),
    );
    await app.urlField.fill(`ws://${server.host}/chat`);
    await app.connectButton.click();
    await expect(app.status).toHaveText('Failed refused with 200 OK');
    await expect(app.handshake).toContainText('cut: only the beginning was kept');
    await expect(app.handshake).toContainText('no end no end');
    await expectOver(app);
    await expect.poll(server.open).toBe(0);
  });

  test('a page of HTML is shown as text and never runs', async ({ app, start }) => {
    const markup = '<h1>Sign in</h1><img src=x onerror="document.title=\'taken over\'">';
    const server = await start(
      serveAnswer(
        ['HTTP/1.1 403 Forbidden', 'Content-Type: text/html', `Content-Length: ${markup.length}`],
        markup,
      ),
    );
    await app.urlField.fill(`ws://${server.host}/chat`);
    await app.connectButton.click();
    await expect(app.status).toHaveText('Failed refused with 403 Forbidden');
    await expect(app.handshake).toContainText(markup);
    await expect(app.page).not.toHaveTitle('taken over');
  });

  test('150 headers of an answer are all shown', async ({ app, start }) => {
    const headers = Array.from({ length: 150 }, (_, index) => `X-Extra-${index + 1}: value ${index + 1}`);
    const server = await start(
      serveAnswer(['HTTP/1.1 503 Service Unavailable', ...headers, 'Content-Length: 0']),
    );
    await app.urlField.fill(`ws://${server.host}/chat`);
    await app.connectButton.click();
    await expect(app.status).toHaveText('Failed refused with 503 Service Unavailable');
    await expect(app.handshake.getByText(/^X-Extra-\d+: value \d+$/)).toHaveCount(150);
    await expectOver(app);
  });
});

test('120 headers of a pasted command are all sent', async ({ app, requestPane, start }) => {
  const heads: string[] = [];
  const server = await start(serveRaw((socket) => onRequest(socket, (head) => heads.push(head))));
  const options = Array.from({ length: 120 }, (_, index) => `-H 'X-Trace-${index + 1}: ${index + 1}'`);
  await app.urlField.fill(`curl ${options.join(' ')} ws://${server.host}/chat`);
  await expect(requestPane.headers.names).toHaveCount(121);
  await app.connectButton.click();
  await expect.poll(() => heads[0]?.match(/^X-Trace-\d+: \d+$/gm)?.length).toBe(120);
});

test.describe('in the request', () => {
  test.beforeEach(async ({ app }) => {
    await app.urlField.fill('ws://127.0.0.1:9/chat');
  });

  test('headers that cannot be sent are rejected at their rows', async ({ app, requestPane }) => {
    for (const { name, value, why } of [
      { name: 'X Trace', value: '1', why: /A header name cannot hold a space \(character 2\)/ },
      {
        name: 'Sec-WebSocket-Key',
        value: 'mine',
        why: /belongs to the opening handshake: Postern sends what it needs/,
      },
      { name: 'Host', value: 'elsewhere.example', why: /follows from the gateway URL: change it there/ },
      {
        name: 'X-Bell',
        value: 'ding\u0007',
        why: /cannot hold the control character U\+0007 \(character 5\): remove it/,
      },
      { name: 'X-City', value: '札幌', why: /cannot hold “札” \(character 1\): HTTP carries Latin-1 only/ },
    ]) {
      const row = await requestPane.headers.add(name, value);
      await expectRejected(app, row.name, name, why);
      await expect(row.value).toHaveValue(value);
    }
  });

  test('a header value with a line break, which a pasted command can bring, is rejected at its row', async ({
    app,
    requestPane,
  }) => {
    await app.urlField.fill(String.raw`curl -H $'X-Trace: one\r\nX-Smuggled: two' ws://127.0.0.1:9/chat`);
    const name = requestPane.headers.names.first();
    await expectRejected(app, name, 'X-Trace', /cannot hold a line break \(character 4\): remove it/);
  });

  test('a header that is switched off is in nobody’s way', async ({ app, requestPane }) => {
    const row = await requestPane.headers.add('X Trace', '1');
    await expect(row.name).toHaveAttribute('aria-invalid', 'true');
    await requestPane.headers.table.getByRole('checkbox', { name: 'Send X Trace' }).uncheck();
    await expect(row.name).not.toHaveAttribute('aria-invalid');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Failed at TCP/);
  });

  test('a subprotocol that is no token is rejected at its row for a browser, and sent by the companion with a warning', async ({
    app,
    requestPane,
    start,
  }) => {
    const offers: (string | undefined)[] = [];
    const server = await start(
      serveRaw((socket) =>
        onRequest(socket, (head) => offers.push(/^Sec-WebSocket-Protocol: .*/im.exec(head)?.[0])),
      ),
    );
    await app.urlField.fill(`ws://${server.host}/`);
    await app.transport.selectOption('Browser');
    const field = await requestPane.offerSubprotocol('chat room');
    await expectRejected(app, field, 'chat room', /A subprotocol cannot hold a space \(character 5\)/);

    await app.transport.selectOption('Companion');
    await expect(app.page.getByText(/The companion sends it as it stands/)).toBeVisible();
    await app.connectButton.click();
    await expect.poll(() => offers).toEqual(['Sec-WebSocket-Protocol: chat room']);
  });

  test('a subprotocol offered twice is rejected at its row for a browser', async ({ app, requestPane }) => {
    await app.transport.selectOption('Browser');
    await requestPane.offerSubprotocol('chat.v1');
    const second = await requestPane.offerSubprotocol('chat.v1');
    await expectRejected(app, second, 'chat.v1', /“chat\.v1” is offered twice: remove one of the two/);
  });

  test('a certificate that is none is rejected where it stands', async ({ app, options }) => {
    await options.open();
    await options.authority.fill('our certificate');
    await expectRejected(app, options.authority, 'our certificate', /certificate authority is not PEM text/);
  });

  test('a proxy that is no URL is rejected where it stands', async ({ app, options }) => {
    await options.open();
    await options.useProxy('proxy.example:3128');
    await expectRejected(
      app,
      options.proxyUrl,
      'proxy.example:3128',
      /The proxy is an http:\/\/ or https:\/\/ URL/,
    );
  });
});

test.describe('in the Close frame', () => {
  test.beforeEach(async ({ app, closeMenu, start }) => {
    const server = await start(serveEcho());
    await app.urlField.fill(`ws://${server.host}/chat`);
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await closeMenu.open();
  });

  test('a code that may not be sent is rejected before it is', async ({ app, closeMenu }) => {
    for (const { code, why } of [
      { code: '1006', why: /only reports how a connection ended and is never sent: use 1000, or 3000 to/ },
      { code: '1001', why: /belongs to the protocol, and a client may not send it: use 1000, or 3000 to/ },
      { code: '5000', why: /use 1000, or 3000 to 4999/ },
      { code: 'bye', why: /A close code is a number: 1000, or 3000 to 4999/ },
    ]) {
      await closeMenu.code.fill(code);
      await expect(closeMenu.code).toHaveAccessibleDescription(why);
      await expect(closeMenu.closeButton).toBeDisabled();
      await closeMenu.code.press('Enter');
      await expect(app.status).toHaveText(/^Open/);
      await expect(closeMenu.code).toHaveValue(code);
    }
  });

  test('a reason that does not fit is counted', async ({ closeMenu }) => {
    await closeMenu.reason.fill('x'.repeat(124));
    await expect(closeMenu.reason).toHaveAccessibleDescription(
      /The reason is 124 bytes long; a Close frame has room for 123/,
    );
    await expect(closeMenu.closeButton).toBeDisabled();
    await closeMenu.reason.fill('x'.repeat(123));
    await expect(closeMenu.closeButton).toBeEnabled();
  });
});
