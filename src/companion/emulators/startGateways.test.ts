import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { assert, integer, property, string } from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { RunningGateways } from './startGateways.ts';
import { connectClient } from './testing/connectClient.ts';
import { scenarioOf, startTestGateways, TEST_NOW } from './testing/localGateways.ts';
import { deriveSecretsFrom } from './secrets/deriveSecret.ts';

const DAY_MS = 86_400_000;

let running: RunningGateways[] = [];
const start = async (...options: Parameters<typeof startTestGateways>) => {
  const gateways = await startTestGateways(...options);
  running.push(gateways);
  return gateways;
};
afterEach(async () => {
  await Promise.all(running.map((gateways) => gateways.close()));
  running = [];
});

const credentialsOf = (gateways: RunningGateways) =>
  gateways.describe().flatMap(({ credentials }) => Object.entries(credentials));

/** All but the JWTs, which name the endpoint: its port differs from start to start in these tests. */
const keysOf = (gateways: RunningGateways) =>
  credentialsOf(gateways).filter(([, value]) => !value.includes('.'));

describe('keys and tokens', () => {
  test('are the same after a restart with the same seed', async () => {
    const [first, second] = [await start(), await start()];
    expect(keysOf(first)).toEqual(keysOf(second));
    expect(keysOf(first)).toHaveLength(15);
  });

  test('are all others with another seed', async () => {
    const [first, second] = [await start(), await start({ seed: 'another seed for tests' })];
    const firstValues = new Set(credentialsOf(first).map(([, value]) => value));
    expect(credentialsOf(second).filter(([, value]) => firstValues.has(value))).toEqual([]);
  });

  test('depend on nothing but seed and purpose', () => {
    assert(
      property(string(), string(), integer({ min: 1, max: 100 }), (seed, purpose, length) => {
        const key = deriveSecretsFrom(seed).alphanumeric(purpose, length);
        expect(key).toMatch(/^[A-Za-z0-9]+$/);
        expect(key).toHaveLength(length);
        expect(deriveSecretsFrom(seed).alphanumeric(purpose, length)).toBe(key);
      }),
    );
  });

  test('of a profile saved today are still good in 29 days, and in 31 no more', async () => {
    let now = TEST_NOW;
    const gateways = await start({ now: () => now });
    const { url } = scenarioOf(gateways, 'apim-chat').request;
    now += 29 * DAY_MS;
    const client = await connectClient(url);
    client.socket.close();
    now += 2 * DAY_MS;
    await expect(connectClient(url)).rejects.toThrow('Unexpected server response: 401');
  });
});

describe('ports', () => {
  test('follow one another from the first, and a taken one is replaced', async () => {
    const firstPort = await fiveFreePorts();
    const holder = createServer().listen(firstPort + 2, '127.0.0.1');
    await once(holder, 'listening');
    const { gateways } = await start({ firstPort });
    const ports = gateways.map(({ baseUrl }) => Number(new URL(baseUrl).port));
    expect(gateways.map(({ gateway }) => gateway)).toEqual(['apim', 'webpubsub', 'apigee', 'aws', 'ibm']);
    expect([ports[0], ports[1], ports[3], ports[4]]).toEqual([
      firstPort,
      firstPort + 1,
      firstPort + 3,
      firstPort + 4,
    ]);
    expect(ports[2]).not.toBe(firstPort + 2);
    holder.close();
  });
});

describe('the description', () => {
  test('gives the connection string of Web PubSub in the form of the portal', async () => {
    const gateways = await start();
    const [, webPubSub] = gateways.describe();
    expect(webPubSub?.connectionString).toMatch(
      /^Endpoint=http:\/\/127\.0\.0\.1:\d+;AccessKey=[A-Za-z0-9+/]{43}=;Version=1\.0;$/,
    );
    expect(gateways.describe().filter(({ connectionString }) => connectionString !== undefined)).toHaveLength(
      1,
    );
  });

  test('gives the URLs that open', async () => {
    const [, , apigee] = (await start()).describe();
    expect(Object.keys(apigee?.urls ?? {})).toEqual([
      'apigee-echo',
      'apigee-oauth',
      'apigee-header-key',
      'apigee-cut-30s',
      'apigee-cut-idle',
      'apigee-cut-300s',
      'apigee-token-expires',
    ]);
  });
});

describe('reset and close', () => {
  test.each(['apim-chat', 'webpubsub-chat', 'apigee-echo', 'aws-echo', 'ibm-upper'])(
    'reset cuts %s, which can be opened again at once',
    async (id) => {
      const gateways = await start();
      const { url } = scenarioOf(gateways, id).request;
      const client = await connectClient(url);
      gateways.reset();
      expect(await client.closed()).toEqual({ closeCode: 1006, reason: '' });
      const again = await connectClient(url);
      expect(again.socket.readyState).toBe(again.socket.OPEN);
    },
  );

  test('close cuts every connection and frees the ports', async () => {
    const gateways = await startTestGateways();
    const client = await connectClient(scenarioOf(gateways, 'apim-chat').request.url);
    await gateways.close();
    expect(await client.closed()).toEqual({ closeCode: 1006, reason: '' });
    await expect(connectClient(scenarioOf(gateways, 'apim-chat').request.url)).rejects.toThrow(
      'ECONNREFUSED',
    );
  });
});

/** A row of ports that are free now, taken from what the system gives out. */
async function fiveFreePorts(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port > 65_000 ? fiveFreePorts() : port;
}
