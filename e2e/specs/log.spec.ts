import { readFile } from 'node:fs/promises';
import type { WebSocket } from 'ws';
import { serveEcho, serveWebSocket } from '../fixtures/serveWebSocket.ts';
import type { WebSocketEndpoint } from '../fixtures/serveWebSocket.ts';
import { expect } from '../fixtures/test.ts';
import { testOnOnePage as test } from '../fixtures/testOnOnePage.ts';
import type { TranscriptPane } from '../pages/TranscriptPane.ts';

function onlyConnection({ connections: [connection] }: WebSocketEndpoint): WebSocket {
  if (connection === undefined) throw new Error('Nobody has connected.');
  return connection;
}

test.describe('a row', () => {
  test('of a text tells time, direction, message, size and the gap since the row before', async ({
    app,
    composer,
    start,
    transcript,
  }) => {
    await app.connectTo(await start(serveEcho()));
    await composer.send('hello');
    for (const direction of ['Sent', 'Received']) {
      await expect(transcript.row(direction)).toHaveText(
        new RegExp(String.raw`^\d\d:\d\d:\d\d\.\d{3} ?${direction} ?hello ?5 B ?\+[\d.]+ m?s$`),
      );
    }
  });

  test('of anything else tells its kind too', async ({ app, composer, start, transcript }) => {
    const server = await start(serveEcho());
    await app.connectTo(server);
    await composer.writeAs('Binary');
    await composer.send('00 ff 10');
    await expect(transcript.row(/Sent ?Binary ?00 ff 10 ?3 B/)).toBeVisible();
    onlyConnection(server).ping('still there?');
    await expect(transcript.row(/Received ?Ping ?still there\? ?12 B/)).toBeVisible();
    await expect(transcript.row(/Sent ?Pong ?still there\? ?12 B/)).toBeVisible();
  });
});

test('search, direction and kind leave what matches, and all is shown again when they are dropped', async ({
  app,
  composer,
  start,
  transcript,
}) => {
  await app.connectTo(await start(serveEcho()));
  await composer.send('Alpha');
  await composer.send('beta');
  await composer.writeAs('Binary');
  await composer.send('ca fe');
  await expect(transcript.count('3 received')).toBeVisible();

  await transcript.search.fill('alpha');
  await expect(transcript.count('2 of 7 shown')).toBeVisible();
  await expect(transcript.rows).toHaveText([/Sent ?Alpha/, /Received ?Alpha/]);
  await transcript.showDirection('Received');
  await expect(transcript.rows).toHaveText([/Received ?Alpha/]);
  await transcript.search.press('Escape');
  await expect(transcript.rows).toHaveText([/Alpha/, /beta/, /ca fe/]);
  await transcript.kind.selectOption('Binary');
  await expect(transcript.rows).toHaveText([/ca fe/]);

  await transcript.search.fill('no such message');
  await expect(app.page.getByText('No message matches the filter')).toBeVisible();
  await app.page.getByRole('button', { name: 'Show all messages' }).click();
  await expect(transcript.rows).toHaveCount(7);
  await expect(transcript.search).toHaveValue('');
});

