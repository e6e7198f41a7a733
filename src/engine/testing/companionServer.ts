import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { serveRelay } from '#companion/relay/serveRelay.ts';
import { listen } from './listen.ts';

/** The companion's relay itself, without the guard before it. */
export interface CompanionServer {
  readonly relayUrl: string;
  readonly close: () => Promise<void>;
}

export async function startCompanionServer(): Promise<CompanionServer> {
  const server = createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket) => serveRelay(socket));
  return {
    relayUrl: `ws://${await listen(server)}/api/relay`,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}
