import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';

/** A server that answers the page's relative URLs as the test says. */
export interface ApiServer {
  readonly requests: readonly { readonly method: string; readonly path: string; readonly body: string }[];
  /** What the next requests get. */
  readonly answerWith: (answer: ApiAnswer) => void;
  readonly close: () => Promise<void>;
}

type ApiAnswer =
  | { readonly status: number; readonly json: unknown }
  | { readonly status: number; readonly text: string }
  /** Takes the request and never answers. */
  | 'silence'
  /** Ends the connection without an answer. */
  | 'hang-up';

export async function startApiServer(): Promise<ApiServer> {
  const requests: { method: string; path: string; body: string }[] = [];
  let answer: ApiAnswer = { status: 404, text: 'Not found' };
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      requests.push({ method: request.method ?? '', path: request.url ?? '', body });
      give(answer, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { fetch } = globalThis;
  // A page's fetch knows where the page came from; Node's has to be told.
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(new URL(path, origin), init));
  return {
    requests,
    answerWith(next) {
      answer = next;
    },
    async close() {
      vi.unstubAllGlobals();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function give(answer: ApiAnswer, response: ServerResponse): void {
  if (answer === 'silence') return;
  if (answer === 'hang-up') {
    response.destroy();
    return;
  }
  if (answer.status === 204) {
    response.writeHead(204).end();
    return;
  }
  const isJson = 'json' in answer;
  response.writeHead(answer.status, { 'content-type': isJson ? 'application/json' : 'text/html' });
  response.end(isJson ? JSON.stringify(answer.json) : answer.text);
}
