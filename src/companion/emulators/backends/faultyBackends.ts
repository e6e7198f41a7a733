import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { LOOPBACK, type ListeningServer } from '../server/listen.ts';

/** Services that take a connection and then disappoint. */
export interface FaultyBackends {
  /** Answers every upgrade with 404. */
  readonly refusing: ListeningServer;
  /** Hangs up as soon as it has read something. */
  readonly endingEarly: ListeningServer;
  /** Reads, and says nothing. */
  readonly silent: ListeningServer;
}

export async function startFaultyBackends(): Promise<FaultyBackends> {
  const [refusing, endingEarly, silent] = await Promise.all([
    start(
      createHttpServer((_request, response) => {
        response.writeHead(404, { 'Content-Type': 'text/plain' }).end('No WebSocket here.');
      }),
    ),
    start(
      createServer((socket) => {
        socket.once('data', () => socket.end());
      }),
    ),
    start(
      createServer((socket) => {
        socket.resume();
      }),
    ),
  ]);
  return { refusing, endingEarly, silent };
}

function start(server: Server): Promise<ListeningServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    // Who hangs up on these servers is in the right.
    socket.on('error', () => {});
    socket.once('close', () => {
      sockets.delete(socket);
    });
  });
  const disconnectAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, LOOPBACK, () => {
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
