import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningGateways } from '../startGateways.ts';
import { connectClient } from '../testing/connectClient.ts';
import { scenarioOf, startTestGateways, TEST_NOW } from '../testing/localGateways.ts';
import { sendHandshake } from '../testing/sendHandshake.ts';
import { createTurnedClock } from '../testing/turnedClock.ts';

const SECOND_MS = 1_000;

const clock = createTurnedClock(TEST_NOW);
let gateways: RunningGateways;
beforeAll(async () => {
  gateways = await startTestGateways({ now: clock.now, schedule: clock.schedule });
});
afterAll(() => gateways.close());

const urlOf = (id: string) => scenarioOf(gateways, id).request.url;

describe('a plain GET', () => {
  test('with a good key is answered 426 by the backend', async () => {
    const { statusLine, headers, body } = await sendHandshake(urlOf('apigee-echo'), { headers: [] });
    expect(statusLine).toBe('HTTP/1.1 426 Upgrade Required');
    expect(headers).toContainEqual(['Content-Type', 'text/plain']);
    expect(body).toBe('Upgrade Required');
  });

  test('without a key is refused by the gateway first', async () => {
    const { statusLine } = await sendHandshake(urlOf('apigee-no-key'), { headers: [] });
    expect(statusLine).toBe('HTTP/1.1 401 Unauthorized');
  });
});

describe('the order of evaluation', () => {
  test('looks up the base path before the key', async () => {
    const url = new URL(urlOf('apigee-unknown-path'));
    url.search = '';
    expect((await sendHandshake(url.href)).statusLine).toBe('HTTP/1.1 404 Not Found');
  });

  test('runs the policies of the PreFlow in turn', async () => {
    const url = new URL(urlOf('apigee-spike-arrest'));
    url.search = '';
    expect((await sendHandshake(url.href)).statusLine).toBe('HTTP/1.1 401 Unauthorized');
  });

  test('verifies the key before it connects to the target', async () => {
    const url = new URL(urlOf('apigee-target-down'));
    url.search = '';
    expect((await sendHandshake(url.href)).statusLine).toBe('HTTP/1.1 401 Unauthorized');
  });
});

describe('a request line', () => {
  test('of 7,168 bytes passes, and one byte more is answered 414 before anything else is looked at', async () => {
    const url = new URL('/v1/nope', urlOf('apigee-echo'));
    url.search = 'a'.repeat(7_168 - 'GET /v1/nope? HTTP/1.1'.length);
    expect((await sendHandshake(url.href)).statusLine).toBe('HTTP/1.1 404 Not Found');
    expect((await sendHandshake(`${url.href}a`)).statusLine).toBe('HTTP/1.1 414 URI Too Long');
  });
});

describe('a target that never answers', () => {
  test('is given up on after 55 s, with 504', async () => {
    const answered = sendHandshake(urlOf('apigee-target-silent'));
    // Another's round trip, started later, is the measure: the gateway has turned to the target by then.
    await sendHandshake(urlOf('apigee-target-eof'));
    clock.turn(55 * SECOND_MS);
    const { statusLine, body } = await answered;
    expect([statusLine, body]).toEqual([
      'HTTP/1.1 504 Gateway Timeout',
      '{"fault":{"faultstring":"Gateway Timeout","detail":{"errorcode":"messaging.adaptors.http.flow.GatewayTimeout","reason":"TARGET_READ_TIMEOUT"}}}',
    ]);
  });
});

describe('a cut', () => {
  const CUT = { closeCode: 1006, reason: '' };
  const open = async (id: string) => {
    const client = await connectClient(urlOf(id));
    const echo = async () => {
      client.send('hello');
      expect(await client.next()).toBe('hello');
    };
    await echo();
    return { client, echo };
  };

  test.each([
    ['by the load balancer comes after 30 s', 'apigee-cut-30s', 30],
    ['by the ingress comes after 300 s', 'apigee-cut-300s', 300],
    ['at the expiry of the token comes after 45 s', 'apigee-token-expires', 45],
  ])('%s, however busy the connection is', async (_title, id, seconds) => {
    const { client, echo } = await open(id);
    clock.turn(seconds * SECOND_MS - 1);
    await echo();
    clock.turn(1);
    expect(await client.closed()).toEqual(CUT);
  });

  test('of a silent connection comes 60 s after the last byte', async () => {
    const { client, echo } = await open('apigee-cut-idle');
    clock.turn(59 * SECOND_MS);
    await echo();
    clock.turn(60 * SECOND_MS - 1);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    clock.turn(1);
    expect(await client.closed()).toEqual(CUT);
  });
});

describe('a base path', () => {
  test('takes a suffix, which goes to the target', async () => {
    const url = new URL(urlOf('apigee-echo'));
    url.pathname += '/room/1';
    expect((await sendHandshake(url.href)).statusLine).toBe('HTTP/1.1 101 Switching Protocols');
  });

  test('ends at a slash', async () => {
    const url = new URL(urlOf('apigee-echo'));
    url.pathname += 'x';
    expect((await sendHandshake(url.href)).statusLine).toBe('HTTP/1.1 404 Not Found');
  });
});

describe('an open connection', () => {
  test('echoes text as text and binary as binary', async () => {
    const client = await connectClient(urlOf('apigee-echo'));
    client.send('grüße');
    client.send(Buffer.of(0, 255));
    expect(await client.next()).toBe('grüße');
    expect(await client.next()).toEqual(Buffer.of(0, 255));
  });

  test('has the compression that client and target agree on', async () => {
    const client = await connectClient(urlOf('apigee-echo'), [], { perMessageDeflate: { threshold: 0 } });
    expect(client.socket.extensions).toBe('permessage-deflate');
    client.send('a'.repeat(10_000));
    expect(await client.next()).toBe('a'.repeat(10_000));
  });

  test('ends with the close of the target after a protocol error', async () => {
    const client = await connectClient(urlOf('apigee-echo'));
    client.socket.send(Buffer.of(0xff, 0xfe), { binary: false });
    expect(await client.closed()).toEqual({ closeCode: 1007, reason: '' });
  });
});
