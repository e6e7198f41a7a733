import { once } from 'node:events';
import type { Server } from 'node:http';

/** How many ports after a taken one are tried: more than anyone has Posterns. */
const MAX_TRIES = 20;
const MAX_PORT = 65_535;

/** Listens on `port`, or on the next free one; `0` takes any. Returns the port that it became. */
export async function listenOnFreePort(server: Server, host: string, port: number): Promise<number> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await listen(server, host, port + tried);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || tried === MAX_TRIES || port + tried === MAX_PORT) throw error;
    }
  }
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host);
  // Rejects with the server's `error` event.
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server listens on no port.');
  return address.port;
}
