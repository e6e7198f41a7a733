import { exchange } from '../fixtures/exchange.ts';
import { expect, test } from '../fixtures/test.ts';
import { testOnOnePage } from '../fixtures/testOnOnePage.ts';

/** 70 KB in all. */
const LONG_MESSAGE = `{"action":"echo","data":"${'x'.repeat(70 * 1024 - 27)}"}`;

test('after a failed Browser attempt, the companion says why', async ({ app }) => {
  await app.choose('Azure API Management', 'No subscription key');
  await app.transport.selectOption('Browser');
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Failed/);
  await expect(app.handshake).not.toContainText('401');
  await app.diagnosis.getByRole('button', { name: 'Ask the companion why' }).click();
  await expect(app.handshake).toContainText('HTTP/1.1 401 Access Denied');
  await expect(app.diagnosis).toContainText(/subscription key/i);
});

test('on AWS a message over 32 KB ends the connection with 1009 in the Browser transport, as was said', async ({
  app,
}) => {
  await app.choose('AWS API Gateway', 'wsEcho');
  await app.transport.selectOption('Browser');
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  await app.message.fill(LONG_MESSAGE);
  await expect(app.page.getByText(/goes in one frame: AWS takes frames of 32 KB at most/)).toBeVisible();
  await app.sendButton.click();
  await expect(app.status).toHaveText(/^Closed by the server with 1009/);
});

test.describe('AWS in the session', () => {
  testOnOnePage(
    'an action without a route and without $default is answered with Forbidden, and the connection stays',
    async ({ app }) => {
      await app.choose('AWS API Gateway', 'Unknown action, no $default');
      await app.connectButton.click();
      await expect(app.status).toHaveText(/^Open/);
      await app.message.fill('{"action":"nowhere"}');
      await app.sendButton.click();
      const refused = app.received('{"message": "Forbidden", "connectionId":"');
      await expect(refused).toContainText('no route');
      await refused.click();
      await expect(app.entry).toContainText('No route took this message, and the API has no $default route.');
      await expect(app.status).toHaveText(/^Open/);
    },
  );

  // It leaves the composer at Binary.
  test('a binary message is refused with 1003', async ({ app }) => {
    await app.choose('AWS API Gateway', 'wsEcho');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await app.page.getByRole('radio', { name: 'Binary' }).check({ force: true });
    await app.message.fill('00 ff 10');
    await app.sendButton.click();
    await expect(app.status).toHaveText(/^Closed by the server with 1003/);
    await expect(app.findings).toHaveAttribute('data-finding-id', 'aws-binary-frame');
  });

  testOnOnePage('a message over 32 KB goes in frames of at most 32 KB, and both say so', async ({ app }) => {
    await app.choose('AWS API Gateway', 'wsEcho');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await app.message.fill(LONG_MESSAGE);
    await expect(app.page.getByText(/it goes in 3 frames of at most 32 KB/)).toBeVisible();
    await app.sendButton.click();
    const sent = app.sent('{"action":"echo"');
    await expect(sent).toContainText('in 3 frames');
    await sent.click();
    await expect(app.page.getByRole('region', { name: 'Entry' })).toContainText('in 3 frames');
    await expect(app.received('"message":"echo"')).toBeVisible();
    await expect(app.status).toHaveText(/^Open/);
  });

  testOnOnePage('a message over 128 KB is refused with 1009', async ({ app }) => {
    await app.choose('AWS API Gateway', 'wsEcho');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await app.message.fill('x'.repeat(128 * 1024 + 1));
    await app.sendButton.click();
    await expect(app.status).toHaveText(/^Closed by the server with 1009/);
    await expect(app.findings).toHaveAttribute('data-finding-id', 'aws-too-big');
  });
});

testOnOnePage(
  'an ack of Web PubSub is matched to the message that it answers, in milliseconds',
  async ({ app }) => {
    await app.choose('Azure Web PubSub', 'Chat, JSON subprotocol');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await expect(app.received('"event":"connected"')).toContainText('system: connected');
    await app.message.fill('{"type":"joinGroup","group":"g1","ackId":7}');
    await app.sendButton.click();
    const ack = app.received('{"type":"ack","ackId":7,"success":true}');
    await expect(ack).toContainText(/ack 7 · [\d.]+ m?s/);
    await ack.click();
    await expect(app.entry).toContainText('carried out the message with ackId 7.');
    await expect(app.entry).toContainText(/Came [\d.]+ m?s after message #\d+ \(ack of its ackId\)/);
  },
);

testOnOnePage(
  'the time to the idle limit of AWS counts down, and begins again with a message',
  async ({ app }) => {
    await app.choose('AWS API Gateway', 'wsEcho');
    await app.connectButton.click();
    await expect(app.page.getByText(/^idle limit in 09:5[0-7]$/)).toBeVisible();
    await app.message.fill('{"action":"echo"}');
    await app.sendButton.click();
    await expect(app.page.getByText(/^idle limit in (?:10:00|09:5[89])$/)).toBeVisible();
  },
);

testOnOnePage('an end that no gateway explains is told with both its times', async ({ app }) => {
  await app.choose('Google Apigee', 'Echo, API key');
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  await exchange(app, 'hello', 'hello');
  await app.disconnectButton.click();
  await expect(app.diagnosis).toContainText(/Closed by\s*you\s*Open for.+Last message.+before the end/);
});

testOnOnePage('two connections are open at once, each with its own log', async ({ app }) => {
  await app.choose('Google Apigee', 'Echo, API key');
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  await exchange(app, 'to Apigee', 'to Apigee');

  await app.choose('IBM API Connect', 'Upper case');
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  await exchange(app, 'to ibm', 'Processed message: TO IBM');
  await expect(app.log.getByText('to Apigee')).toHaveCount(0);

  await app.choose('Google Apigee', 'Echo, API key');
  await expect(app.status).toHaveText(/^Open/);
  await exchange(app, 'still there', 'still there');
  await expect(app.received('to Apigee')).toBeVisible();
});
