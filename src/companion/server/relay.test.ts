import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { TOKEN, startServer } from './testing/startServer.ts';
import type { TestServer } from './testing/startServer.ts';

let server: TestServer;
let origin: string;
let cookie: string;

beforeAll(async () => {
  server = await startServer();
  origin = `http://${server.host}`;
  cookie = await server.startSession();
});

afterAll(async () => {
  await server.close();
});

function open(headers: Record<string, string>, path = '/api/relay'): WebSocket {
  return new WebSocket(`ws://${server.host}${path}`, { headers });
}

/** The status that refused the upgrade, or 101. */
async function statusOf(socket: WebSocket): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (request, response) => {
      resolve(response.statusCode ?? 0);
      request.destroy();
    });
    socket.on('error', reject);
  });
}

describe('the relay', () => {
  it('opens for our page with the session, and without compression', async () => {
    const socket = open({ origin, cookie });
    await once(socket, 'open');
    expect(socket.extensions).toBe('');
    socket.send('hello');
    const [data] = (await once(socket, 'message')) as [Buffer];
    expect(data.toString()).toBe('hello');
    socket.terminate();
  });

  it('refuses a foreign Host', async () => {
    expect(await statusOf(open({ origin, cookie, host: 'attacker.example' }))).toBe(421);
  });

  it('refuses a foreign Host on every path', async () => {
    expect(await statusOf(open({ origin, cookie, host: 'attacker.example' }, '/'))).toBe(421);
  });

  it.each(['http://attacker.example', 'null', 'http://127.0.0.1:1'])(
    'refuses the Origin %s',
    async (foreign) => {
      expect(await statusOf(open({ origin: foreign, cookie }))).toBe(403);
    },
  );

  it('refuses a missing Origin', async () => {
    expect(await statusOf(open({ cookie }))).toBe(403);
  });

  it('refuses a socket that the browser calls cross-site', async () => {
    expect(await statusOf(open({ origin, cookie, 'sec-fetch-site': 'cross-site' }))).toBe(403);
  });

  it('refuses a missing or wrong session', async () => {
    expect(await statusOf(open({ origin }))).toBe(401);
    expect(await statusOf(open({ origin, cookie: `postern-${server.port}=${TOKEN}` }))).toBe(401);
    expect(await statusOf(open({ origin }, `/api/relay?token=${TOKEN}`))).toBe(401);
  });

  it('is at its own path alone', async () => {
    expect(await statusOf(open({ origin, cookie }, '/api/relays'))).toBe(404);
    expect(await statusOf(open({ origin, cookie }, '/'))).toBe(404);
  });

  it('closes with 1009 after a message over its limit', async () => {
    const socket = open({ origin, cookie });
    await once(socket, 'open');
    socket.send(new Uint8Array(1024 * 1024 + 1));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1009);
  });

  it('serves 64 connections and refuses the next', async () => {
    const sockets = Array.from({ length: 64 }, () => open({ origin, cookie }));
    expect(new Set(await Promise.all(sockets.map(statusOf)))).toEqual(new Set([101]));
    expect(await statusOf(open({ origin, cookie }))).toBe(503);
    const closed = sockets.map((socket) => once(socket, 'close'));
    sockets.forEach((socket) => socket.close());
    await Promise.all(closed);
  });
});
