import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';

export interface PeerServer {
  readonly url: string;
  /** Resolves with the next connection. */
  readonly nextPeer: () => Promise<WebSocket>;
}

/** A server of the protocol as ws has it, for upstream: `behave` has each connection. */
export async function servePeer(
  behave: (peer: WebSocket) => void = echo,
  perMessageDeflate = false,
): Promise<PeerServer> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate });
  const waiting: ((peer: WebSocket) => void)[] = [];
  server.on('connection', (peer) => {
    behave(peer);
    waiting.shift()?.(peer);
  });
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(async () => {
    for (const client of server.clients) client.terminate();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `ws://127.0.0.1:${port}/`, nextPeer: () => new Promise((resolve) => waiting.push(resolve)) };
}

/** Sends every message back. */
export function echo(peer: WebSocket): void {
  peer.on('message', (data, isBinary) => peer.send(data, { binary: isBinary }));
}
