import { serveWebSocket } from '../fixtures/serveWebSocket.ts';
import type { WebSocketEndpoint } from '../fixtures/serveWebSocket.ts';
import { expect, test } from '../fixtures/test.ts';

/** A server that counts pings, drops who comes back as often as it is told to, and refuses while it is told to. */
interface Gate extends WebSocketEndpoint {
  readonly pings: () => number;
  readonly refusals: () => number;
  refuses: boolean;
  drops: number;
  /** Ends the latest connection as a server that shuts down does. */
  readonly drop: () => void;
}

async function serveGate(): Promise<Gate> {
  let pings = 0;
  let refusals = 0;
  const server = await serveWebSocket(
    (socket) => {
      socket.on('ping', () => (pings += 1));
      if (gate.drops === 0) return;
      gate.drops -= 1;
      socket.close(1001, 'Going away');
    },
    {
      verifyClient(_client, answer) {
        if (gate.refuses) refusals += 1;
        answer(!gate.refuses, 401, 'Unauthorized');
      },
    },
  );
  const gate: Gate = {
    ...server,
    pings: () => pings,
    refusals: () => refusals,
    refuses: false,
    drops: 0,
    drop: () => server.connections.at(-1)?.close(1001, 'Going away'),
  };
  return gate;
}

test('a connection is kept alive, opened again when it is dropped, and given up when that is refused', async ({
  app,
  page,
  options,
  transcript,
  start,
}) => {
  const server = await start(serveGate());
  await options.open();
  await app.urlField.fill(`ws://${server.host}/chat`);
  await options.keepAlive.selectOption('Ping frames');
  await options.keepAliveEvery.fill('0,5');
  await expect(options.keepAliveEvery).toHaveAccessibleDescription(/every 1 to 86400 seconds/);
  await options.keepAliveEvery.fill('1');
  await app.transport.selectOption('Browser');
  await expect(options.keepAlive).toHaveAccessibleDescription(/A page cannot send a Ping/);
  await app.transport.selectOption('Companion');
  await options.reconnectAfter('0.1', '0.2', '3');
  await expect(options.summary).toContainText('Ping every 1 s · reconnects, 3 attempts');

  await page.reload();
  await expect(options.summary).toContainText('Ping every 1 s · reconnects, 3 attempts');
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  await expect.poll(server.pings).toBeGreaterThan(0);
  await expect(app.sent('Ping').first()).toBeVisible();

  // Dropped, and once more as soon as it is back; then it stays.
  server.drops = 1;
  server.drop();
  await expect.poll(() => server.connections.length).toBe(3);
  await expect(app.log).toContainText('reconnected at attempt 2 of 3');
  await expect(app.status).toHaveText(/^Open/);
  await expect(transcript.rows.filter({ hasText: 'Closed by the server: 1001' })).toHaveCount(2);
  await expect(transcript.rows.filter({ hasText: /^.*Open: / })).toHaveCount(3);

  server.refuses = true;
  server.drop();
  await expect(app.status).toHaveText(
    'Failed refused with 401 Unauthorized — not reconnecting: a refusal with 401 does not pass by itself',
  );
  await expect(app.log).toContainText(/Not reconnected at attempt \d of 3: refused with 401 Unauthorized\./);
  await expect(app.connectButton).toBeVisible();
  await expect(app.cancelButton).toHaveCount(0);
  expect(server.refusals()).toBe(1);
});

test('an attempt that is waited for can be made at once, or cancelled', async ({ app, options, start }) => {
  const server = await start(serveGate());
  await options.open();
  await options.reconnectAfter('60', '60', '5');
  await app.connectTo(server);
  server.drop();
  await expect(app.status).toHaveText(
    /^Closed by the server with 1001 .* — reconnecting after \d.*, attempt 1 of 5$/,
  );
  await expect(app.profile('New profile')).toHaveAccessibleName(/connecting/);
  await expect(app.connectButton).toHaveCount(0);
  await app.page.getByRole('button', { name: 'Try now' }).click();
  await expect(app.status).toHaveText(/^Open/);

  server.drop();
  await expect(app.status).toHaveText(/^Closed .* — reconnecting after \d.*, attempt \d of 5$/);
  await app.cancelButton.click();
  await expect(app.status).toHaveText(/^Closed .* — reconnecting cancelled by you$/);
  await expect(app.cancelButton).toHaveCount(0);
  expect(server.connections).toHaveLength(2);

  // What the person ends is left as it is.
  await app.connectButton.click();
  await app.disconnectButton.click();
  await expect(app.status).toHaveText(/^Closed by you with 1000/);
  await expect(app.status).not.toContainText('reconnecting');

  await app.urlField.fill('wss://a1b2c3.execute-api.eu-central-1.amazonaws.com/dev');
  await app.page.getByRole('button', { name: 'Set every 5 min' }).click();
  await expect(options.keepAlive).toHaveValue('message');
  await expect(options.keepAliveEvery).toHaveValue('300');
});
