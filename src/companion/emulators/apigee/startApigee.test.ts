import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningGateways } from '../startGateways.ts';
import { connectClient } from '../testing/connectClient.ts';
import { scenarioOf, startTestGateways } from '../testing/localGateways.ts';
import { sendHandshake } from '../testing/sendHandshake.ts';

let gateways: RunningGateways;
beforeAll(async () => {
  gateways = await startTestGateways();
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