test.describe('a search', () => {
  const ORDERS = ['{"action":"echo","id":7}', '{"action":"add","id":12}', 'plain echo', 'ÄPFEL und Birnen'];

  test.beforeEach(async ({ app, start, transcript }) => {
    const sayAll = (socket: WebSocket) => {
      for (const order of ORDERS) socket.send(order);
    };
    await app.connectTo(await start(serveWebSocket(sayAll)));
    await expect(transcript.count('4 received')).toBeVisible();
  });

  test('asks by words, JSON, size, direction and kind, all of them joined', async ({ transcript }) => {
    const shown: readonly (readonly [string, readonly RegExp[]])[] = [
      ['echo', [/"id":7/, /plain echo/]],
      ['echo -plain', [/"id":7/]],
      ['case:Echo', []],
      ['$.action == "echo"', [/"id":7/]],
      ['$.id > 7', [/"id":12/]],
      ['$.id >= 7 and not $.id == 12', [/"id":7/]],
      ['(plain or äpfel) kind:text', [/plain echo/, /ÄPFEL/]],
      ['size:..10 direction:received', [/plain echo/]],
      ['/^p.+o$/', [/plain echo/]],
      ['/^PLAIN/i last:1h', [/plain echo/]],
      ['before:0:00', []],
    ];
    for (const [expression, rows] of shown) {
      await test.step(expression, async () => {
        await transcript.search.fill(expression);
        await expect(transcript.count(`${rows.length} of 5 shown`)).toBeVisible();
        await expect(transcript.rows).toHaveText([...rows]);
      });
    }
  });

  test('that is wrong says what and where, and the log stays as it was', async ({ app, transcript }) => {
    await transcript.search.fill('echo');
    await expect(transcript.rows).toHaveCount(2);
    await transcript.search.fill('echo size:big');
    await expect(transcript.search).toHaveAccessibleDescription(/^echo size:big ?A size is a number/);
    await expect(transcript.search).toHaveAttribute('aria-invalid', 'true');
    await expect(app.page.locator('mark', { hasText: /^big$/ })).toBeVisible();
    await expect(transcript.rows).toHaveText([/"id":7/, /plain echo/]);
    await transcript.search.fill('echo size:10');
    await expect(transcript.rows).toHaveText([/plain echo/]);
    await expect(transcript.search).toHaveAccessibleDescription('');
  });

  test('marks what it finds in the rows', async ({ transcript }) => {
    await transcript.search.fill('ECHO or äpfel');
    await expect(transcript.log.locator('mark')).toHaveText(['echo', 'echo', 'ÄPFEL']);
  });

  test('is helped by examples that can be clicked', async ({ app, transcript }) => {
    await app.page.getByRole('button', { name: 'What can be searched for' }).click();
    await app.page
      .getByRole('dialog', { name: 'Help with searching' })
      .getByRole('button', { name: '$.action == "echo"' })
      .click();
    await expect(transcript.search).toHaveValue('$.action == "echo"');
    await expect(transcript.rows).toHaveText([/"id":7/]);
  });

  test('with a regular expression that runs away is stopped, and the log goes on', async ({
    app,
    start,
    transcript,
  }) => {
    const trap = `${'a'.repeat(60)}!`;
    const server = await start(
      serveWebSocket((socket) => {
        for (const text of ['aaa', trap, 'after it']) socket.send(text);
      }),
    );
    await app.disconnectButton.click();
    await app.connectTo(server);
    await expect(transcript.count('7 received')).toBeVisible();
    await transcript.search.fill('/^(a+)+$/');
    await expect(transcript.search).toHaveAccessibleDescription(
      /^The regular expression did not come to an end within two seconds on one message, and was stopped\./,
    );
    onlyConnection(server).send('meanwhile');
    await expect(transcript.count('8 received')).toBeVisible();
    await transcript.search.fill('/^(a+)$/');
    await expect(transcript.rows).toHaveText([/Received ?aaa/]);
    await expect(transcript.search).toHaveAccessibleDescription('');
  });
});

