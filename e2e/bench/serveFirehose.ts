import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { onRequest, serveRaw } from '../fixtures/serveRaw.ts';
import { createClientFrameReader } from './clientFrames.ts';
import { ECHO_ASK, ECHO_GOT } from './echo.ts';
import { encodeFlood } from './encodeFlood.ts';
import type { Flood } from './flood.ts';
import { serverFrame } from './serverFrame.ts';
import { now } from './wallClock.ts';

/** A WebSocket server of raw sockets. At `/echo` it answers each message, anywhere else it pours when it is told to. */
export interface Firehose {
  readonly host: string;
  /** Encodes what `pour` will send. */
  readonly prepare: (flood: Flood) => void;
  /** Sends all of it over the newest connection, as fast as that takes it; resolves once the last byte has been handed over. */
  readonly pour: () => Promise<Pour>;
  /** Bytes that the newest connection has been handed so far. */
  readonly poured: () => number;
  readonly close: () => Promise<void>;
}

/** When the first byte was written and when the last was handed to the system, ms since the epoch. */
export interface Pour {
  readonly startedAt: number;
  readonly endedAt: number;
}

const TEXT = 0x1;
const CLOSE = 0x8;

export async function serveFirehose(): Promise<Firehose> {
  let newest: Socket | null = null;
  let chunks: readonly Buffer[] = [];
  const server = await serveRaw((socket) => {
    socket.setNoDelay(true);
    onRequest(socket, (head) => {
      socket.write(upgradeResponse(head));
      const isEcho = head.startsWith('GET /echo ');
      if (!isEcho) newest = socket;
      const read = createClientFrameReader();
      socket.on('data', (chunk: Buffer) => {
        for (const { opcode, payload } of read(chunk)) {
          if (opcode === CLOSE) socket.end(closeFrame(payload));
          else if (isEcho && opcode === TEXT) socket.write(serverFrame(true, answerTo(payload)));
        }
      });
    });
  });
  return {
    host: server.host,
    prepare: (flood) => (chunks = encodeFlood(flood)),
    async pour() {
      if (newest === null) throw new Error('There is nobody to pour for.');
      return await pourInto(newest, chunks);
    },
    poured: () => newest?.bytesWritten ?? 0,
    close: server.close,
  };
}

async function pourInto(socket: Socket, chunks: readonly Buffer[]): Promise<Pour> {
  const startedAt = now();
  await new Promise<void>((resolve, reject) => {
    let next = 0;
    const goOn = (): void => {
      while (next < chunks.length) {
        const chunk = chunks[next];
        next += 1;
        if (chunk !== undefined && !socket.write(chunk)) return;
      }
      socket.off('drain', goOn);
      if (socket.writableLength === 0) resolve();
      else socket.once('drain', resolve);
    };
    socket.on('drain', goOn);
    socket.once('close', () => reject(new Error('The connection ended while the firehose was pouring.')));
    goOn();
  });
  return { startedAt, endedAt: now() };
}

/** RFC 6455 section 4.2.2. */
function upgradeResponse(head: string): string {
  const key = /^sec-websocket-key: *(\S+)/im.exec(head)?.[1] ?? '';
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  return [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${accept}`,
    '\r\n',
  ].join('\r\n');
}

function closeFrame(payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x80 | CLOSE, payload.byteLength]), payload]);
}

/** The question itself with one word changed: whoever waits for the answer knows it from the question. */
function answerTo(question: Buffer): Buffer {
  return Buffer.from(question.toString('latin1').replace(ECHO_ASK, ECHO_GOT), 'latin1');
}
