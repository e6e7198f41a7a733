import { gzipSync } from 'node:zlib';
import { serveWebSocket } from '../fixtures/serveWebSocket.ts';
import { expect } from '../fixtures/test.ts';
import { testOnOnePage as test } from '../fixtures/testOnOnePage.ts';

/** Objects of an integer that a number cannot hold and a text, 200 bytes each. */
const MANY = 250_000;
const FILLING = 'lorem ipsum '.repeat(13);
const ITEM = String.raw`{"id":12345678901234567890,"t":"\u00e4","f":"${FILLING}"}`;
const LARGE_JSON = `[${`${ITEM},`.repeat(MANY)}"the end"]`;

test('a message of 50 MB is read as JSON, text and hex, to its end, while the page goes on', async ({
  app,
  start,
  transcript,
}) => {
  // Most of it is the way of 50 MB through server, companion and engine: on a busy machine that takes its time.
  test.setTimeout(60_000);
  const { entry } = transcript;
  await app.connectTo(await start(serveWebSocket((socket) => socket.send(LARGE_JSON))));
  // On its way for as long as a slow machine takes.
  await expect(transcript.row('Received')).toBeVisible({ timeout: 20_000 });
  await transcript.row('Received').click();
  // Drawn while the tree is read: a page that read it itself would draw nothing.
  const frames = await app.page.evaluate(async () => {
    let count = 0;
    while (document.querySelector('[aria-label="JSON"] button') === null) {
      count += 1;
      await new Promise(requestAnimationFrame);
    }
    return count;
  });
  expect(frames).toBeGreaterThan(3);

  const tree = entry.getByRole('group', { name: 'JSON' });
  await expect(tree.getByRole('button').first()).toHaveText('250,001 items');
  await tree.getByRole('button', { name: /^0:/ }).click();
  await expect(tree.getByText('id: 12345678901234567890', { exact: true })).toBeVisible();
  await expect(tree.getByText(String.raw`t: "\u00e4"`, { exact: true })).toBeVisible();
  await tree.press('End');
  await expect(tree.getByText('250000: "the end"', { exact: true })).toBeInViewport();

  await transcript.showEntryAs('Text');
  const text = entry.getByRole('group', { name: 'Text' });
  await expect(text.getByText('[{"id":12345678901234567890')).toBeVisible();
  await text.press('End');
  await expect(text.getByText('"the end"]')).toBeInViewport();

  await transcript.showEntryAs('Hex');
  const hex = entry.getByRole('group', { name: 'Hex' });
  await hex.press('End');
  await expect(hex.getByText('the end"]')).toBeInViewport();
});

function bytes(hex: string): Buffer {
  return Buffer.from(hex.replaceAll(' ', ''), 'hex');
}

/** A PNG of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

test('bytes are decoded as what they seem to be, or as what they are said to be', async ({
  app,
  start,
  transcript,
}) => {
  const { entry } = transcript;
  const packed = gzipSync('{"id":12345678901234567890}');
  const payloads = [
    packed,
    // {"n": 18446744073709551615, 1: h'00ff'}
    bytes('82 a1 6e cf ff ff ff ff ff ff ff ff 01 c4 02 00 ff'),
    // {"n": 18446744073709551615, [1]: 1.0}
    bytes('a2 61 6e 1b ff ff ff ff ff ff ff ff 81 01 f9 3c 00'),
    // Field 1: 150, field 2: "testing", field 3: -1.
    bytes('08 96 01 12 07 74 65 73 74 69 6e 67 18 ff ff ff ff ff ff ff ff ff 01'),
    PIXEL,
    packed.toString('base64'),
  ];
  await app.connectTo(
    await start(
      serveWebSocket((socket) => {
        for (const payload of payloads) socket.send(payload);
      }),
    ),
  );
  await expect(transcript.count(`${payloads.length} received`)).toBeVisible();
  const select = async (number: number) => transcript.rows.nth(number).click();
  const decoded = entry.getByRole('group', { name: 'Decoded' });
  const unpacked = entry.getByRole('region', { name: 'Unpacked' });

  await test.step('gzip, with JSON in it', async () => {
    await select(1);
    await expect(entry.getByText('Seems to be gzip: the bytes begin with its mark.')).toBeVisible();
    await expect(unpacked.getByText('id: 12345678901234567890', { exact: true })).toBeVisible();
  });
  await test.step('MessagePack', async () => {
    await select(2);
    await expect(decoded.getByText('n: 18446744073709551615', { exact: true })).toBeVisible();
    await expect(decoded.getByText("1: h'00 ff'", { exact: true })).toBeVisible();
  });
  await test.step('CBOR, and what it is not', async () => {
    await select(3);
    await expect(decoded.getByText('n: 18446744073709551615', { exact: true })).toBeVisible();
    await expect(decoded.getByText('[1]: 1.0', { exact: true })).toBeVisible();
    await transcript.readAs('gzip');
    await expect(entry.getByText('This does not unpack as gzip.')).toBeVisible();
  });
  await test.step('protobuf, when asked for', async () => {
    await select(4);
    await expect(entry.getByRole('group', { name: 'Hex' })).toBeVisible();
    await transcript.showEntryAs('Decoded');
    await expect(entry.getByText(/^May be protobuf/)).toBeVisible();
    await expect(decoded.getByText('2: "testing"', { exact: true })).toBeVisible();
    await expect(decoded.getByText('3: 18446744073709551615 (or -1)', { exact: true })).toBeVisible();
  });
  await test.step('an image', async () => {
    await select(5);
    const image = entry.getByRole('img', { name: 'The payload, 1 × 1 pixels' });
    await expect(image).toBeVisible();
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1);
  });
  await test.step('base64 of gzip', async () => {
    await select(6);
    await transcript.showEntryAs('Decoded');
    await expect(entry.getByText('Seems to be base64 of packed bytes or of an image.')).toBeVisible();
    await expect(unpacked.last().getByText('id: 12345678901234567890', { exact: true })).toBeVisible();
  });
});

test('an entry is compared with another, by keys alone', async ({ app, start, transcript }) => {
  const { entry } = transcript;
  const orders = [
    '{"id":12345678901234567890,"n":1}',
    '{"id":12345678901234567891,"n":1}',
    '{"id": 12345678901234567890, "n":1}',
  ];
  await app.connectTo(
    await start(
      serveWebSocket((socket) => {
        for (const order of orders) socket.send(order);
      }),
    ),
  );
  await expect(transcript.count('3 received')).toBeVisible();
  await transcript.rows.nth(1).click();
  await entry.getByRole('button', { name: 'Compare with another entry' }).press('Enter');
  await expect(entry.getByText('Select another entry to compare it with #2.')).toBeVisible();

  await transcript.log.press('ArrowDown');
  await expect(entry.getByText('1 removed, 1 added, compared as indented JSON.')).toBeVisible();
  const differences = entry.getByRole('group', { name: 'Differences' });
  await expect(differences).toContainText(
    /−\s*"id": 12345678901234567890,\s*\+\s*"id": 12345678901234567891,/,
  );
  await transcript.log.press('ArrowDown');
  await expect(entry.getByText('No difference, compared as indented JSON.')).toBeVisible();

  await entry.getByRole('button', { name: 'Stop comparing' }).press('Enter');
  await expect(entry.getByRole('group', { name: 'JSON' })).toBeVisible();
});
