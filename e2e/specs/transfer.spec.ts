import { CHROME_RECORDING, FIREFOX_RECORDING } from '../fixtures/harRecordings.ts';
import { serveEcho, serveWebSocket } from '../fixtures/serveWebSocket.ts';
import { expect, test } from '../fixtures/test.ts';
import { testOnOnePage } from '../fixtures/testOnOnePage.ts';

/** The lines of a file that hold entries: in HAR, each message has one, and what the handshake said stands in another. */
function entriesOf(file: string): readonly string[] {
  const lines = file.split(/\r?\n/).filter((line) => line !== '' && !line.includes('startedDateTime'));
  // How long the connection lasted counts from where its handshake began, which no entry says.
  return lines.map((line) => line.replace(/,"time":[\d.]+\}$/, ''));
}

for (const [form, extension] of [
  ['JSON Lines', 'jsonl'],
  ['CSV', 'csv'],
  ['HAR', 'har'],
] as const) {
  testOnOnePage(
    `a log that was exported as ${form} is imported as it was`,
    async ({ app, composer, start, transcript, transfer }) => {
      await app.connectTo(await start(serveEcho()));
      await composer.send('=1+1, "quoted"\nand a second line');
      await expect(transcript.count('1 received')).toBeVisible();
      await composer.writeAs('Binary');
      await composer.send('00 ff 10');
      await expect(transcript.count('2 received')).toBeVisible();
      await app.disconnectButton.click();
      await expect(app.status).toHaveText(/^Closed/);
      // The list comes after the status: opened, two messages there and back, two Close frames, closed.
      await expect(transcript.rows).toHaveCount(8);
      const rows = await transcript.rows.allInnerTexts();
      const file = await transfer.exported(form);

      await transfer.importFile(`mine.${extension}`, file);
      await expect(transcript.pastBanner).toHaveText(
        new RegExp(String.raw`^Imported from mine\.${extension}, a connection of .+ Closed by you: 1000`),
      );
      await expect(transcript.rows).toHaveText(rows, { useInnerText: true });
      expect(entriesOf(await transfer.exported(form))).toEqual(entriesOf(file));
    },
  );
}

testOnOnePage(
  'an imported log is found again among the past connections, and can be searched',
  async ({ app, transcript, transfer }) => {
    const line = (text: string): string =>
      JSON.stringify({ epochMs: 1_795_348_867_114, direction: 'received', kind: 'text', text });
    await app.urlField.fill('ws://127.0.0.1/');
    await transfer.dropOn(transcript.log, 'dropped.jsonl', `${line('apple')}\n${line('pear')}\n`);
    await expect(transcript.rows).toHaveCount(2);
    await transcript.search.fill('pear');
    await expect(transcript.rows).toHaveText([/pear/]);
    await transcript.search.fill('');

    await app.page.reload();
    await transcript.pastButton.click();
    await expect(transcript.pastRows).toContainText(['Imported from dropped.jsonl']);
    await transcript.pastRows.getByRole('button', { name: /^Show the log/ }).click();
    await expect(transcript.rows).toHaveText([/apple/, /pear/]);
  },
);

testOnOnePage(
  "Chrome's own HAR file offers its WebSockets and shows the one that is chosen; Firefox's says what it lacks",
  async ({ app, transcript, transfer }) => {
    await expect(app.page.getByRole('region', { name: 'Welcome' })).toBeVisible();
    await transfer.importFile('prices.har', CHROME_RECORDING);
    await expect(transfer.sockets).toContainText([
      /4399\/nobody.*0 messages · did not open/,
      /4110\/echo\?subscription-key=•••.*6 messages · 2026-11-2[89]/,
      /4110\/echo\?subscription-key=•••.*0 messages · 2026-11-2[89] .* · did not open/,
      /4311\/chat\?room=•••.*6 messages/,
      /4311\/chat\?room=•••.*2 messages/,
      /4311\/fragments.*4 messages/,
      /4312\/broken.*1 message/,
      /wss:\/\/localhost:4316\/live.*2 messages/,
      /4315\/pending.*0 messages · 2026-11-2[89] .* · did not open/,
    ]);
    await transfer.sockets.nth(1).getByRole('button').click();
    await expect(transcript.pastBanner).toContainText('Imported from prices.har');
    await expect(transcript.rows).toHaveText([
      /Open: ws:\/\/127\.0\.0\.1:4110\/echo\?subscription-key=•••, 101 Switching Protocols/,
      /Sent ?\{"subscribe":"prices"\}/,
      /Received ?\{"subscribe":"prices"\}.*\+\d+ ms/,
      /Sent ?Grüße nach 東京 🌍/,
      /Received ?Grüße nach 東京 🌍/,
      /Sent.*00 ff 10/,
      /Received.*00 ff 10/,
    ]);

    await transfer.importFile('again.har', CHROME_RECORDING);
    await transfer.sockets.nth(2).getByRole('button').click();
    await expect(transcript.pastBanner).toContainText(
      /Imported from again\.har, a connection of 2026-11-2[89]/,
    );
    await expect(transcript.rows).toHaveText([
      /Not opened: HTTP Authentication failed.*\/echo\?subscription-key=•••/,
    ]);

    await transfer.importFile('firefox.har', FIREFOX_RECORDING);
    await expect(transfer.importDialog).toContainText(
      'firefox.har has 3 WebSockets, but not what was said: Firefox and Safari leave the messages out.',
    );
  },
);

