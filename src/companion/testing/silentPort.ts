import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

/**
 * A port where nothing ever answers a SYN: a thread listens with room for one connection and then sleeps, and that room
 * is taken here. Linux drops what comes after.
 */
const LISTEN_AND_SLEEP = `
  const { createServer } = require('node:net');
  const { parentPort } = require('node:worker_threads');
  const server = createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    const sleeping = new Int32Array(new SharedArrayBuffer(4));
    setImmediate(() => Atomics.wait(sleeping, 0, 0));
  });
`;

/** A backlog of 1 holds two connections on Linux; the rest of these wait like everybody else. */
const FILLERS = 4;

export async function silentPort(): Promise<number> {
  const worker = new Worker(LISTEN_AND_SLEEP, { eval: true });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  const fillers = Array.from({ length: FILLERS }, () => connect(port, '127.0.0.1').on('error', () => {}));
  onTestFinished(async () => {
    for (const filler of fillers) filler.destroy();
    await worker.terminate();
  });
  await new Promise((resolve) => fillers[1]?.once('connect', resolve));
  return port;
}
