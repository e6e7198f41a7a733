import { serveWebSocket } from '../fixtures/serveWebSocket.ts';
import { expect, test } from '../fixtures/test.ts';

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
