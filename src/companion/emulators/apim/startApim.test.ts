import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningGateways } from '../startGateways.ts';
import { connectClient } from '../testing/connectClient.ts';
import { scenarioOf, startTestGateways, TEST_NOW } from '../testing/localGateways.ts';
import { type HandshakeOverrides, sendHandshake, UPGRADE_HEADERS } from '../testing/sendHandshake.ts';
import { createTurnedClock } from '../testing/turnedClock.ts';

const MINUTE_MS = 60_000;

const clock = createTurnedClock(TEST_NOW);
let gateways: RunningGateways;
beforeAll(async () => {
  gateways = await startTestGateways({ now: clock.now, schedule: clock.schedule });
});
afterAll(() => gateways.close());

const urlOf = (id: string) => scenarioOf(gateways, id).request.url;
const headersWithout = (name: string) => UPGRADE_HEADERS.filter(([candidate]) => candidate !== name);

describe('a call that is not an upgrade', () => {
  const cases: [string, HandshakeOverrides][] = [
    ['with no upgrade headers', { headers: [] }],
    ['without Connection', { headers: headersWithout('Connection') }],
    ['without Upgrade', { headers: headersWithout('Upgrade') }],
    ['without Sec-WebSocket-Version', { headers: headersWithout('Sec-WebSocket-Version') }],
    [
      'with version 8',
      { headers: [...headersWithout('Sec-WebSocket-Version'), ['Sec-WebSocket-Version', '8']] },
    ],
    ['to another protocol', { headers: [...headersWithout('Upgrade'), ['Upgrade', 'h2c']] }],
  ];
  test.each(cases)('%s is answered 400', async (_title, overrides) => {
    const { statusLine, headers, body } = await sendHandshake(urlOf('apim-chat'), overrides);
    expect({ statusLine, body }).toEqual({
      statusLine: 'HTTP/1.1 400 Bad Request',
      body: '{ "statusCode": 400, "message": "Invalid websocket upgrade request" }',
    });
    expect(headers.slice(0, 2)).toEqual([
      ['Content-Length', '69'],
      ['Content-Type', 'application/json'],
    ]);
  });
});

describe('the order of evaluation', () => {
  test('looks up the route before the upgrade headers and the key', async () => {
    const url = new URL(urlOf('apim-extra-path'));
    url.search = '';
    expect((await sendHandshake(url.href, { headers: [] })).statusLine).toBe('HTTP/1.1 404 Not Found');
  });

  test('looks at the upgrade headers before the key', async () => {
    expect((await sendHandshake(urlOf('apim-no-key'), { headers: [] })).statusLine).toBe(
      'HTTP/1.1 400 Bad Request',
    );
  });

  test('looks at the key before the policies', async () => {
    const url = new URL(urlOf('apim-rate-limit'));
    url.searchParams.delete('subscription-key');
    expect((await sendHandshake(url.href)).statusLine).toBe('HTTP/1.1 401 Access Denied');
  });

  test('looks at the key before the backend looks at the token', async () => {
    const url = new URL(urlOf('apim-wrong-key'));
    url.searchParams.delete('access_token');
    const { headers } = await sendHandshake(url.href);
    expect(headers.map(([name]) => name)).toContain('WWW-Authenticate');
  });
});

describe('the subscription key', () => {
  test('in the header wins over the one in the query', async () => {
    const { body } = await sendHandshake(urlOf('apim-chat'), {
      extraHeaders: [['Ocp-Apim-Subscription-Key', 'wrong']],
    });
    expect(body).toContain('invalid subscription key');
  });

  test('in the header makes a wrong one in the query harmless', async () => {
    const goodKey = scenarioOf(gateways, 'apim-header-key').request.headers[0]?.value ?? '';
    const { statusLine } = await sendHandshake(urlOf('apim-wrong-key'), {
      extraHeaders: [['ocp-apim-subscription-key', goodKey]],
    });
    expect(statusLine).toBe('HTTP/1.1 101 Switching Protocols');
  });
});

describe('an open connection', () => {
  test('carries fragments, pings and the close of either side through to Web PubSub', async () => {
    const client = await connectClient(urlOf('apim-chat'));
    client.socket.send('frag', { fin: false });
    client.socket.send('ment');
    expect(await client.next()).toBe('fragment');
    const ponged = new Promise((resolve) => client.socket.once('pong', resolve));
    client.socket.ping('are you there');
    expect(String(await ponged)).toBe('are you there');
    client.socket.close(4001, 'enough');
    expect(await client.closed()).toEqual({ closeCode: 4001, reason: 'enough' });
  });

  test('shares its groups with clients that came without the gateway', async () => {
    const through = await connectClient(urlOf('apim-chat-json'), ['json.webpubsub.azure.v1']);
    const direct = await connectClient(urlOf('webpubsub-chat-json'), ['json.webpubsub.azure.v1']);
    await Promise.all([through.next(), direct.next()]);
    through.send('{"type":"joinGroup","group":"both","ackId":1}');
    await through.next();
    direct.send('{"type":"sendToGroup","group":"both","dataType":"text","data":"across"}');
    expect(await through.next()).toContain('"data":"across"');
  });

  test('is cut without a Close frame after 4 minutes without a byte', async () => {
    const client = await connectClient(urlOf('apim-idle'));
    clock.turn(3 * MINUTE_MS);
    client.send('hello');
    expect(await client.next()).toBe('hello');
    clock.turn(4 * MINUTE_MS - 1);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    clock.turn(1);
    expect(await client.closed()).toEqual({ closeCode: 1006, reason: '' });
  });
});
