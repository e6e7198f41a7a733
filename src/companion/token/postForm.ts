import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { requestOn } from '../handshake/requestOn.ts';

export interface FormPost {
  readonly host: string;
  readonly path: string;
  readonly userAgent: string;
  readonly authorization: string | null;
  readonly body: string;
}

/** Posts a form on a socket that is there already; resolves with the head of the answer. */
export function postForm(
  socket: Socket,
  { host, path, userAgent, authorization, body }: FormPost,
): Promise<IncomingMessage> {
  return requestOn(socket, {
    method: 'POST',
    host,
    path,
    userAgent,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
      ...(authorization === null ? {} : { Authorization: authorization }),
    },
    body,
  });
}
