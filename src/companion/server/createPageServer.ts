import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Companion } from './companion.ts';
import type { PageFiles } from './pageFiles.ts';
import { NO_SOCKET_HERE, refuseUpgrade } from './relaySockets.ts';
import { servePage } from './servePage.ts';

/** A request has to be here whole after so long, ms: they are small and come over loopback. */
const REQUEST_TIMEOUT_MS = 30_000;

/** The built page and the companion behind one port. */
export function createPageServer(files: PageFiles, companion: Companion): Server {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
    if (!companion.handleRequest(request, response)) servePage(files, request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    if (!companion.handleUpgrade(request, socket, head)) refuseUpgrade(socket, NO_SOCKET_HERE);
  });
  return server;
}
