import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';

/** A `ws` client that keeps what it receives until a test asks for it. */
export interface TestClient {
  readonly socket: WebSocket;
  /** The next message that nobody has taken: text as a string, binary as a Buffer. */
  next(): Promise<string | Buffer>;
  send(message: string | Uint8Array): void;
  /** How the connection ended. */
  closed(): Promise<{ readonly closeCode: number; readonly reason: string }>;
}

/** Resolves once open; rejects when the handshake is refused. */
export async function connectClient(
  url: string,
  subprotocols: readonly string[] = [],
  options: ClientOptions = {},
): Promise<TestClient> {
  const socket = new WebSocket(url, [...subprotocols], { rejectUnauthorized: false, ...options });
  const arrived: (string | Buffer)[] = [];
  const waiting: ((message: string | Buffer) => void)[] = [];
  socket.on('message', (data: Buffer, isBinary) => {
    const message = isBinary ? data : data.toString();
    const take = waiting.shift();
    if (take === undefined) arrived.push(message);
    else take(message);
  });
  const ending = new Promise<{ closeCode: number; reason: string }>((resolve) => {
    socket.once('close', (closeCode, reason) => {
      resolve({ closeCode, reason: reason.toString() });
    });
  });
  await once(socket, 'open');
  return {
    socket,
    next: () =>
      new Promise((resolve) => {
        const message = arrived.shift();
        if (message === undefined) waiting.push(resolve);
        else resolve(message);
      }),
    send: (message) => {
      socket.send(message);
    },
    closed: () => ending,
  };
}