test.describe('a match', () => {
  test.beforeEach(async ({ app, start, transcript }) => {
    const sayAll = (socket: WebSocket) => {
      for (let number = 1; number <= 400; number += 1)
        socket.send(number % 100 === 0 ? `needle ${number}` : `hay ${number}`);
    };
    await app.connectTo(await start(serveWebSocket(sayAll)));
    await expect(transcript.count('400 received')).toBeVisible();
  });

  /** How far below the upper edge of the log a row stands, px. */
  const heightOf = async (transcript: TranscriptPane, text: string): Promise<number> => {
    const row = await transcript.row(text).boundingBox();
    const log = await transcript.log.boundingBox();
    return Math.round((row?.y ?? Number.NaN) - (log?.y ?? Number.NaN));
  };

  test('that is selected stays where it is, and selected, when the search is dropped', async ({
    transcript,
  }) => {
    await transcript.search.fill('needle');
    await expect(transcript.rows).toHaveCount(4);
    await transcript.row('needle 200').click();
    const stood = await heightOf(transcript, 'needle 200');

    await transcript.search.press('Escape');
    await expect(transcript.row('hay 201')).toBeInViewport();
    await expect(transcript.row('needle 200')).toHaveAttribute('aria-current', 'true');
    await expect.poll(() => heightOf(transcript, 'needle 200')).toBe(stood);

    await transcript.search.fill('needle or 199');
    await expect(transcript.rows).toHaveText([
      /needle 100/,
      /hay 199/,
      /needle 200/,
      /needle 300/,
      /needle 400/,
    ]);
    await expect(transcript.row('needle 200')).toHaveAttribute('aria-current', 'true');
  });

  test('is reached by key from the one before, among all entries when they are shown', async ({
    app,
    transcript,
  }) => {
    const selected = transcript.log.locator('[aria-current=true]');
    await transcript.search.fill('needle');
    await expect(transcript.count('4 of 401 shown')).toBeVisible();
    await transcript.search.press('Enter');
    await expect(selected).toHaveText(/needle 400/);
    await transcript.search.press('Shift+Enter');
    await expect(selected).toHaveText(/needle 300/);

    await app.page.getByRole('button', { name: 'Show matches only' }).click();
    await expect(transcript.count('4 of 401 match')).toBeVisible();
    await expect(selected).toHaveText(/needle 300/);
    await expect(transcript.row('hay 301')).toBeInViewport();
    await transcript.search.press('Shift+Enter');
    await expect(selected).toHaveText(/needle 200/);
    await expect(transcript.row('hay 201')).toBeInViewport();
    await app.page.getByRole('button', { name: 'Previous match' }).click();
    await app.page.getByRole('button', { name: 'Previous match' }).click();
    await expect(selected).toHaveText(/needle 400/);
  });
});

test.describe('a selected entry', () => {
  const ORDER = '{"id":12345678901234567890,"price":1.10,"items":[{"name":"Käse"}]}';

  test.beforeEach(async ({ app, start, transcript }) => {
    const server = await start(serveWebSocket((socket) => socket.send(ORDER)));
    await app.connectTo(server);
    await transcript.row('Received').click();
  });

  test('is shown as a JSON tree with its numbers as written, as text, and as hex', async ({ transcript }) => {
    const { entry } = transcript;
    await expect(entry.getByRole('heading', { name: 'Received text' })).toBeVisible();
    const tree = entry.getByRole('group', { name: 'JSON' });
    await expect(tree.getByText('id: 12345678901234567890', { exact: true })).toBeVisible();
    await expect(tree.getByText('price: 1.10', { exact: true })).toBeVisible();
    await expect(tree.getByText('name: "Käse"', { exact: true })).toBeVisible();
    await tree.getByRole('button', { name: /^items/ }).click();
    await expect(tree.getByText('name: "Käse"', { exact: true })).toHaveCount(0);

    await transcript.showEntryAs('Text');
    await expect(entry.getByText(ORDER, { exact: true })).toBeVisible();

    await transcript.showEntryAs('Hex');
    await expect(entry.getByRole('group', { name: 'Hex' })).toContainText('7b 22 69 64 22 3a 31 32');
    await expect(entry.getByRole('group', { name: 'Hex' })).toContainText('{"id":1234567890');
  });

  test('is copied as its next reader wants it', async ({ app, transcript }) => {
    await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const clipboard = () => app.page.evaluate(() => navigator.clipboard.readText());
    await transcript.copyEntryAs('text');
    await expect.poll(clipboard).toBe(ORDER);
    await transcript.copyEntryAs('JSON, indented');
    await expect.poll(clipboard).toContain('\n  "id": 12345678901234567890,\n  "price": 1.10,\n');
    await transcript.copyEntryAs('base64');
    await expect.poll(clipboard).toBe(Buffer.from(ORDER).toString('base64'));
    await transcript.copyEntryAs('hex');
    await expect.poll(clipboard).toMatch(/^7b 22 69 64 .* 4b c3 a4 73 65 .* 7d$/);
  });
});

test('clearing empties the log and leaves the connection open', async ({
  app,
  composer,
  start,
  transcript,
}) => {
  await app.connectTo(await start(serveEcho()));
  await composer.send('before');
  await expect(transcript.count('1 received')).toBeVisible();
  await transcript.clear();
  await expect(transcript.rows).toHaveCount(0);
  await expect(transcript.count('0 sent')).toBeVisible();
  await expect(app.status).toHaveText(/^Open/);
  await composer.send('after');
  await expect(transcript.row('after')).toHaveCount(2);
});

