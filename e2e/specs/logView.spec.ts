import { serveWebSocket } from '../fixtures/serveWebSocket.ts';
import type { WebSocketEndpoint } from '../fixtures/serveWebSocket.ts';
import { expect } from '../fixtures/test.ts';
import { testOnOnePage as test } from '../fixtures/testOnOnePage.ts';

const COUNT = 3_000;

/** Says so much at once, and no more. */
function serveNumbers(): Promise<WebSocketEndpoint> {
  return serveWebSocket((socket) => {
    for (let number = 1; number <= COUNT; number += 1) socket.send(`message ${number}.`);
  });
}

test.beforeEach(async ({ app, start, transcript }) => {
  await app.connectTo(await start(serveNumbers()));
  await expect(transcript.row(`message ${COUNT}.`)).toBeInViewport();
});

test('a place is gone to by number, share, end and time', async ({ app, transcript }) => {
  const goTo = async (place: string) => {
    await app.page.keyboard.press('Alt+g');
    await expect(transcript.goTo).toBeFocused();
    await transcript.goTo.fill(place);
    await transcript.goTo.press('Enter');
  };
  // The row that says "Open" has number 1.
  await goTo('#1,501');
  await expect(transcript.row('message 1500.')).toBeInViewport();
  await expect(transcript.entry).toContainText('message 1500.');
  await expect(transcript.log).toBeFocused();
  await app.page.keyboard.press('ArrowDown');
  await expect(transcript.entry).toContainText('message 1501.');

  await goTo('first');
  await expect(transcript.row('Open: ws:')).toBeInViewport();
  await goTo('50%');
  await expect(transcript.row('message 1500.')).toBeInViewport();
  await goTo('last');
  await expect(transcript.row(`message ${COUNT}.`)).toBeInViewport();
  await goTo('00:00');
  await expect(transcript.row('Open: ws:')).toBeInViewport();

  await goTo('soon');
  await expect(app.page.getByRole('alert').filter({ hasText: '“soon” is no place in a log.' })).toBeVisible();
  await expect(transcript.goTo).toHaveValue('soon');
});

test('rows are selected together by keys and clicks, and copied though most are out of sight', async ({
  app,
  transcript,
}) => {
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = () => app.page.evaluate(() => navigator.clipboard.readText());
  const line = (number: number) =>
    new RegExp(String.raw`^\d\d:\d\d:\d\d\.\d{3}\treceived\tmessage ${number}\.$`);

  await transcript.row('message 2990.').click();
  await transcript.row('message 2993.').click({ modifiers: ['Shift'] });
  await expect(app.page.getByText('4 rows selected')).toBeVisible();
  await transcript.log.press('Shift+ArrowUp');
  await expect(app.page.getByText('3 rows selected')).toBeVisible();
  await transcript.log.press('ControlOrMeta+c');
  await expect.poll(async () => (await clipboard()).split('\n').length).toBe(3);
  const few = (await clipboard()).split('\n');
  for (const [at, text] of few.entries()) expect(text).toMatch(line(2_990 + at));

  await transcript.log.press('Shift+Home');
  await expect(app.page.getByText('2,991 rows selected')).toBeVisible();
  await app.page
    .getByRole('toolbar', { name: 'Selected rows' })
    .getByRole('button', { name: 'Copy' })
    .click();
  await expect(app.page.getByText('Copied 2991 rows.')).toBeVisible();
  const many = (await clipboard()).split('\n');
  expect(many).toHaveLength(2_991);
  expect(many[0]).toContain('Open: ws:');
  expect(many.slice(1).filter((text, at) => !line(at + 1).test(text))).toEqual([]);

  await transcript.log.press('Escape');
  await expect(app.page.getByRole('toolbar', { name: 'Selected rows' })).toHaveCount(0);
  await transcript.log.press('ControlOrMeta+a');
  await expect(app.page.getByText('3,001 rows selected')).toBeVisible();
  await transcript.search.fill('message 7.');
  await expect(app.page.getByRole('toolbar', { name: 'Selected rows' })).toHaveCount(0);
});
