import { once } from 'node:events';
import { request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningGateways } from '../startGateways.ts';
import { connectClient } from '../testing/connectClient.ts';
import { scenarioOf, startTestGateways } from '../testing/localGateways.ts';
import { sendHandshake } from '../testing/sendHandshake.ts';
import { createTurnedClock } from '../testing/turnedClock.ts';

const SECOND_MS = 1_000;

// OpenSSL judges the certificate by the real time.
const clock = createTurnedClock(Date.now());
let gateways: RunningGateways;
beforeAll(async () => {
  gateways = await startTestGateways({ now: clock.now, schedule: clock.schedule });
});
afterAll(() => gateways.close());

const requestOf = (id: string) => scenarioOf(gateways, id).request;
const urlOf = (id: string) => requestOf(id).url;

describe('the certificate', () => {
  test('is not trusted by a client that verifies it', async () => {
    const { expects, request } = scenarioOf(gateways, 'ibm-untrusted');
    expect([expects, request.options.tls.verifiesCertificate]).toEqual(['failed', true]);
    await expect(connectClient(request.url, [], { rejectUnauthorized: true })).rejects.toThrow(
      'self-signed certificate',
    );
  });

  test('is trusted by a client that has been given it', async () => {
    const client = await connectClient(urlOf('ibm-upper'), [], {
      rejectUnauthorized: true,
      ca: gateways.certificate.certificatePem,
    });
    expect(await client.next()).toBe('Welcome to the WebSocket server!');
  });

  test('is not verified by the other scenarios', () => {
    const { scenarios } = gateways.gateways[4] ?? { scenarios: [] };
    const verifying = scenarios.filter(({ request }) => request.options.tls.verifiesCertificate);
    expect(verifying.map(({ id }) => id)).toEqual(['ibm-untrusted']);
  });

  test('can be accepted on a page that says what it is', async () => {
    const url = new URL('/', urlOf('ibm-upper').replace('wss:', 'https:'));
    const asked = httpsRequest(url, { rejectUnauthorized: false }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    expect(await text(response)).toBe(
      'This is the local IBM API Connect gateway. This browser accepts its certificate now.\n',
    );
  });

  test('survives a client that hangs up instead of trusting it', async () => {
    const { hostname, port } = new URL(urlOf('ibm-upper'));
    const socket = connectTls({ host: hostname, port: Number(port), rejectUnauthorized: true });
    await expect(once(socket, 'secureConnect')).rejects.toThrow('self-signed certificate');
    const client = await connectClient(urlOf('ibm-upper'));
    expect(await client.next()).toBe('Welcome to the WebSocket server!');
  });
});

describe('the order of evaluation', () => {
  const statusOf = async (url: URL, method = 'GET') => (await sendHandshake(url.href, { method })).statusLine;

  test('looks up the API before the client id', async () => {
    expect(await statusOf(new URL('/org/sandbox/nope', urlOf('ibm-upper')))).toBe('HTTP/1.1 404 Not Found');
  });

  test('looks up the API before the method, and the method before the client id', async () => {
    const url = new URL(urlOf('ibm-no-client-id'));
    const response = await sendHandshake(url.href, { method: 'POST', headers: [['Content-Length', '0']] });
    expect(response.statusLine).toBe('HTTP/1.1 405 Method Not Allowed');
    expect(response.body).toBe(
      '{"httpCode":"405","httpMessage":"Method Not Allowed","moreInformation":"The method is not allowed for the requested URL"}',
    );
    url.pathname = '/org/sandbox/nope';
    expect(
      (await sendHandshake(url.href, { method: 'POST', headers: [['Content-Length', '0']] })).statusLine,
    ).toBe('HTTP/1.1 404 Not Found');
  });

  test('looks at the client id before the rate limit and the backend', async () => {
    for (const id of ['ibm-rate-limit', 'ibm-backend-down']) {
      const url = new URL(urlOf(id));
      url.search = '';
      expect(await statusOf(url)).toBe('HTTP/1.1 401 Unauthorized');
    }
  });
});

describe('a GatewayScript that answers 101', () => {
  const KEY: readonly [string, string][] = [
    ['Connection', 'Upgrade'],
    ['Upgrade', 'websocket'],
    ['Sec-WebSocket-Version', '13'],
    // The key and its answer are those of RFC 6455 section 1.3.
    ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
  ];

  test('as published sets the accept value, and neither Upgrade nor Connection', async () => {
    expect(await sendHandshake(urlOf('ibm-gatewayscript'), { headers: KEY })).toEqual({
      statusLine: 'HTTP/1.1 101 Switching Protocols',
      headers: [['Sec-WebSocket-Accept', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=']],
      body: '',
    });
  });

  test('with both headers opens, and then nothing answers a message, a ping or a close', async () => {
    const client = await connectClient(urlOf('ibm-gatewayscript-silent'));
    const heard: string[] = [];
    for (const event of ['message', 'pong', 'close'] as const)
      client.socket.on(event, () => heard.push(event));
    client.send('hello');
    client.socket.ping();
    client.socket.close(1000);
    // Another connection's round trip is the measure of time here: it was started later and is long done.
    const other = await connectClient(urlOf('ibm-upper'));
    await other.next();
    expect(heard).toEqual([]);
    client.socket.terminate();
  });
});

describe('an open connection', () => {
  test('greets, then answers in upper case', async () => {
    const client = await connectClient(urlOf('ibm-upper'));
    client.send('straße');
    expect(await client.next()).toBe('Welcome to the WebSocket server!');
    expect(await client.next()).toBe('Processed message: STRASSE');
  });

  test('with a websocket-idle-timeout is cut when it has been silent for so long', async () => {
    const client = await connectClient(urlOf('ibm-idle'));
    await client.next();
    clock.turn(59 * SECOND_MS);
    client.send('x');
    expect(await client.next()).toBe('Processed message: X');
    clock.turn(60 * SECOND_MS - 1);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    clock.turn(1);
    expect(await client.closed()).toEqual({ closeCode: 1006, reason: '' });
  });

  test('without one is not', async () => {
    const client = await connectClient(urlOf('ibm-upper'));
    await client.next();
    clock.turn(24 * 3_600 * SECOND_MS);
    client.send('x');
    expect(await client.next()).toBe('Processed message: X');
  });
});

describe('an answer of the gateway', () => {
  test.each([
    ['application/json', 'application/json'],
    ['text/html, */*;q=0.1', 'application/json'],
    ['text/html', 'application/xml'],
  ])('to a client that accepts %s is %s', async (accept, contentType) => {
    const { headers } = await sendHandshake(urlOf('ibm-no-client-id'), {
      extraHeaders: [['Accept', accept]],
    });
    expect(headers).toContainEqual(['Content-Type', contentType]);
  });
});
