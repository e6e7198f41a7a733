import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import type { ConnectionAdapter, OpenAdapter } from '../adapters/connectionAdapter.ts';
import { withKeepAlive } from '../adapters/withKeepAlive.ts';
import type { KeepAlive } from '#domain/profile/profile.ts';
import { TranscriptStore } from '../transcript/transcriptStore.ts';
import { MAX_WAITING_BYTES } from '../adapters/sendingLimit.ts';
import { requestTo } from './fakeEngine.ts';
import { startPeerServer } from './peerServer.ts';
import type { PeerPath, PeerServer } from './peerServer.ts';
import { createRecordingSink } from './recordingSink.ts';
import type { RecordingSink } from './recordingSink.ts';

/** Long enough for 32 MB through four sockets on a busy machine, ms. */
const FLOOD_LIMIT_MS = 30_000;

/** Short, so that a test sees several, ms. */
const KEEP_ALIVE_MS = 10;

/** More messages of a megabyte than a socket and the system's buffers hold before they are read. */
const MANY = 100;

export interface AdapterUnderTest {
  readonly open: OpenAdapter;
  readonly close: () => Promise<void>;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What the engine may rely on, whichever transport makes the connection. */
export function describeAdapter(
  transport: ConnectionRequest['transport'],
  start: () => Promise<AdapterUnderTest>,
): void {
  describe(`the ${transport} adapter`, () => {
    let peer: PeerServer;
    let subject: AdapterUnderTest;
    let sink: RecordingSink;
    let adapter: ConnectionAdapter;

    beforeAll(async () => {
      peer = await startPeerServer();
      subject = await start();
    });
    afterAll(async () => {
      await peer.close();
      await subject.close();
    });
    beforeEach(() => {
      sink = createRecordingSink();
    });
    afterEach(() => adapter.abandon());

    const phase = () => sink.connection().phase;
    const reaches = (kind: ReturnType<typeof phase>['kind']) => sink.until(() => phase().kind === kind);

    function connect(path: PeerPath, fields: Partial<ConnectionRequest> = {}): void {
      adapter = subject.open(requestTo(peer.url(path), { transport, ...fields }), sink);
    }

    async function connectTo(path: PeerPath, fields: Partial<ConnectionRequest> = {}): Promise<void> {
      connect(path, fields);
      await reaches('open');
    }

    /** Data entries as `> sent` and `< received`. */
    function log(): string[] {
      const store = new TranscriptStore();
      for (const record of sink.records) store.append(record);
      return Array.from({ length: store.count }, (_, index) => index)
        .filter(
          (index) => store.kindAt(index) === ENTRY_KIND.text || store.kindAt(index) === ENTRY_KIND.binary,
        )
        .map((index) => {
          const mark = store.isSentAt(index) ? '>' : '<';
          const payload = store.payloadAt(index);
          return store.kindAt(index) === ENTRY_KIND.text
            ? `${mark} ${new TextDecoder().decode(payload)}`
            : `${mark} [${payload.join(' ')}]`;
        });
    }

    /** The first byte of each binary message that came in whole. */
    function receivedBinary(): (number | undefined)[] {
      const firsts: (number | undefined)[] = [];
      let first: number | undefined;
      for (const { isSent, kind, hasMore, payload } of sink.records) {
        if (isSent || kind !== ENTRY_KIND.binary) continue;
        first ??= payload[0];
        if (hasMore) continue;
        firsts.push(first);
        first = undefined;
      }
      return firsts;
    }

    it('tells nothing before its owner holds it', () => {
      connect('/echo');
      expect(sink.events).toEqual([]);
    });

    it('begins with started and ends with an outcome', async () => {
      await connectTo('/echo');
      const types = sink.events.map((event) => (event.type === 'handshake' ? event.event.type : event.type));
      expect(types[0]).toBe('started');
      expect(types.at(-1)).toBe('ended');
      expect(sink.connection().record).toMatchObject({
        url: peer.url('/echo'),
        madeBy: transport,
        outcome: { kind: 'open', subprotocol: null },
      });
    });

    it('names the subprotocol selected', async () => {
      await connectTo('/echo', { subprotocols: ['chat', 'superchat'] });
      expect(sink.connection().record?.outcome).toMatchObject({ kind: 'open', subprotocol: 'chat' });
    });

    it('records text and binary both ways in order', async () => {
      await connectTo('/echo');
      adapter.send({ kind: 'text', text: 'grüße' });
      await sink.until(() => sink.records.length >= 2);
      adapter.send({ kind: 'binary', bytes: new Uint8Array([0, 255, 7]) });
      await sink.until(() => log().length === 4);
      expect(log()).toEqual(['> grüße', '< grüße', '> [0 255 7]', '< [0 255 7]']);
    });

    it('carries an empty message', async () => {
      await connectTo('/echo');
      adapter.send({ kind: 'text', text: '' });
      await sink.until(() => log().length === 2);
      expect(log()).toEqual(['> ', '< ']);
    });

    it('carries a message longer than a batch whole', async () => {
      await connectTo('/echo');
      const text = Array.from({ length: 40_000 }, (_, index) => `line ${index}\n`).join('');
      adapter.send({ kind: 'text', text });
      await sink.until(() => log().length === 2);
      expect(log()).toEqual([`> ${text}`, `< ${text}`]);
    });

    it('loses and reorders nothing of ten thousand messages', async () => {
      connect('/count/10000');
      await reaches('closed');
      expect(log()).toEqual(Array.from({ length: 10_000 }, (_, index) => `< message ${index}`));
    });

    it('stamps entries with times that do not go back', async () => {
      const before = performance.timeOrigin + performance.now();
      connect('/count/100');
      await reaches('closed');
      const times = sink.records.map((record) => record.time);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times[0]).toBeGreaterThan(before - 1_000);
    });

    it('closes with the code and reason asked for', async () => {
      await connectTo('/echo');
      adapter.close(4000, 'done');
      expect(sink.rejections).toEqual([]);
      await reaches('closed');
      expect(phase()).toMatchObject({
        ending: { closeCode: 4000, reason: 'done', wasClean: true, by: 'local' },
      });
      expect(sink.events.map((event) => event.type)).toContain('closing');
    });

    it('closes without a code', async () => {
      await connectTo('/echo');
      adapter.close(null, '');
      await reaches('closed');
      expect(phase()).toMatchObject({ ending: { closeCode: 1005, wasClean: true, by: 'local' } });
    });

    it.each([
      [1005, ''],
      [1001, ''],
      [999, ''],
      [1000, 'ü'.repeat(62)],
      [null, 'a reason without a code'],
    ])('does not close with %s, "%s", and stays open', async (code, reason) => {
      await connectTo('/echo');
      adapter.close(code, reason);
      expect(sink.rejections.map((rejection) => rejection.code)).toEqual(['close-invalid']);
      expect(phase().kind).toBe('open');
    });

    it('tells the code and reason of the peer', async () => {
      await connectTo('/bye');
      adapter.send({ kind: 'text', text: 'hello' });
      await reaches('closed');
      expect(phase()).toMatchObject({
        ending: { closeCode: 4001, reason: 'enough', wasClean: true, by: 'remote' },
      });
    });

    it('tells a connection that vanished from one that closed', async () => {
      await connectTo('/vanish');
      adapter.send({ kind: 'text', text: 'hello' });
      await reaches('closed');
      expect(phase()).toMatchObject({ ending: { closeCode: 1006, wasClean: false, by: 'network' } });
    });

    it('ends an attempt at once when it is cancelled', async () => {
      connect('/silent');
      await reaches('connecting');
      adapter.cancel();
      expect(phase()).toMatchObject({ kind: 'idle', cancelled: { afterMs: expect.any(Number) as number } });
    });

    it('closes what has opened when it is cancelled too late', async () => {
      await connectTo('/echo');
      adapter.cancel();
      await reaches('closed');
      expect(phase()).toMatchObject({ ending: { closeCode: 1000, by: 'local' } });
      adapter.cancel();
      expect(sink.rejections).toEqual([]);
    });

    it('fails when the time is up', async () => {
      const limits = { dnsMs: 50, tcpMs: 50, tlsMs: 50, answerMs: 50 };
      const { options } = requestTo('');
      connect('/silent', { options: { ...options, limits } });
      await reaches('failed');
      expect(phase()).toMatchObject({ outcome: { kind: 'failed', failure: { code: 'answer-timeout' } } });
    });

    it('fails or is refused where the answer is 403', async () => {
      connect('/refuse');
      await reaches('failed');
      const refused = { kind: 'refused', status: 403 };
      const hidden = { kind: 'failed', failure: { code: 'browser-hidden' } };
      expect(phase()).toMatchObject({ outcome: transport === 'browser' ? hidden : refused });
    });

    it('sends nothing before it is open, and says so', async () => {
      connect('/silent');
      await reaches('connecting');
      adapter.send({ kind: 'text', text: 'too early' });
      adapter.close(1000, '');
      expect(sink.rejections.map((rejection) => rejection.code)).toEqual(['not-open', 'not-open']);
      expect(log()).toEqual([]);
    });

    it(
      'sends no more while too much waits to be sent, and loses nothing of that',
      async () => {
        await connectTo('/late');
        let tried = 0;
        for (; sink.rejections.length === 0 && tried < MANY; tried += 1) {
          adapter.send({ kind: 'binary', bytes: new Uint8Array(MAX_WAITING_BYTES / 16).fill(tried) });
        }
        expect(sink.rejections.map((rejection) => rejection.code)).toEqual(['sending-full']);
        expect(tried).toBeGreaterThan(16);

        peer.wake();
        const taken = Array.from({ length: tried - 1 }, (_, number) => number);
        await sink.until(() => receivedBinary().length === taken.length);
        expect(receivedBinary()).toEqual(taken);
        adapter.send({ kind: 'text', text: 'there is room again' });
        await sink.until(() => {
          const last = sink.records.at(-1);
          return last?.kind === ENTRY_KIND.text && !last.isSent;
        });
      },
      FLOOD_LIMIT_MS,
    );

    describe('kept alive', () => {
      const keepAlive = (kept: KeepAlive, path: PeerPath) => {
        adapter = withKeepAlive(subject.open, kept)(requestTo(peer.url(path), { transport }), sink);
      };
      const message = { kind: 'message', everyMs: KEEP_ALIVE_MS, text: 'still here' } as const;
      const sent = () => log().filter((line) => line === '> still here').length;

      it('sends a text again and again, and the person’s own in between', async () => {
        keepAlive(message, '/echo');
        await reaches('open');
        adapter.send({ kind: 'text', text: 'mine' });
        await sink.until(() => sent() >= 3 && log().includes('< mine'));
        expect(new Set(log())).toEqual(new Set(['> mine', '< mine', '> still here', '< still here']));
      });

      it('sends pings where a transport can, and elsewhere nothing', async () => {
        keepAlive({ kind: 'ping', everyMs: KEEP_ALIVE_MS }, '/echo');
        await reaches('open');
        const kinds = () => sink.records.map(({ kind, isSent }) => `${isSent ? '>' : '<'} ${kind}`);
        if (transport === 'companion') await sink.until(() => kinds().length >= 4);
        else await pause(5 * KEEP_ALIVE_MS);
        const expected = transport === 'companion' ? ['> 9', '< 10'] : [];
        expect(new Set(kinds())).toEqual(new Set(expected));
        expect(sink.rejections).toEqual([]);
      });

      it('sends nothing before the connection is open, nor after it has closed', async () => {
        keepAlive(message, '/silent');
        await reaches('connecting');
        await pause(5 * KEEP_ALIVE_MS);
        adapter.cancel();
        expect([sent(), sink.rejections]).toEqual([0, []]);

        keepAlive(message, '/bye');
        await reaches('closed');
        const before = sent();
        expect(before).toBeGreaterThan(0);
        await pause(5 * KEEP_ALIVE_MS);
        expect([sent(), sink.rejections]).toEqual([before, []]);
      });

      it('says nothing of what finds no room: the person has not sent it', async () => {
        keepAlive(message, '/late');
        await reaches('open');
        while (sink.rejections.length === 0) {
          adapter.send({ kind: 'binary', bytes: new Uint8Array(MAX_WAITING_BYTES / 16) });
        }
        await pause(5 * KEEP_ALIVE_MS);
        expect(sink.rejections.map((rejection) => rejection.code)).toEqual(['sending-full']);
      });
    });

    it('tells nothing more once it is abandoned', async () => {
      await connectTo('/echo');
      adapter.abandon();
      const before = sink.events.length;
      adapter.send({ kind: 'text', text: 'too late' });
      adapter.cancel();
      expect(sink.events).toHaveLength(before);
      expect(sink.rejections.map((rejection) => rejection.code)).toEqual(['not-open']);
    });
  });
}
