import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Tab } from './tab.ts';

/** A page that only counts: what a browser's WebSocket can give at most, whatever is built on it. */
export interface BarePage {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const HTML = '<!doctype html><title>Bare page</title><p>Counts messages.</p><input aria-label="Message">';

export async function serveBarePage(): Promise<BarePage> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(HTML);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

declare global {
  var benchCount: number;
  var benchSocket: WebSocket;
}

export async function connectBare(tab: Tab, url: string): Promise<void> {
  await tab.call(async (url: string) => {
    const socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    globalThis.benchCount = 0;
    globalThis.benchSocket = socket;
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the barest page there is
    socket.onmessage = () => {
      globalThis.benchCount += 1;
    };
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error('The bare page could not connect.')));
    });
  }, url);
}

/** Resolves in the frame in which the page has counted so many. */
export async function untilCounted(tab: Tab, count: number): Promise<void> {
  await tab.call(
    (count: number) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (globalThis.benchCount >= count) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    count,
  );
}

/** Round trips of one message after another, ms. */
export async function echoBare(tab: Tab, message: string, rounds: number): Promise<readonly number[]> {
  return await tab.call(
    async (message: string, rounds: number) => {
      const times: number[] = [];
      const socket = globalThis.benchSocket;
      for (let round = 0; round < rounds; round += 1) {
        const startedAt = performance.now();
        // One after another is what is measured.
        await new Promise((resolve) => {
          socket.addEventListener('message', resolve, { once: true });
          socket.send(message);
        });
        times.push(performance.now() - startedAt);
      }
      return times;
    },
    message,
    rounds,
  );
}