test('what is shown is exported as JSON Lines', async ({ app, composer, start, transcript, transfer }) => {
  await app.connectTo(await start(serveEcho()));
  await composer.send('{"id":12345678901234567890}');
  await expect(transcript.count('1 received')).toBeVisible();
  await composer.send('two\nlines');
  await expect(transcript.count('2 received')).toBeVisible();
  await composer.writeAs('Binary');
  await composer.send('00 ff');
  await expect(transcript.count('3 received')).toBeVisible();

  const exportLog = async (): Promise<readonly unknown[]> => {
    await transfer.openExport();
    const download = await transfer.download();
    expect(download.suggestedFilename()).toMatch(/^New-profile-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.jsonl$/);
    const text = await readFile(await download.path(), 'utf8');
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  };
  const exported = (sequence: number, direction: string, fields: object) => ({
    sequence,
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown,
    epochMs: expect.any(Number) as unknown,
    direction,
    ...fields,
  });
  const first = { kind: 'text', byteLength: 27, text: '{"id":12345678901234567890}' };
  const second = { kind: 'text', byteLength: 9, text: 'two\nlines' };
  const third = { kind: 'binary', byteLength: 2, base64: 'AP8=' };

  const [opened, ...messages] = await exportLog();
  expect(opened).toMatchObject({ sequence: 1, kind: 'opened', text: expect.stringMatching(/^Open: ws:/) });
  expect(messages).toEqual([
    exported(2, 'sent', first),
    exported(3, 'received', first),
    exported(4, 'sent', second),
    exported(5, 'received', second),
    exported(6, 'sent', third),
    exported(7, 'received', third),
  ]);

  await transcript.kind.selectOption('Binary');
  await transcript.showDirection('Received');
  expect(await exportLog()).toEqual([exported(7, 'received', third)]);
});

test('the log follows its newest row until the person scrolls up, and again after a jump', async ({
  app,
  start,
  transcript,
}) => {
  const server = await start(serveWebSocket());
  await app.connectTo(server);
  const socket = onlyConnection(server);
  const say = (first: number, last: number): void => {
    for (let number = first; number <= last; number += 1) socket.send(`message ${number}.`);
  };
  say(1, 100);
  await expect(transcript.row('message 100.')).toBeInViewport();
  await expect(transcript.jumpButton).toHaveCount(0);

  await transcript.log.hover();
  await app.page.mouse.wheel(0, -600);
  await expect(transcript.jumpButton).toBeVisible();
  await expect(transcript.row('message 100.')).not.toBeInViewport();
  const held = await transcript.rows.first().innerText();
  say(101, 150);
  await expect(transcript.jumpButton).toContainText('50 new');
  expect(await transcript.rows.first().innerText()).toBe(held);

  await transcript.jumpButton.click();
  await expect(transcript.row('message 150.')).toBeInViewport();
  await expect(transcript.jumpButton).toHaveCount(0);
  say(151, 151);
  await expect(transcript.row('message 151.')).toBeInViewport();
});

for (const transport of ['Companion', 'Browser']) {
  test(`ten thousand messages are counted, kept and reached, in the ${transport} transport`, async ({
    app,
    composer,
    start,
    transcript,
  }) => {
    const FLOOD = 10_000;
    const server = await start(
      serveWebSocket((socket) => {
        socket.once('message', () => {
          for (let number = 1; number <= FLOOD; number += 1) socket.send(`{"message":${number}}`);
        });
      }),
    );
    await app.transport.selectOption(transport);
    await app.connectTo(server);
    await app.page.evaluate(() => {
      const longest = { ms: 0 };
      Object.assign(globalThis, { longest });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
      }).observe({ type: 'longtask' });
    });
    await composer.send('begin');
    await composer.message.fill('typed in the flood');
    await expect(transcript.count('10,000 received')).toBeVisible();
    await expect(transcript.count('1 sent')).toBeVisible();
    await expect(composer.message).toHaveValue('typed in the flood');
    // A page that stands still for longer is one that people take for broken, however busy the machine.
    expect(
      await app.page.evaluate(() => (globalThis as { longest?: { ms: number } }).longest?.ms),
    ).toBeLessThan(1_000);

    await expect(transcript.row(`{"message":${FLOOD}}`)).toBeInViewport();
    await transcript.log.hover();
    await app.page.mouse.wheel(0, -1_000_000);
    await expect(transcript.row('{"message":1}')).toBeInViewport();
    await expect(transcript.row('Open: ws:')).toBeInViewport();
    await app.page.mouse.wheel(0, 1_000_000);
    await expect(transcript.row(`{"message":${FLOOD}}`)).toBeInViewport();

    await transcript.search.fill('"message":9999}');
    await expect(transcript.rows).toHaveText([/"message":9999\}/]);
  });
}

