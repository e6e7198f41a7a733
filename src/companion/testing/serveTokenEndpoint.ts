import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as a token endpoint reads it. */
export interface TokenCall {
  readonly method: string;
  readonly path: string;
  /** The decoded `Authorization: Basic`, or `null`. */
  readonly basic: string | null;
  readonly form: Readonly<Record<string, string>>;
}

export interface TokenEndpoint {
  readonly url: string;
  readonly calls: readonly TokenCall[];
}

export interface TokenReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text stands as it is; anything else is sent as JSON. */
  readonly body: unknown;
}

/** A token endpoint that lives as long as the test; `reply` decides, `silence` never answers. */
export async function serveTokenEndpoint(
  reply: (call: TokenCall) => TokenReply | 'silence',
  tls?: ServerOptions,
): Promise<TokenEndpoint> {
  const calls: TokenCall[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => {
      const call = readCall(request, Buffer.concat(chunks).toString());
      calls.push(call);
      const given = reply(call);
      if (given === 'silence') return;
      const isText = typeof given.body === 'string';
      response.writeHead(given.status ?? 200, {
        'content-type': isText ? 'text/html; charset=utf-8' : 'application/json',
        ...given.headers,
      });
      response.end(isText ? given.body : JSON.stringify(given.body));
    });
  };
  const server = tls === undefined ? createServer(answer) : createTlsServer(tls, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/oauth/token`, calls };
}

function readCall({ method = '', url = '', headers }: IncomingMessage, body: string): TokenCall {
  const basic = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1];
  return {
    method,
    path: url,
    basic: basic === undefined ? null : Buffer.from(basic, 'base64').toString(),
    form: Object.fromEntries(new URLSearchParams(body)),
  };
}
