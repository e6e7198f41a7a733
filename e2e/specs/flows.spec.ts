import { expect } from '../fixtures/test.ts';
import { testOnOnePage as test } from '../fixtures/testOnOnePage.ts';
import { exchange } from '../fixtures/exchange.ts';

/** Every good flow, and what it answers to a message. */
const FLOWS: readonly {
  readonly gateway: string;
  readonly scenario: string;
  readonly message: string;
  readonly answer: string;
}[] = [
  {
    gateway: 'Azure API Management',
    scenario: 'Chat, simple client',
    message: 'hello hub',
    answer: 'hello hub',
  },
  {
    gateway: 'Azure API Management',
    scenario: 'Chat, JSON subprotocol',
    message: '{"type":"joinGroup","group":"g1","ackId":1}',
    answer: '{"type":"ack","ackId":1,"success":true}',
  },
  { gateway: 'Google Apigee', scenario: 'Echo, API key', message: 'hello Apigee', answer: 'hello Apigee' },
  { gateway: 'Google Apigee', scenario: 'Echo, OAuth token', message: 'hello token', answer: 'hello token' },
  {
    gateway: 'AWS API Gateway',
    scenario: 'wsEcho',
    message: '{"action":"echo","data":"hello AWS"}',
    answer: 'hello AWS',
  },
  {
    gateway: 'IBM API Connect',
    scenario: 'Upper case',
    message: 'hello IBM',
    answer: 'Processed message: HELLO IBM',
  },
];

for (const { gateway, scenario, message, answer } of FLOWS) {
  test(`${gateway}, ${scenario}: connects, answers and closes in the Companion transport`, async ({
    app,
  }) => {
    await app.choose(gateway, scenario);
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await expect(app.handshake).toContainText('HTTP/1.1 101 Switching Protocols');
    await expect(app.handshake).toContainText('all kept');
    await exchange(app, message, answer);
    await app.disconnectButton.click();
    await expect(app.status).toHaveText(/^Closed by you with 1000/);
    await expect(app.received(answer)).toBeVisible();
  });
}

test.describe('in the Browser transport', () => {
  // A browser asks nobody about the certificate of a WebSocket; a person would accept it in a tab first.
  test.use({ ignoreHTTPSErrors: true });

  for (const { gateway, scenario, message, answer } of FLOWS) {
    test(`${gateway}, ${scenario}: connects and answers`, async ({ app }) => {
      await app.choose(gateway, scenario);
      await app.transport.selectOption('Browser');
      await app.connectButton.click();
      await expect(app.status).toHaveText(/^Open/);
      await exchange(app, message, answer);
      await app.disconnectButton.click();
      await expect(app.status).toHaveText(/^Closed/);
    });
  }
});