test.describe('a ping', () => {
  test('is sent with its payload, and its pong shows', async ({ app, composer, start, transcript }) => {
    await app.connectTo(await start(serveEcho()));
    await composer.ping('are you there');
    await expect(transcript.row(/Sent ?Ping ?are you there/)).toBeVisible();
    await expect(transcript.row(/Received ?Pong ?are you there/)).toBeVisible();
    await transcript.kind.selectOption('Control');
    await expect(transcript.rows).toHaveText([/Open: ws:/, /Ping/, /Pong/]);
  });

  test('cannot be sent by a page, which the button says', async ({ app, start }) => {
    await app.transport.selectOption('Browser');
    await app.connectTo(await start(serveEcho()));
    await expect(
      app.page.getByRole('button', { name: 'A page has no way to ping: use the Companion transport' }),
    ).toBeDisabled();
  });
});

test('binary messages are written as hex, as base64 or taken from a file', async ({
  app,
  composer,
  start,
  transcript,
}) => {
  const received: string[] = [];
  const server = await start(
    serveWebSocket((socket) => {
      socket.on('message', (data: Buffer, isBinary) => received.push(`${isBinary}: ${data.toString('hex')}`));
    }),
  );
  await app.connectTo(server);
  await composer.writeAs('Binary');
  await composer.send('48 65 6C6c6F');
  await expect.poll(() => received).toEqual(['true: 48656c6c6f']);

  await composer.message.fill('48 6');
  await expect(composer.message).toHaveAccessibleDescription(/hex/i);
  await expect(composer.sendButton).toBeDisabled();

  await composer.encodeAs('Base64');
  await composer.send('AP8Q');
  await expect.poll(() => received).toEqual(['true: 48656c6c6f', 'true: 00ff10']);

  await composer.encodeAs('File');
  await composer.file.setInputFiles({
    name: 'order.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('0102030405', 'hex'),
  });
  await expect(app.page.getByText('order.bin')).toBeVisible();
  await composer.sendButton.click();
  await expect.poll(() => received.at(-1)).toBe('true: 0102030405');
  await expect(transcript.row(/Sent ?Binary ?01 02 03 04 05 ?5 B/)).toBeVisible();
});

test('JSON is checked with line and column, and formatted with its numbers as written', async ({
  app,
  composer,
  start,
  transcript,
}) => {
  await app.connectTo(await start(serveEcho()));
  await composer.writeAs('JSON');
  await composer.message.fill('{\n  "ok": tru\n}');
  await expect(composer.message).toHaveAccessibleDescription(/^Not valid JSON\. Line 2, column 9: .+\./);
  await expect(composer.formatButton).toBeDisabled();
  await expect(composer.sendButton).toBeEnabled();

  await composer.message.fill('{"id":12345678901234567890,"ok":[true]}');
  await expect(app.page.getByText('Valid JSON', { exact: true })).toBeVisible();
  await composer.formatButton.click();
  await expect(composer.message).toHaveValue('{\n  "id": 12345678901234567890,\n  "ok": [\n    true\n  ]\n}');
  await composer.sendButton.click();
  await expect(transcript.row('12345678901234567890')).toHaveCount(2);
});

