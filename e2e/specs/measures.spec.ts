import type { WebSocket } from 'ws';
import { serveWebSocket } from '../fixtures/serveWebSocket.ts';
import { untilStored } from '../fixtures/storedLogs.ts';
import { expect, test } from '../fixtures/test.ts';
import { testOnOnePage } from '../fixtures/testOnOnePage.ts';

/** Answers an order by its id, keeps a secret to itself, and sends everything else back. */
function answer(socket: WebSocket): void {
  socket.on('message', (data: Buffer, isBinary) => {
    const text = data.toString();
    const id = /"id":(\d+)/.exec(text)?.[1];
    if (id !== undefined) socket.send(`{"id":${id},"result":"done"}`);
    else if (text !== 'a secret') socket.send(data, { binary: isBinary });
  });
}

test('a log of the past is measured as it was, without what is recent', async ({
  app,
  composer,
  measures,
  start,
  transcript,
}) => {
  await app.connectTo(await start(serveWebSocket(answer)));
  await app.page.keyboard.press('Control+s');
  await composer.send('{"id":7,"do":"it"}');
  await expect(transcript.count('1 received')).toBeVisible();
  await app.disconnectButton.click();
  await expect(app.status).toHaveText(/^Closed/);
  // As the last entry, and in what is kept about the log.
  await untilStored(app.page, 'Closed by you', 2);
  await app.page.reload();
  await expect(transcript.pastBanner).toBeVisible();
  await transcript.row('"result":"done"').click();
  await expect(app.entry).toContainText(/Came [\d.]+ m?s after message #2 \(same id\)/);
  await measures.toggle.click();
  await expect(measures.figures('Messages, received')).toHaveText(['1', '1/s']);
  await expect(measures.figures('Round trip: Same id').last()).toHaveText('1');
  await expect(measures.panel.getByRole('columnheader', { name: 'Last second' })).toHaveCount(0);
  await expect(measures.chart).toHaveAccessibleName(/^Messages a second: received at most 1\/s/);
});

testOnOnePage(
  'round trips are timed by echo, by id and by ping, and told at both their ends',
  async ({ app, composer, measures, start, transcript }) => {
    await app.connectTo(await start(serveWebSocket(answer)));
    // One after another: the entries are named by their numbers below.
    await composer.send('hello');
    await expect(transcript.count('1 received')).toBeVisible();
    await composer.send('{"id":7,"do":"it"}');
    await expect(transcript.count('2 received')).toBeVisible();
    await composer.send('a secret');
    await composer.ping('still there?');
    await expect(transcript.row('still there?')).toHaveCount(2);

    await measures.toggle.click();
    await expect(measures.figures('Messages, sent').first()).toHaveText('3');
    await expect(measures.figures('Messages, received').first()).toHaveText('2');
    await expect(measures.figures('Size, sent')).toHaveText(['8 B', '18 B', '18 B', '18 B', '3']);
    for (const way of ['Echo', 'Same id', 'Pong']) {
      await expect(measures.figures(`Round trip: ${way}`).last()).toHaveText('1');
    }
    await expect(measures.panel).toContainText('Of 3 messages sent: 1 may still be answered.');
    await measures.chartOf('Round trips');
    await expect(measures.chart).toHaveAccessibleName(/^Round trips: slowest at most [\d.]+ m?s, at the end/);

    await transcript.row('"result":"done"').click();
    await expect(app.entry).toContainText(/Came [\d.]+ m?s after message #4 \(same id\)/);
    await app.entry.getByRole('button', { name: 'message #4' }).click();
    await expect(app.entry.getByRole('heading', { name: 'Sent text' })).toBeVisible();
    await expect(app.entry).toContainText(/Answered after [\d.]+ m?s by message #5 \(same id\)/);
    await expect(transcript.row('"do":"it"')).toHaveAttribute('aria-current', 'true');
    await transcript.row('a secret').click();
    await expect(app.entry).toContainText('No answer has come yet.');
  },
);

testOnOnePage('figures are copied as text and as JSON', async ({ app, composer, measures, start }) => {
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = () => app.page.evaluate(() => navigator.clipboard.readText());
  await app.connectTo(await start(serveWebSocket(answer)));
  await measures.toggle.click();
  await expect(measures.panel).toContainText('Nothing measured yet');
  await composer.send('hello');
  await expect(measures.figures('Round trip: Echo').last()).toHaveText('1');
  await measures.copyAs('text');
  await expect.poll(clipboard).toContain('Size, received\t5 B\t5 B\t5 B\t5 B\t1');
  await measures.copyAs('JSON');
  await expect.poll(clipboard).toContain('"p99": 5');
  await measures.panel.getByRole('button', { name: 'Close the measures' }).click();
  await expect(measures.panel).toHaveCount(0);
  await expect(measures.toggle).toBeFocused();
});

testOnOnePage(
  'a flood is measured to the last message, with an answer found in it, and the page answers meanwhile',
  async ({ app, composer, measures, start, transcript }) => {
    /** What a slow machine takes for it all, ms. */
    const FLOOD_MS = 20_000;
    const LOTS = 100;
    const LOT = 500;
    const message = `{"price":${'1'.repeat(180)}}`;
    const pour = (socket: WebSocket) => {
      let lots = 0;
      const timer = setInterval(() => {
        for (let count = 0; count < LOT; count += 1) socket.send(message);
        lots += 1;
        if (lots === LOTS || socket.readyState !== socket.OPEN) clearInterval(timer);
      }, 20);
      answer(socket);
    };
    await app.connectTo(await start(serveWebSocket(pour)));
    await measures.toggle.click();
    await expect(measures.chart).toHaveAccessibleName(/^Messages a second: received at most [\d,]{4,}/);
    await composer.send('{"id":1}');
    // It comes behind what is under way already.
    await expect(measures.figures('Round trip: Same id').last()).toHaveText('1', { timeout: FLOOD_MS });
    await measures.chartOf('Bytes');
    await expect(measures.chart).toHaveAccessibleName(/^Bytes a second: received at most [\d.]+ [kM]B/);
    await expect(transcript.count('50,001 received')).toBeVisible({ timeout: FLOOD_MS });
    await expect(measures.figures('Messages, received').first()).toHaveText('50,001');
    await expect(measures.figures('Size, received').first()).toHaveText('190 B');
  },
);
