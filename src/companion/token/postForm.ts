import { request as createRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { MAX_HEAD_BYTES } from '../handshake/limits.ts';

export interface FormPost {
  readonly host: string;
  readonly path: string;
  readonly userAgent: string;
  readonly authorization: string | null;
  readonly body: string;
}

/** Posts a form on a socket that is there already; resolves with the head of the answer. */
export function postForm(socket: Socket, post: FormPost): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const client = createRequest({
      method: 'POST',
      path: post.path,
      createConnection: () => socket,
      maxHeaderSize: MAX_HEAD_BYTES,
      setHost: false,
      headers: {
        Host: post.host,
        'User-Agent': post.userAgent,
        Accept: 'application/json',
        // What is not compressed has the size that it says.
        'Accept-Encoding': 'identity',
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': Buffer.byteLength(post.body),
        ...(post.authorization === null ? {} : { Authorization: post.authorization }),
        Connection: 'close',
      },
    });
    client.once('response', resolve);
    client.on('error', reject);
    client.end(post.body);
  });
}
