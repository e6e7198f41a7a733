import { fileURLToPath } from 'node:url';
import { urlHost } from '../guard/bindAddress.ts';
import { openCompanion } from '../openCompanion.ts';
import { createPageServer } from '../server/createPageServer.ts';
import { listenOnFreePort } from '../server/listenOnFreePort.ts';
import { readPageFiles } from '../server/pageFiles.ts';
import { announce } from './announce.ts';
import { closeWhenStopped } from './closeWhenStopped.ts';
import type { ServeOptions } from './options.ts';

/** Beside the built companion. */
const PAGE_FOLDER = fileURLToPath(new URL('../page/', import.meta.url));

/** `postern`: the page, the companion and the local gateways, until Ctrl-C. */
export async function serve(options: ServeOptions): Promise<void> {
  const [page, opened] = await Promise.all([readPageFiles(PAGE_FOLDER), openCompanion(options)]);
  const server = createPageServer(page, opened.companion);
  closeWhenStopped(async () => {
    server.close();
    const closed = opened.close();
    server.closeAllConnections();
    await closed;
  });
  const port = await listenOnFreePort(server, options.host, options.port);
  announce(`http://${urlHost(options.host)}:${port}/`, opened, options);
}
