import type { UpgradeRequest } from '#domain/handshake/handshakeRecord.ts';
import { request as createRequest, type IncomingMessage, type InformationEvent } from 'node:http';
import type { Socket } from 'node:net';
import { MAX_HEAD_BYTES } from './limits.ts';

/** How a server can answer an upgrade request. */
export type Answer =
  /** It switched protocols; `head` is what it has sent since. */
  | { readonly kind: 'switched'; readonly message: IncomingMessage; readonly head: Buffer }
  /** A 101 without the headers that make it an upgrade: Node takes it for an ordinary or an interim answer. */
  | { readonly kind: 'bare-101'; readonly message: IncomingMessage | InformationEvent }
  /** Any other status; the body is still to be read. */
  | { readonly kind: 'response'; readonly message: IncomingMessage };

/** An upgrade request under way on a socket. */
export interface UpgradeExchange {
  /** Settles once the request has been handed to the network, or something else happened first. */
  readonly sent: Promise<void>;
  readonly answer: Promise<Answer>;
  /** What came first, for quoting; `null` until something came. */
  readonly firstBytes: () => Buffer | null;
}

const SWITCHING_PROTOCOLS = 101;

/** Sends the request exactly as it is written down, and waits for the head of the answer. */
export function sendUpgrade(
  socket: Socket,
  request: UpgradeRequest,
  path: string,
  onFirstByte: () => void,
): UpgradeExchange {
  let firstBytes: Buffer | null = null;
  const client = createRequest({
    method: 'GET',
    path,
    // A flat list is sent as it stands; Node adds nothing to it and changes no case.
    headers: request.headers.flatMap(({ name, value }) => [name, value]),
    createConnection: () => socket,
    maxHeaderSize: MAX_HEAD_BYTES,
  });
  // Node would leave out what comes after the thousandth header without a word.
  client.maxHeadersCount = 0;
  client.once('socket', () => {
    socket.prependOnceListener('data', (chunk: Buffer) => {
      firstBytes = chunk;
      onFirstByte();
    });
  });
  const answer = new Promise<Answer>((resolve, reject) => {
    client.once('upgrade', (message, _socket, head) => resolve({ kind: 'switched', message, head }));
    client.once('response', (message) => {
      const isBare = message.statusCode === SWITCHING_PROTOCOLS;
      resolve({ kind: isBare ? 'bare-101' : 'response', message });
    });
    client.on('information', (message) => {
      if (message.statusCode === SWITCHING_PROTOCOLS) resolve({ kind: 'bare-101', message });
    });
    client.on('error', reject);
  });
  const sent = new Promise<void>((resolve) => {
    client.once('finish', resolve);
    // Whatever comes first ends the sending; the answer says what it was.
    answer.then(
      () => resolve(),
      () => resolve(),
    );
  });
  client.end();
  return { sent, answer, firstBytes: () => firstBytes };
}
