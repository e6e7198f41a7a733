import { onRequest, serveRaw } from '../fixtures/serveRaw.ts';
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

/** What stands before a gateway, by the first finding that its own answer must get; each as such a server writes it. */
const FRONTS: Readonly<Record<string, readonly [head: string, body: string]>> = {
  'front-nginx': [
    'HTTP/1.1 502 Bad Gateway\r\nServer: nginx/1.24.0 (Ubuntu)\r\nContent-Type: text/html',
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.24.0 (Ubuntu)</center>\r\n</body>\r\n</html>\r\n',
  ],
  'front-tls-expected': [
    'HTTP/1.1 400 Bad Request\r\nServer: nginx/1.24.0\r\nContent-Type: text/html',
    '<html>\r\n<head><title>400 The plain HTTP request was sent to HTTPS port</title></head>\r\n<body>\r\n<center><h1>400 Bad Request</h1></center>\r\n<center>The plain HTTP request was sent to HTTPS port</center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n',
  ],
  'front-haproxy': [
    'HTTP/1.0 503 Service Unavailable\r\nCache-Control: no-cache\r\nContent-Type: text/html',
    '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n',
  ],
  'front-apache': [
    'HTTP/1.1 404 Not Found\r\nServer: Apache/2.4.62 (Debian)\r\nContent-Type: text/html; charset=iso-8859-1',
    '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>404 Not Found</title>\n</head><body>\n<h1>Not Found</h1>\n<p>The requested URL was not found on this server.</p>\n</body></html>\n',
  ],
  'front-caddy': ['HTTP/1.1 502 Bad Gateway\r\nServer: Caddy', ''],
  'front-google-load-balancer': [
    'HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html; charset=UTF-8\r\nReferrer-Policy: no-referrer',
    '\n<html><head>\n<title>502 Server Error</title>\n</head>\n<body text=#000000 bgcolor=#ffffff>\n<h1>Error: Server Error</h1>\n<h2>The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds.</h2>\n<h2></h2>\n</body></html>\n',
  ],
  'front-aws-load-balancer': [
    'HTTP/1.1 503 Service Temporarily Unavailable\r\nServer: awselb/2.0\r\nContent-Type: text/html',
    '<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n</body>\r\n</html>\r\n',
  ],
  'front-cloudfront': [
    'HTTP/1.1 403 Forbidden\r\nServer: CloudFront\r\nX-Cache: Error from cloudfront\r\nX-Amz-Cf-Id: mD8Zw==\r\nContent-Type: text/html',
    '<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY>\n<H1>403 ERROR</H1>\n<H2>The request could not be satisfied.</H2>\nRequest blocked.\n<PRE>\nGenerated by cloudfront (CloudFront)\n</PRE></BODY></HTML>',
  ],
  'front-azure-front-door': [
    'HTTP/1.1 502 Bad Gateway\r\nX-Azure-Ref: 20261122T120000Z-1a2b\r\nX-Azure-ExternalError: OriginInvalidResponse\r\nContent-Type: text/html',
    "<!DOCTYPE html><html><head><title>Service unavailable</title></head><body><h2>Our services aren't available right now</h2></body></html>",
  ],
  'front-login-redirect': [
    'HTTP/1.1 302 Found\r\nLocation: https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1',
    '',
  ],
  'front-login-page': [
    'HTTP/1.1 200 OK\r\nContent-Type: text/html',
    '<!doctype html><html><form method="post"><input name="user"><input name="pass" type="password"></form></html>',
  ],
  'front-captive-portal': [
    'HTTP/1.1 511 Network Authentication Required\r\nContent-Type: text/html',
    '<html><head><title>Network Authentication Required</title></head></html>',
  ],
};

/** A dozen attempts in one page: a second each, or a few on a busy machine. */
const ALL_FRONTS_MS = 60_000;

test('what stands before a gateway and answers in its place is told by name', async ({ app, start }) => {
  test.setTimeout(ALL_FRONTS_MS);
  const server = await start(
    serveRaw((socket) =>
      onRequest(socket, (request) => {
        const [, id = ''] = /^GET \/(\S+)/.exec(request) ?? [];
        const [head = '', body = ''] = FRONTS[id] ?? [];
        socket.write(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      }),
    ),
  );
  for (const id of Object.keys(FRONTS)) {
    await test.step(id, async () => {
      await app.urlField.fill(`ws://${server.host}/${id}`);
      await app.connectButton.click();
      await expect(app.findings.first()).toHaveAttribute('data-finding-id', id);
    });
  }
});