testOnOnePage(
  'a broken file says which of its lines cannot be read, and shows the others',
  async ({ app, transcript, transfer }) => {
    await app.urlField.fill('ws://127.0.0.1/');
    const good = '{"epochMs":1795348867114,"direction":"sent","kind":"text","text":"whole"}';
    await transfer.importFile('broken.jsonl', `${good}\n{"epochMs":1,"kind":"song"}\n${good.slice(0, 40)}`);
    await expect(transfer.problems).toHaveText([
      'At line 2: Its kind is “song”, which is none of those of a log.',
      'At line 3: It is not JSON.',
    ]);
    await transfer.importDialog.getByRole('button', { name: 'Show 1 entry' }).click();
    await expect(transcript.rows).toHaveText([/whole/]);

    await transfer.importFile('letter.txt', 'Dear log,');
    await expect(transfer.importDialog).toContainText('letter.txt is no log');
  },
);

testOnOnePage(
  'secrets are masked in what is exported, unless they are asked for',
  async ({ app, composer, start, transcript, transfer }) => {
    await app.connectTo(await start(serveEcho()), '?subscription-key=hunter22hunter22');
    await composer.send('my key is hunter22hunter22');
    await expect(transcript.count('1 received')).toBeVisible();

    await transfer.openExport();
    await transfer.chooseForm('HAR');
    await transfer.exportButton.click();
    await expect(transfer.outcome).toContainText('Secrets are masked in 2 entries');
    await transfer.exportDialog.getByRole('button', { name: 'Done' }).click();
    const masked = await transfer.exported('HAR');
    expect(masked).not.toContain('hunter22');
    expect(masked).toContain('subscription-key=•••');
    expect(masked).toContain('my key is •••');

    await transfer.openExport();
    await transfer.withSecrets.check();
    const download = await transfer.download();
    const clear = await readAll(await download.createReadStream());
    expect(clear).toContain('my key is hunter22hunter22');
  },
);

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Takes the place of the browser's own dialog, which nobody is there to use: it chooses a file of the origin's. */
function offerFile(): void {
  const picker = async () => {
    const root = await navigator.storage.getDirectory();
    return await root.getFileHandle('chosen', { create: true });
  };
  Object.assign(window, { showSaveFilePicker: picker });
}

function chosenFileBytes(): Promise<number> {
  const read = async () => {
    const root = await navigator.storage.getDirectory();
    return (await (await root.getFileHandle('chosen')).getFile()).size;
  };
  return read();
}

const LARGE_MESSAGE_BYTES = 8 * 1024 * 1024;

test('a large log goes straight into a file, and one that is cancelled leaves it as it was', async ({
  app,
  page,
  start,
  transcript,
  transfer,
}) => {
  const server = await start(
    serveWebSocket((socket) => {
      for (let count = 0; count < 3; count += 1)
        socket.send(Buffer.alloc(LARGE_MESSAGE_BYTES, 'x'), { binary: false });
    }),
  );
  await page.evaluate(offerFile);
  await app.connectTo(server);
  await expect(transcript.count('3 received')).toBeVisible({ timeout: 20_000 });

  await transfer.openExport();
  await transfer.exportButton.click();
  await page.keyboard.press('Escape');
  await expect(transfer.exportDialog).toHaveCount(0);
  await transfer.openExport();
  expect(await page.evaluate(chosenFileBytes)).toBe(0);

  await transfer.exportButton.click();
  await expect(transfer.outcome).toContainText('Exported as chosen (4 entries, 25.2 MB)', {
    timeout: 20_000,
  });
  expect(await page.evaluate(chosenFileBytes)).toBeGreaterThan(3 * LARGE_MESSAGE_BYTES);
});
