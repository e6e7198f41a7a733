import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOneTimeCodes } from '../../guard/oneTimeCodes.ts';
import { createCompanion } from '../createCompanion.ts';
import { createPageServer } from '../createPageServer.ts';
import type { CompanionOptions } from '../companion.ts';
import { listenOnFreePort } from '../listenOnFreePort.ts';
import { readPageFiles } from '../pageFiles.ts';

export const TOKEN = 'test-token-of-43-characters-0123456789-abcde';

export interface TestServer {
  readonly port: number;
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** What was reported to the terminal. */
  readonly reported: readonly string[];
  send(call: Call): Promise<TestAnswer>;
  /** The `Cookie` header of a browser that has given the token. */
  startSession(): Promise<string>;
  close(): Promise<void>;
}

export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A whole server on a free port of loopback, with a small page. */
export async function startServer(options: Partial<CompanionOptions> = {}): Promise<TestServer> {
  const page = await writePage();
  const reported: string[] = [];
  const companion = createCompanion({
    token: TOKEN,
    codes: createOneTimeCodes(() => 0),
    version: '1.2.3',
    startedAt: 1_700_000_000_000,
    bindHost: '127.0.0.1',
    gateways: () => [],
    connections: {
      recordOnce: async () => {
        throw new Error('no dialling in this test');
      },
      fetchToken: async () => {
        throw new Error('no tokens in this test');
      },
      fetchCatalogue: async () => {
        throw new Error('no catalogues in this test');
      },
      serveRelay: (socket) => socket.on('message', (data) => socket.send(data)),
    },
    profilesFile: null,
    variables: new Map(),
    report: (line) => reported.push(line),
    ...options,
  });
  const server = createPageServer(await readPageFiles(join(page, 'public')), companion);
  const port = await listenOnFreePort(server, '127.0.0.1', 0);
  const host = `127.0.0.1:${port}`;

  function send({ method = 'GET', path, headers = {}, body }: Call): Promise<TestAnswer> {
    return new Promise((resolve, reject) => {
      const request = httpRequest({ host: '127.0.0.1', port, method, path, headers: { host, ...headers } });
      request.once('error', reject);
      request.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      });
      request.end(body);
    });
  }

  return {
    port,
    host,
    reported,
    send,
    async startSession() {
      const { headers } = await send({
        method: 'POST',
        path: '/api/session',
        headers: { origin: `http://${host}`, 'content-type': 'application/json' },
        body: JSON.stringify({ token: TOKEN }),
      });
      return headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
    },
    async close() {
      companion.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(page, { recursive: true });
    },
  };
}

/** `public/` is the page; `outside.txt` beside it is what no path may reach. */
async function writePage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'postern-page-'));
  await mkdir(join(folder, 'public', 'assets'), { recursive: true });
  await writeFile(
    join(folder, 'public', 'index.html'),
    '<meta property="csp-nonce" nonce="__POSTERN_NONCE__"><div id="root"></div>',
  );
  await writeFile(join(folder, 'public', 'assets', 'main-abc123.js'), 'export {};');
  await writeFile(join(folder, 'public', 'icon.svg'), '<svg/>');
  await writeFile(join(folder, 'outside.txt'), 'outside');
  return folder;
}
