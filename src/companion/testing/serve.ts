import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';

/** A server of raw sockets that lives as long as the test. */
export interface TestServer {
  readonly port: number;
  /** Everything that clients have sent, in the order of arrival. */
  readonly received: () => Buffer;
  /** Every socket accepted so far. */
  readonly sockets: readonly Socket[];
  /** Resolves with the next socket that is accepted. */
  readonly nextSocket: () => Promise<Socket>;
  /** Resolves when the next socket that is accepted has closed, in whatever way. */
  readonly nextClosed: () => Promise<void>;
}

export interface ServeOptions {
  readonly host?: string;
  readonly tls?: TlsOptions;
  /** Leaves what clients send unread, so that it fills the buffers on the way. */
  readonly readsNothing?: boolean;
}

/** Serves on a free port; `behave` may do to each socket what no decent server would. */
export async function serve(
  behave: (socket: Socket) => void,
  options: ServeOptions = {},
): Promise<TestServer> {
  const sockets: Socket[] = [];
  const received: Buffer[] = [];
  const waiting: ((socket: Socket) => void)[] = [];
  const accept = (socket: Socket): void => {
    sockets.push(socket);
    // Clients that are cut off are what these tests are about.
    socket.on('error', () => {});
    if (options.readsNothing !== true) socket.on('data', (chunk) => received.push(chunk));
    behave(socket);
    for (const resolve of waiting.splice(0)) resolve(socket);
  };
  const server: Server =
    options.tls === undefined ? createServer(accept) : createTlsServer(options.tls, accept);
  // A handshake that a client breaks off is what some of these tests are about.
  server.on('tlsClientError', () => {});
  const raw = new Set<Socket>();
  server.on('connection', (socket: Socket) => raw.add(socket));
  await new Promise<void>((resolve) => server.listen(0, options.host ?? '127.0.0.1', resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of [...raw, ...sockets]) socket.destroy();
    await closed;
  });
  const nextSocket = (): Promise<Socket> => new Promise((resolve) => waiting.push(resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received: () => Buffer.concat(received),
    sockets,
    nextSocket,
    nextClosed: async () => {
      const socket = await nextSocket();
      await new Promise((resolve) => socket.once('close', resolve));
    },
  };
}
