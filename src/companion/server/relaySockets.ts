import { STATUS_CODES } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { RELAY_PATH } from '#wire/relayMessage.ts';
import { checkOrigin } from '../guard/checkCaller.ts';
import type { Refusal } from '../guard/refusal.ts';
import { callerOf, hostsFor, pathOf } from './callerOf.ts';
import type { CompanionOptions } from './companion.ts';
import { SESSION_REQUIRED, hasSession } from './hasSession.ts';
import { jsonHeaders, problemOf } from './sendJson.ts';

/** Relay connections at once: far more than a person can watch, few enough that a runaway page harms nobody. */
const MAX_RELAYS = 64;

/**
 * One message from the engine, bytes: a batch has 256 KiB (`MAX_BATCH_BYTES`), a dial with certificates and keys may have
 * some hundred.
 */
const MAX_RELAY_MESSAGE_BYTES = 1024 * 1024;

export interface RelaySockets {
  /** Takes over the socket of any upgrade below `/api`: serves the relay, or refuses. */
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly close: () => void;
}

export function createRelaySockets(options: CompanionOptions): RelaySockets {
  const server = new WebSocketServer({
    noServer: true,
    // Loopback is faster than any compression.
    perMessageDeflate: false,
    maxPayload: MAX_RELAY_MESSAGE_BYTES,
  });

  function refusalOf(request: IncomingMessage): Refusal | null {
    const hosts = hostsFor(request, options.bindHost);
    const foreign = checkOrigin(callerOf(request), hosts, true);
    if (foreign !== null) return foreign;
    if (pathOf(request) !== RELAY_PATH) return NO_SOCKET_HERE;
    if (!hasSession(request, options.token)) return SESSION_REQUIRED;
    return server.clients.size >= MAX_RELAYS ? TOO_MANY_RELAYS : null;
  }

  server.on('connection', (socket) => {
    // A message over the limit or a broken frame: ws closes the socket itself and says why in the Close frame. Without
    // a listener the error would end the process.
    socket.on('error', () => undefined);
    options.connections.serveRelay(socket);
  });

  return {
    accept(request, socket, head) {
      const refusal = refusalOf(request);
      if (refusal !== null) refuseUpgrade(socket, refusal);
      else
        server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request));
    },
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

/** Answers an upgrade as an ordinary request: there is no `ServerResponse` for a socket that asked to be one. */
export function refuseUpgrade(socket: Duplex, refusal: Refusal): void {
  const body = JSON.stringify(problemOf(refusal));
  const headers = { ...jsonHeaders(Buffer.byteLength(body)), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  // The caller may have gone; then nobody needs the answer.
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}\r\n${lines.join('')}\r\n${body}`,
    () => socket.destroy(),
  );
}

export const NO_SOCKET_HERE: Refusal = {
  status: 404,
  code: 'path-unknown',
  message: 'The companion has no WebSocket at this path. Is the page of another version? Reload it.',
};

const TOO_MANY_RELAYS: Refusal = {
  status: 503,
  code: 'relays-exhausted',
  message: `The companion serves ${MAX_RELAYS} connections already. Close some and try again.`,
};
