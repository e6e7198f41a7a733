import { request as createRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { MAX_HEAD_BYTES } from './limits.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly host: string;
  readonly path: string;
  readonly userAgent: string;
  /** Beside those that every request has. */
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body?: string;
}

/** Sends a request on a socket that is there already; resolves with the head of the answer. */
export function requestOn(
  socket: Socket,
  { method, host, path, userAgent, headers = {}, body }: HttpRequest,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const client = createRequest({
      method,
      path,
      createConnection: () => socket,
      maxHeaderSize: MAX_HEAD_BYTES,
      setHost: false,
      headers: {
        Host: host,
        'User-Agent': userAgent,
        Accept: 'application/json',
        // What is not compressed has the size that it says.
        'Accept-Encoding': 'identity',
        ...headers,
        Connection: 'close',
      },
    });
    client.once('response', resolve);
    client.on('error', reject);
    client.end(body);
  });
}
