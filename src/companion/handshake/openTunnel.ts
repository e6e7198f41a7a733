import type { UpgradeResponse } from '#domain/handshake/handshakeRecord.ts';
import { request as createRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import type { Attempt } from './attempt.ts';
import type { Proxy } from './chooseProxy.ts';
import { MAX_HEAD_BYTES } from './limits.ts';
import { readBody, type BodyReading } from './readBody.ts';
import { readResponseHead } from './responseHead.ts';
import { formatEndpoint, type Target } from './target.ts';

/** What a proxy said to CONNECT (RFC 9110 section 9.3.6). */
export type TunnelAnswer =
  | { readonly kind: 'opened'; readonly socket: Socket }
  | { readonly kind: 'refused'; readonly response: UpgradeResponse; readonly body: BodyReading };

/** A proxy reached over `https:` speaks TLS first. */
export function secureProxy(
  socket: Socket,
  proxy: Proxy,
  trust: Pick<ConnectionOptions, 'ca' | 'rejectUnauthorized'>,
  attempt: Attempt,
): Promise<Socket> {
  if (!proxy.isSecure) return Promise.resolve(socket);
  return new Promise((resolve, reject) => {
    const secured = connectTls({ ...trust, socket, host: proxy.host, ALPNProtocols: ['http/1.1'] });
    attempt.keepOver(secured, socket);
    secured.once('secureConnect', () => resolve(secured));
    secured.once('error', reject);
  });
}

/** Asks the proxy for a tunnel, for `ws:` and `wss:` alike. Rejects with the network's or the parser's error. */
export function openTunnel(socket: Socket, proxy: Proxy, target: Target): Promise<TunnelAnswer> {
  return new Promise((resolve, reject) => {
    const endpoint = formatEndpoint(target.host, target.port);
    const authorization = proxy.authorization === null ? [] : ['Proxy-Authorization', proxy.authorization];
    const client = createRequest({
      method: 'CONNECT',
      path: endpoint,
      headers: ['Host', endpoint, ...authorization],
      createConnection: () => socket,
      maxHeaderSize: MAX_HEAD_BYTES,
    });
    client.maxHeadersCount = 0;
    client.once('error', reject);
    // Node emits this for any status: to CONNECT, every answer ends the HTTP part of the connection.
    client.once('connect', (message, _socket, head) => {
      if (isSuccess(message)) {
        if (head.length > 0) socket.unshift(head);
        resolve({ kind: 'opened', socket });
      } else {
        const response = readResponseHead(message, 'proxy');
        // The parser has left, so the body is raw: as long as Content-Length says, or to the end of the connection.
        const body = readBody(socket, { head, length: contentLength(message) });
        resolve({ kind: 'refused', response, body });
      }
    });
    client.end();
  });
}

function isSuccess({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode >= 200 && statusCode < 300;
}

function contentLength({ headers }: IncomingMessage): number | null {
  const length = Number(headers['content-length'] ?? Number.NaN);
  return Number.isNaN(length) ? null : length;
}
