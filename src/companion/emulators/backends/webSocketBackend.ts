import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { LOOPBACK, type ListeningServer } from '../server/listen.ts';

/** The server that the Apigee sample puts behind its proxy: what comes in goes out. */
export function startEchoServer(): Promise<ListeningServer> {
  return startWebSocketBackend({
    welcome: null,
    reply: (data) => data,
  });
}

/** The server of the IBM sample, approach 1. */
export function startUpperCaseServer(): Promise<ListeningServer> {
  return startWebSocketBackend({
    welcome: 'Welcome to the WebSocket server!',
    reply: (data) => `Processed message: ${data.toString().toUpperCase()}`,
  });
}

interface Behaviour {
  readonly welcome: string | null;
  readonly reply: (data: Buffer) => Buffer | string;
}

/** A plain `ws` server: it answers a call without an upgrade with 426 `Upgrade Required` by itself (gateways.md 4.3). */
function startWebSocketBackend({ welcome, reply }: Behaviour): Promise<ListeningServer> {
  // permessage-deflate on, so that one local gateway shows a client what compression looks like.
  const server = new WebSocketServer({ host: LOOPBACK, port: 0, perMessageDeflate: true });
  server.on('connection', (socket) => {
    // `ws` closes with the right code by itself after a protocol error; there is nothing to add.
    socket.on('error', () => {});
    socket.on('message', (data: Buffer, isBinary) => {
      const answer = reply(data);
      socket.send(answer, { binary: isBinary && typeof answer !== 'string' });
    });
    if (welcome !== null) socket.send(welcome);
  });

  const disconnectAll = () => {
    for (const client of server.clients) client.terminate();
  };
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      server.off('error', reject);
      resolve({
        port: (server.address() as AddressInfo).port,
        disconnectAll,
        close: () =>
          new Promise((closed) => {
            server.close(() => {
              closed();
            });
            disconnectAll();
          }),
      });
    });
  });
}
