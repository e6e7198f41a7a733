import { serveBusily } from '../fixtures/busyServer.ts';
import { serveSilence } from '../fixtures/serveRaw.ts';
import { serveEcho } from '../fixtures/serveWebSocket.ts';
import { expect, test } from '../fixtures/test.ts';
import { testOnOnePage } from '../fixtures/testOnOnePage.ts';
import type { PosternPage } from '../pages/PosternPage.ts';

/** While a step runs it is named, and can be stopped; then it is told where the attempt was stopped. */
async function cancelAt(app: PosternPage, step: string): Promise<void> {
  await expect(app.status).toHaveText(`Connecting at ${step}`);
  await expect(app.step(step)).toContainText('running');
  await expect(app.connectButton).toHaveCount(0);
  await app.cancelButton.click();
  await expect(app.status).toHaveText(new RegExp(`^Idle cancelled by you at ${step} after \\d`));
  await expect(app.step(step)).not.toContainText('running');
  await expect(app.cancelButton).toHaveCount(0);
}

async function connectTo(app: PosternPage, url: string): Promise<void> {
  await app.urlField.fill(url);
  await app.connectButton.click();
}

testOnOnePage(
  'while TCP waits: the dial is given up, and the next one gets through',
  async ({ app, start }) => {
    const server = await start(serveBusily());
    await connectTo(app, `ws://${server.host}/chat`);
    await cancelAt(app, 'TCP');

    server.wake();
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    expect(server.upgrades()).toBe(1);
  },
);

testOnOnePage('while a proxy is silent: it sees the connection end', async ({ app, options, start }) => {
  const [proxy, echo] = [await start(serveSilence()), await start(serveEcho())];
  await options.open();
  await options.useProxy(`http://${proxy.host}`);
  await connectTo(app, `ws://${echo.host}/chat`);
  await cancelAt(app, 'Proxy');
  await expect.poll(proxy.open).toBe(0);
  expect(proxy.accepted()).toBe(1);

  await options.useNoProxy();
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
});

testOnOnePage('while TLS waits: the server sees the connection end', async ({ app, start }) => {
  const [silent, echo] = [await start(serveSilence()), await start(serveEcho())];
  await connectTo(app, `wss://${silent.host}/chat`);
  await cancelAt(app, 'TLS');
  await expect.poll(silent.open).toBe(0);
  expect(silent.accepted()).toBe(1);

  await connectTo(app, `ws://${echo.host}/chat`);
  await expect(app.status).toHaveText(/^Open/);
});

for (const transport of ['Companion', 'Browser']) {
  testOnOnePage(
    `while the answer waits, in the ${transport} transport: the server sees the connection end`,
    async ({ app, start }) => {
      const [silent, echo] = [await start(serveSilence()), await start(serveEcho())];
      await app.transport.selectOption(transport);
      await connectTo(app, `ws://${silent.host}/chat`);
      await cancelAt(app, 'Answer');
      await expect.poll(silent.open).toBe(0);
      expect(silent.accepted()).toBe(1);

      await connectTo(app, `ws://${echo.host}/chat`);
      await expect(app.status).toHaveText(/^Open/);
    },
  );
}

testOnOnePage('after a cancel the same endpoint can be tried again at once', async ({ app, start }) => {
  const server = await start(serveSilence());
  await connectTo(app, `ws://${server.host}/chat`);
  for (const attempts of [1, 2, 3]) {
    await expect.poll(server.accepted).toBe(attempts);
    await cancelAt(app, 'Answer');
    if (attempts < 3) await app.connectButton.click();
  }
  await expect.poll(server.open).toBe(0);
});

test('an attempt goes on behind another profile, and can be cancelled from there', async ({ app, start }) => {
  const server = await start(serveSilence());
  await connectTo(app, `ws://${server.host}/chat`);
  await expect(app.status).toHaveText('Connecting at Answer');

  await app.choose('Google Apigee', 'Echo, API key');
  await expect(app.status).toHaveText('Idle');
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  await app.searchProfiles('');
  const waiting = app.profile('New profile');
  await expect(waiting).toHaveAccessibleName(/connecting/);

  await waiting.hover();
  await waiting.getByRole('button', { name: 'Stop New profile' }).click();
  await expect(waiting).not.toHaveAccessibleName(/connecting/);
  await expect.poll(server.open).toBe(0);
  await expect(app.status).toHaveText(/^Open/);

  await waiting.click();
  await expect(app.status).toHaveText(/^Idle cancelled by you at Answer after \d/);
});

test('an attempt whose profile is deleted is given up', async ({ app, start }) => {
  const server = await start(serveSilence());
  await connectTo(app, `ws://${server.host}/chat`);
  await expect(app.status).toHaveText('Connecting at Answer');
  await app.profile('New profile').focus();
  await app.page.keyboard.press('Delete');
  await expect(app.profile('New profile')).toHaveCount(0);
  await expect.poll(server.open).toBe(0);
});

test('an attempt whose page is left is given up', async ({ app, start }) => {
  const server = await start(serveSilence());
  await connectTo(app, `ws://${server.host}/chat`);
  await expect(app.status).toHaveText('Connecting at Answer');
  await app.page.goto('about:blank');
  await expect.poll(server.open).toBe(0);
});
