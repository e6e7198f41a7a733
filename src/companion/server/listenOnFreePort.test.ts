import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { listenOnFreePort } from './listenOnFreePort.ts';

const servers = [createServer(), createServer(), createServer()] as const;

afterEach(() => {
  servers.forEach((server) => server.close());
});

describe('listenOnFreePort', () => {
  it('takes a port after the wanted one when that is taken', async () => {
    const wanted = await listenOnFreePort(servers[0], '127.0.0.1', 0);
    const second = await listenOnFreePort(servers[1], '127.0.0.1', wanted);
    const third = await listenOnFreePort(servers[2], '127.0.0.1', wanted);
    expect(second).toBeGreaterThan(wanted);
    expect(third).toBeGreaterThan(second);
    expect(third).toBeLessThanOrEqual(wanted + 20);
  });

  it('rejects with the system’s error when the address is not this machine’s', async () => {
    await expect(listenOnFreePort(servers[0], '192.0.2.1', 0)).rejects.toMatchObject({
      code: 'EADDRNOTAVAIL',
    });
  });
});
