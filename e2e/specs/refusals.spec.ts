import { expect } from '../fixtures/test.ts';
import { testOnOnePage as test } from '../fixtures/testOnOnePage.ts';

/** What each local gateway refuses with, written from the vendors' documents; and who the diagnosis says it was. */
const REFUSALS: readonly {
  readonly gateway: string;
  readonly scenario: string;
  readonly statusLine: string;
  readonly body: string;
  readonly diagnosis: RegExp;
}[] = [
  {
    gateway: 'Azure API Management',
    scenario: 'No subscription key',
    statusLine: 'HTTP/1.1 401 Access Denied',
    body: 'Access denied due to missing subscription key.',
    diagnosis: /subscription key/i,
  },
  {
    gateway: 'Azure API Management',
    scenario: 'Unknown subscription key',
    statusLine: 'HTTP/1.1 401 Access Denied',
    body: 'Access denied due to invalid subscription key.',
    diagnosis: /subscription key/i,
  },
  {
    gateway: 'Azure API Management',
    scenario: 'Path after the suffix',
    statusLine: 'HTTP/1.1 404',
    body: 'Resource not found',
    diagnosis: /suffix/i,
  },
  {
    gateway: 'Azure API Management',
    scenario: 'No access token',
    statusLine: 'HTTP/1.1 401',
    body: 'The body is empty.',
    diagnosis: /token/i,
  },
  {
    gateway: 'Azure API Management',
    scenario: 'Expired access token',
    statusLine: 'HTTP/1.1 401',
    body: 'The body is empty.',
    diagnosis: /expired/i,
  },
  {
    gateway: 'Google Apigee',
    scenario: 'No API key',
    statusLine: 'HTTP/1.1 401',
    body: 'Failed to resolve API Key variable request.queryparam.apikey',
    diagnosis: /apikey/,
  },
  {
    gateway: 'Google Apigee',
    scenario: 'Unknown API key',
    statusLine: 'HTTP/1.1 401',
    body: 'oauth.v2.InvalidApiKey',
    diagnosis: /key/i,
  },
  {
    gateway: 'Google Apigee',
    scenario: 'Key of another product',
    statusLine: 'HTTP/1.1 401',
    body: 'Invalid ApiKey for given resource',
    diagnosis: /product/i,
  },
  {
    gateway: 'Google Apigee',
    scenario: 'Expired OAuth token',
    statusLine: 'HTTP/1.1 401',
    body: 'keymanagement.service.access_token_expired',
    diagnosis: /expired/i,
  },
  {
    gateway: 'Google Apigee',
    scenario: 'Unknown base path',
    statusLine: 'HTTP/1.1 404',
    body: 'messaging.adaptors.http.flow.ApplicationNotFound',
    diagnosis: /path/i,
  },
  {
    gateway: 'AWS API Gateway',
    scenario: 'Wrong stage',
    statusLine: 'HTTP/1.1 403',
    body: '"message": "Forbidden"',
    diagnosis: /stage/i,
  },
  {
    gateway: 'AWS API Gateway',
    scenario: 'Authorizer, no token',
    statusLine: 'HTTP/1.1 401',
    body: '"message": "Unauthorized"',
    diagnosis: /authorizer|identity source/i,
  },
  {
    gateway: 'AWS API Gateway',
    scenario: 'Authorizer that denies',
    statusLine: 'HTTP/1.1 403',
    body: '"message": "Forbidden"',
    diagnosis: /authorizer/i,
  },
  {
    gateway: 'IBM API Connect',
    scenario: 'No client id',
    statusLine: 'HTTP/1.1 401',
    body: 'Invalid client id or secret.',
    diagnosis: /client id/i,
  },
  {
    gateway: 'IBM API Connect',
    scenario: 'Unknown base path',
    statusLine: 'HTTP/1.1 404',
    body: 'API not found for requested URI',
    diagnosis: /path/i,
  },
];

for (const { gateway, scenario, statusLine, body, diagnosis } of REFUSALS) {
  test(`${gateway} refuses and Postern says why: ${scenario}`, async ({ app }) => {
    await app.choose(gateway, scenario);
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Failed refused with /);
    await expect(app.handshake).toContainText(statusLine);
    await expect(app.handshake).toContainText(body);
    await expect(app.diagnosis).toContainText(diagnosis);
    await expect(app.connectButton).toBeVisible();
  });
}

test('a certificate that nobody vouches for fails the TLS step, and is shown all the same', async ({
  app,
}) => {
  await app.choose('IBM API Connect', 'Certificate not trusted');
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Failed at TLS/);
  await expect(app.handshake).toContainText('itself (self-signed)');
  await expect(app.diagnosis).toContainText(/certificate/i);
});

test('a 101 written by hand breaks the rules, and the checks say which', async ({ app }) => {
  await app.choose('IBM API Connect', 'Script 101, as published');
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Failed/);
  await expect(app.handshake).toContainText('HTTP/1.1 101');
  await expect(app.handshake.getByText(/\d broken/)).toBeVisible();
});

test('what is not an upgrade is told so by API Management and by the service behind Apigee', async ({
  app,
  postern,
}) => {
  const base = (name: string) =>
    (postern.gateways.find((gateway) => gateway.name === name)?.baseUrl ?? '').replace(/^ws/, 'http');
  const { request } = app.page;
  const apim = await request.get(`${base('Azure API Management')}/client/hubs/chatdemo`);
  expect(apim.status()).toBe(400);
  expect(await apim.text()).toBe('{ "statusCode": 400, "message": "Invalid websocket upgrade request" }');

  await app.choose('Google Apigee', 'Echo, API key');
  const value = app.queryParameters.getByRole('textbox', { name: 'Value' }).first();
  const key = await value.inputValue();
  const apigee = await request.get(
    `${base('Google Apigee')}/v1/samples/websockets?apikey=${encodeURIComponent(key)}`,
  );
  expect(apigee.status()).toBe(426);
  expect(await apigee.text()).toContain('Upgrade Required');
});
