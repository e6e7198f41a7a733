import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { listen } from './listen.ts';

/** The other end of the connections of the contract suite: what it does is in the path. */
export interface PeerServer {
  readonly url: (path: PeerPath) => string;
  /** Has connections of `/late` read from now on. */
  readonly wake: () => void;
  readonly close: () => Promise<void>;
}

export type PeerPath =
  /** Sends every message back. Selects the first subprotocol offered. */
  | '/echo'
  /** Sends `count` numbered text messages, then closes with 1000. */
  | `/count/${number}`
  /** Closes with 4001 and a reason when the first message comes. */
  | '/bye'
  /** Ends the TCP connection when the first message comes. */
  | '/vanish'
  /** Opens and reads nothing, not even a Close frame. */
  | '/deaf'
  /** Reads nothing until `wake`; then sends every message back. */
  | '/late'
  /** Answers 403. */
  | '/refuse'
  /** Accepts the TCP connection and never answers. */
  | '/silent';

export async function startPeerServer(): Promise<PeerServer> {
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  const silent = new Set<Duplex>();
  server.on('upgrade', (request, socket, head) => {
    const path = new URL(request.url ?? '', 'ws://peer').pathname as PeerPath;
    if (path === '/silent') silent.add(socket);
    else if (path === '/refuse') socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    else sockets.handleUpgrade(request, socket, head, (peer) => serve(path, peer));
  });
  const authority = await listen(server);
  return {
    url: (path) => `ws://${authority}${path}`,
    wake() {
      for (const peer of sockets.clients) peer.resume();
    },
    async close() {
      for (const peer of sockets.clients) peer.terminate();
      for (const socket of silent) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function serve(path: PeerPath, peer: WebSocket): void {
  if (path === '/late') peer.pause();
  if (path === '/echo' || path === '/late')
    peer.on('message', (data, isBinary) => peer.send(data as Buffer, { binary: isBinary }));
  else if (path === '/deaf') peer.pause();
  else if (path === '/bye') peer.once('message', () => peer.close(4001, 'enough'));
  else if (path === '/vanish') peer.once('message', () => peer.terminate());
  else {
    const count = Number(path.split('/').at(-1));
    for (let number = 0; number < count; number += 1) peer.send(`message ${number}`);
    peer.close(1000);
  }
}
