import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificate } from './certificate.ts';
import { type Exchange, type Handler, plainExchange, upgradeExchange } from './exchange.ts';

/** Emulators are for this machine only. */
export const LOOPBACK = '127.0.0.1';

export interface ListenOptions {
  /** 0 for any free port. A port that is taken falls back to a free one. */
  readonly port: number;
  /** Given, the server speaks TLS. */
  readonly certificate?: Certificate;
  readonly handle: Handler;
}

export interface ListeningServer {
  readonly port: number;
  /** Cuts every connection, without a closing handshake. */
  disconnectAll(): void;
  close(): Promise<void>;
}

export async function listen({ port, certificate, handle }: ListenOptions): Promise<ListeningServer> {
  const server =
    certificate === undefined
      ? createHttpServer()
      : createHttpsServer({ cert: certificate.certificatePem, key: certificate.keyPem });

  server.on('request', (request, response) => {
    run(handle, plainExchange(request, response), request.socket);
  });
  server.on('upgrade', (request, socket, head) => {
    ignoreErrors(socket);
    run(handle, upgradeExchange(request, socket, head), socket);
  });
  // Without a listener Node answers 400 by itself to what is no HTTP; a socket that is gone takes no answer.
  server.on('clientError', (_error, socket) => {
    socket.destroy();
  });
  // A client that does not trust the certificate hangs up in the middle of the TLS handshake.
  server.on('tlsClientError', (_error, socket) => {
    socket.destroy();
  });

  const sockets = trackSockets(server);
  await bind(server, port);

  const disconnectAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    disconnectAll,
    close() {
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        disconnectAll();
      });
    },
  };
}

function run(handle: Handler, exchange: Exchange, socket: Duplex): void {
  Promise.resolve()
    .then(() => handle(exchange))
    // A fault of the emulator itself must not look like an answer of the gateway.
    .catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
      socket.destroy();
    });
}

/** A client may vanish at any time; its socket's `close` event says all that anyone needs to know. */
function ignoreErrors(socket: Duplex): void {
  socket.on('error', () => {});
}

function trackSockets(server: Server): ReadonlySet<Duplex> {
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
    });
  });
  return sockets;
}

async function bind(server: Server, port: number): Promise<void> {
  try {
    await bindTo(server, port);
  } catch (error) {
    if (port === 0 || !isTaken(error)) throw error;
    await bindTo(server, 0);
  }
}

function bindTo(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** EACCES: the system keeps the port for itself (Windows reserves ranges, Unix those below 1024). */
function isTaken(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
  );
}
