import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface CatalogueSite {
  readonly url: string;
  readonly port: number;
  readonly calls: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
}

export interface CatalogueReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A static site with one file, which lives as long as the test; a reply may also write the answer itself. */
export async function serveCatalogue(
  reply: (path: string) => CatalogueReply | ((response: ServerResponse) => void),
): Promise<CatalogueSite> {
  const calls: { path: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    calls.push({ path: request.url ?? '', headers: request.headers });
    const given = reply(request.url ?? '');
    if (typeof given === 'function') return given(response);
    response.writeHead(given.status ?? 200, { 'content-type': 'application/json', ...given.headers });
    response.end(given.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/team.json`, port, calls };
}
