import { describe, expect, it } from 'vitest';
import { RELAY_WINDOW_BYTES } from '#wire/relayMessage.ts';
import type { EntryRecord } from '#wire/entryBatch.ts';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { acceptUpgrade } from '../testing/answers.ts';
import { requestTo } from '../testing/requestTo.ts';
import { serve } from '../testing/serve.ts';
import { servePeer } from './testing/peerServer.ts';
import { openRelayPage } from './testing/relayPage.ts';
import { settled } from './testing/settled.ts';

const MESSAGE_BYTES = 16 * 1024;
const MESSAGES = 12_800;
const FLOOD_BYTES = MESSAGES * MESSAGE_BYTES;

/** What the relay may hold, bytes: its window twice (as entries and as batches) and the buffers of its sockets. */
const MEMORY_BOUND_BYTES = 32 * 1024 * 1024;
/** What the kernel's socket buffers may hold on top, bytes. */
const KERNEL_BOUND_BYTES = 32 * 1024 * 1024;

/** Long enough for 200 MB through two sockets of one process on a busy machine, ms. */
const FLOOD_LIMIT_MS = 60_000;

/** An unmasked binary frame whose payload begins with its number. */
function numberedFrame(sequence: number): Buffer {
  const frame = Buffer.alloc(4 + MESSAGE_BYTES);
  frame.writeUInt16BE(0x827e);
  frame.writeUInt16BE(MESSAGE_BYTES, 2);
  frame.writeUInt32BE(sequence, 4);
  return frame;
}

/** Writes all frames, as fast as the socket takes them. */
function flood(socket: Socket): void {
  let sequence = 0;
  const pour = (): void => {
    while (sequence < MESSAGES && !socket.destroyed) {
      const goesOn = socket.write(numberedFrame(sequence));
      sequence += 1;
      if (!goesOn) return;
    }
  };
  socket.on('drain', pour);
  pour();
}

/** Checks that numbered messages come whole and in order, and counts them. */
function createSequenceCheck() {
  const state = { next: 0, disorder: 0, bytes: 0 };
  let isWithin = false;
  const take = ({ payload, hasMore, isSent }: EntryRecord): void => {
    if (isSent) return;
    if (!isWithin) {
      const sequence = new DataView(payload.buffer, payload.byteOffset).getUint32(0);
      if (sequence !== state.next) state.disorder += 1;
      state.next += 1;
    }
    state.bytes += payload.byteLength;
    isWithin = hasMore;
  };
  return { state, take };
}

describe('flow control', () => {
  it(
    'slows a server while the page gives no credit, and loses nothing',
    async () => {
      const server = await serve(acceptUpgrade([], flood));
      const { state, take } = createSequenceCheck();
      const page = await openRelayPage({ credits: false, onRecord: take });
      const before = process.memoryUsage().arrayBuffers;
      await page.connect(requestTo(`ws://127.0.0.1:${server.port}/`));

      const written = await settled(() => server.sockets[0]?.bytesWritten ?? 0);
      expect(page.uncreditedBytes).toBeLessThanOrEqual(RELAY_WINDOW_BYTES);
      expect(page.uncreditedBytes).toBeGreaterThan(RELAY_WINDOW_BYTES / 2);
      expect(written).toBeLessThan(KERNEL_BOUND_BYTES);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(MEMORY_BOUND_BYTES);

      page.creditAll();
      await page.until(() => state.next === MESSAGES && state.bytes === FLOOD_BYTES);
      expect(state).toEqual({ next: MESSAGES, disorder: 0, bytes: FLOOD_BYTES });
    },
    FLOOD_LIMIT_MS,
  );

  it(
    'slows the page while the server reads nothing, and loses nothing',
    async () => {
      const received = { next: 0, disorder: 0 };
      const { url, nextPeer } = await servePeer((peer) => {
        peer.pause();
        peer.on('message', (data: Buffer) => {
          if (data.readUInt32BE() !== received.next) received.disorder += 1;
          received.next += 1;
        });
      });
      const page = await openRelayPage({ onRecord: () => {} });
      const connected = nextPeer();
      await page.connect(requestTo(url));
      const peer = await connected;
      for (let sequence = 0; sequence < MESSAGES / 4; sequence += 1) {
        page.sendMessage('binary', numberedFrame(sequence).subarray(4));
      }

      expect(await settled(page.relay.bytesRead)).toBeLessThan(MEMORY_BOUND_BYTES);

      peer.resume();
      await expect.poll(() => received.next, { timeout: FLOOD_LIMIT_MS }).toBe(MESSAGES / 4);
      expect(received.disorder).toBe(0);
    },
    FLOOD_LIMIT_MS,
  );

  it(
    'does not stand still when page and server both wait to be read',
    async () => {
      // Reads nothing more while its own answers are not taken: as careful as the relay itself.
      const { url } = await servePeer((peer) => {
        peer.on('message', (data: Buffer) => {
          peer.send(data, () => resumeWhenTaken(peer));
          if (peer.bufferedAmount > 64 * 1024) peer.pause();
        });
      });
      const { state, take } = createSequenceCheck();
      const page = await openRelayPage({ onRecord: take });
      await page.connect(requestTo(url));
      const count = MESSAGES / 8;
      for (let sequence = 0; sequence < count; sequence += 1) {
        page.sendMessage('binary', numberedFrame(sequence).subarray(4));
      }
      await page.until(() => state.next === count && state.bytes === count * MESSAGE_BYTES);
      expect(state.disorder).toBe(0);
    },
    FLOOD_LIMIT_MS,
  );

  it('finds out that a page has gone that it does not read', async () => {
    const { url } = await servePeer((peer) => peer.pause());
    const page = await openRelayPage({ onRecord: () => {}, limits: { probeMs: 20 } });
    await page.connect(requestTo(url));
    for (let sequence = 0; sequence < MESSAGES / 8; sequence += 1) {
      page.sendMessage('binary', numberedFrame(sequence).subarray(4));
    }
    expect(await settled(page.relay.bytesRead)).toBeLessThan(FLOOD_BYTES / 8);
    page.webSocket.terminate();
    await expect(page.relay.ended).resolves.toBeUndefined();
  });
});

function resumeWhenTaken(peer: WebSocket): void {
  if (peer.isPaused && peer.bufferedAmount === 0) peer.resume();
}
