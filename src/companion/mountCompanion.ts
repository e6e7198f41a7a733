import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { Connect, ViteDevServer } from 'vite';
import { announce } from './command/announce.ts';
import type { ServeOptions } from './command/options.ts';
import type * as CompanionModule from './openCompanion.ts';

/** What Vite's dev and preview servers have in common; `watcher` is the dev server's alone. */
interface HostServer {
  readonly middlewares: Connect.Server;
  readonly httpServer: object | null;
  readonly resolvedUrls: ViteDevServer['resolvedUrls'];
  readonly watcher?: ViteDevServer['watcher'];
  printUrls: () => void;
}

/**
 * The companion's code is loaded here and not imported: the configuration file stays quick to load for builds and
 * tests, and a change of that code takes effect while the dev server runs.
 */
async function loadCompanion() {
  const path = fileURLToPath(new URL('openCompanion.ts', import.meta.url));
  const { module, dependencies } = await runnerImport<typeof CompanionModule>(path);
  return { open: module.openCompanion, sources: new Set(dependencies) };
}

export async function mountCompanion(server: HostServer, options: ServeOptions): Promise<void> {
  let { open, sources } = await loadCompanion();
  let opened = await open(options);

  server.middlewares.use((request, response, next) => {
    if (!opened.companion.handleRequest(request, response)) next();
  });
  const httpServer = server.httpServer as Server | null;
  // What it does not take is Vite's own WebSocket, for which Vite listens itself.
  httpServer?.on('upgrade', (request, socket, head) => opened.companion.handleUpgrade(request, socket, head));
  httpServer?.once('close', () => void opened.close());
  server.printUrls = () => {
    const urls = [...(server.resolvedUrls?.local ?? []), ...(server.resolvedUrls?.network ?? [])];
    if (urls[0] !== undefined) announce(urls[0], opened, options);
  };

  async function reload(): Promise<void> {
    ({ open, sources } = await loadCompanion());
    await opened.close();
    opened = await open(options);
    console.log('The companion has changed and started anew.');
  }
  let reloading = Promise.resolve();
  server.watcher?.on('change', (path) => {
    if (!sources.has(path)) return;
    // Half-written code does not load; the companion of before stays until it does.
    reloading = reloading.then(reload).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
    });
  });
}