test('what was sent before comes back by key and by menu, and what was being typed is not lost', async ({
  app,
  composer,
  start,
}) => {
  await app.connectTo(await start(serveEcho()));
  await composer.send('first');
  await composer.send('second');
  await composer.message.fill('half a thought');
  await composer.message.press('Alt+ArrowUp');
  await expect(composer.message).toHaveValue('second');
  await composer.message.press('Alt+ArrowUp');
  await expect(composer.message).toHaveValue('first');
  await composer.message.press('Alt+ArrowDown');
  await composer.message.press('Alt+ArrowDown');
  await expect(composer.message).toHaveValue('half a thought');

  await composer.recall('first');
  await expect(composer.message).toHaveValue('first');
  await app.page.getByRole('button', { name: 'Undo' }).click();
  await expect(composer.message).toHaveValue('half a thought');
});

test.describe('templates', () => {
  test('of AWS route by action, and the echo answers', async ({ app, composer, transcript }) => {
    await app.choose('AWS API Gateway', 'wsEcho');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await composer.takeTemplate('Route “echo”');
    await expect(composer.message).toHaveValue('{\n  "action": "echo",\n  "data": "Hello"\n}');
    await composer.sendButton.click();
    await expect(transcript.row(/Received ?\{"message":"echo","data":"Hello"\}/)).toBeVisible();
  });

  test('of Web PubSub are its JSON messages, and the hub acknowledges', async ({
    app,
    composer,
    transcript,
  }) => {
    await app.choose('Azure Web PubSub', 'Chat, JSON subprotocol');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open subprotocol json\.webpubsub\.azure\.v1/);
    await composer.takeTemplate('Join group');
    await composer.sendButton.click();
    await expect(transcript.row('{"type":"ack","ackId":1,"success":true}')).toBeVisible();
  });
});

test.describe('an end', () => {
  test('by the person carries a code and a reason of their own', async ({
    app,
    closeMenu,
    start,
    transcript,
  }) => {
    const server = await start(serveEcho());
    await app.connectTo(server);
    await closeMenu.open();
    await closeMenu.code.fill('4001');
    await closeMenu.reason.fill('out for lunch');
    await closeMenu.closeButton.click();
    await expect(app.status).toHaveText(/^Closed by you with 4001 Private Use “out for lunch” after /);
    await expect.poll(() => server.closes).toEqual([{ code: 4001, reason: 'out for lunch' }]);
    await expect(transcript.row(/Sent ?Close ?4001 Private Use: out for lunch/)).toBeVisible();
  });

  test('by the server is shown with its code, its reason and what the code means', async ({
    app,
    start,
    transcript,
  }) => {
    const server = await start(serveEcho());
    await app.connectTo(server);
    onlyConnection(server).close(1013, 'come back at noon');
    await expect(app.status).toHaveText(
      /^Closed by the server with 1013 Try Again Later “come back at noon” after .+ — The server is overloaded/,
    );
    await expect(transcript.row(/Received ?Close ?1013 Try Again Later: come back at noon/)).toBeVisible();
    await expect(app.connectButton).toBeVisible();
  });

  test('of the network is told from both', async ({ app, start }) => {
    const server = await start(serveEcho());
    await app.connectTo(server);
    onlyConnection(server).terminate();
    await expect(app.status).toHaveText(/^Closed by the network with 1006 Abnormal Closure after /);
  });
});

test('the log and what is being typed stay after the end, and over the next connection', async ({
  app,
  composer,
  start,
  transcript,
}) => {
  const server = await start(serveEcho());
  await app.connectTo(server);
  await composer.send('in the first');
  await expect(transcript.count('1 received')).toBeVisible();
  await composer.message.fill('for the next');
  await app.disconnectButton.click();
  await expect(app.status).toHaveText(/^Closed by you/);
  await expect(transcript.row('in the first')).toHaveCount(2);
  await expect(composer.sendButton).toBeDisabled();

  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  await expect(composer.message).toHaveValue('for the next');
  await composer.sendButton.click();
  await expect(transcript.count('2 received')).toBeVisible();
  await expect(transcript.row('in the first')).toHaveCount(2);
  await expect(transcript.row('for the next')).toHaveCount(2);
  await expect(transcript.row('Open: ws:')).toHaveCount(2);
});
