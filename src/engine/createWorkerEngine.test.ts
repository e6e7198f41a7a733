import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_TERMS } from '#domain/connection/connectTerms.ts';
import { IDLE_CONNECTION } from '#domain/connection/connection.ts';
import type { Connection } from '#domain/connection/connection.ts';
import { reduceConnection } from '#domain/connection/reduceConnection.ts';
import type { AwaitedSighting } from '#domain/expectation/awaitedMessage.ts';
import { EMPTY_SUMMARY, NO_FILTER } from '#domain/transcript/entry.ts';
import type { Measures } from '#domain/transcript/measures.ts';
import type { TranscriptRow, TranscriptSummary } from '#domain/transcript/entry.ts';
import { DEFAULT_BUDGETS } from '#domain/transcript/retention.ts';
import { createWorkerEngine } from './createWorkerEngine.ts';
import type { EngineConnection, EngineEvent } from './engineClient.ts';
import { startCompanionServer } from './testing/companionServer.ts';
import type { CompanionServer } from './testing/companionServer.ts';
import { requestTo } from './testing/fakeEngine.ts';
import { createMemoryLogStorage } from './stored/testing/memoryLogStorage.ts';
import type { MemoryLogStorage } from './stored/testing/memoryLogStorage.ts';
import { createInProcessWorker } from './testing/inProcessWorker.ts';
import { startPeerServer } from './testing/peerServer.ts';
import type { PeerPath, PeerServer } from './testing/peerServer.ts';

let peer: PeerServer;
let companion: CompanionServer;
let storage: MemoryLogStorage;
let page: EngineConnection;
let connection: Connection;
let summary: TranscriptSummary;
let measures: Measures | null;
let sightings: readonly AwaitedSighting[];
let rejected: string[];
let look: () => void;

beforeAll(async () => {
  peer = await startPeerServer();
  companion = await startCompanionServer();
});
afterAll(async () => {
  await peer.close();
  await companion.close();
});
beforeEach(() => {
  connection = IDLE_CONNECTION;
  summary = EMPTY_SUMMARY;
  measures = null;
  sightings = [];
  rejected = [];
  look = () => undefined;
  storage = createMemoryLogStorage();
  page = startWorker();
});
afterEach(() => page.dispose());

function startWorker(): EngineConnection {
  const engine = createWorkerEngine({
    relayUrl: companion.relayUrl,
    createWorker: () => createInProcessWorker(storage),
  });
  return engine.createConnection(receive);
}

/** Another worker, as after a reload. Returns the name of the log that the one before has left. */
function startAnew(): string {
  page.dispose();
  page = startWorker();
  const [id = ''] = storage.folders.keys();
  return id;
}

function receive(event: EngineEvent): void {
  if (event.type === 'connection') connection = reduceConnection(connection, event.event);
  else if (event.type === 'summary') ({ summary } = event);
  else if (event.type === 'measures') ({ measures } = event);
  else if (event.type === 'sighted') sightings = event.sightings;
  else rejected.push(event.code);
  look();
}

/** Resolves once `isSeen` holds. */
function until(isSeen: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    look = () => isSeen() && resolve();
    look();
  });
}

async function connectTo(path: PeerPath): Promise<void> {
  page.connect(requestTo(peer.url(path), { transport: 'browser' }), NO_TERMS);
  await until(() => connection.phase.kind === 'open');
}

async function exchange(...texts: string[]): Promise<void> {
  for (const text of texts) page.send({ kind: 'text', text });
  const { total } = summary;
  await until(() => summary.total >= total + 2 * texts.length);
}

const previews = async () =>
  (await page.readRows(0, 100)).rows.map((row) => `${row.direction} ${row.kind} ${row.preview}`);

describe('the engine', () => {
  it('writes into the transcript where a connection opened and how it ended', async () => {
    page.connect(requestTo(`${peer.url('/echo')}?apikey=hunter2`, { transport: 'browser' }), NO_TERMS);
    await until(() => connection.phase.kind === 'open');
    await exchange('hello');
    page.close(1000, 'done');
    await until(() => connection.phase.kind === 'closed');
    expect(await previews()).toEqual([
      `received opened Open: ${peer.url('/echo')}?apikey=•••`,
      'sent text hello',
      'received text hello',
      'sent ended Closed by you: 1000 Normal Closure. Reason: done. The connection did what it was for and was ended on purpose.',
    ]);
  });

  it.each(['browser', 'companion'] as const)(
    'finds what is awaited of a %s connection, and counts from what it is awaited after',
    async (transport) => {
      const expectations = [
        { id: 'e1', kind: 'message', filter: '$.action == "echo"', withinMs: 10_000, after: 'Echo' },
        { id: 'e2', kind: 'message', filter: 'hello', withinMs: 10_000, after: '' },
      ] as const;
      page.connect(requestTo(peer.url('/echo'), { transport }), { ...NO_TERMS, expectations });
      await until(() => connection.phase.kind === 'open');
      page.send({ kind: 'text', text: '{"action":"echo"}' });
      page.send({ kind: 'text', text: 'hello' });
      await until(() => typeof sightings[1]?.afterMs === 'number');
      expect(sightings[0]).toMatchObject({ id: 'e1', startedAt: null, afterMs: null });
      page.send({ kind: 'text', text: '{"action":"echo"}' }, ['Another', 'Echo']);
      await until(() => typeof sightings[0]?.afterMs === 'number');
      expect(sightings[0]?.startedAt).toBeGreaterThanOrEqual(sightings[1]?.startedAt ?? Infinity);
      expect(sightings[0]?.afterMs).toBeLessThan(10_000);
    },
  );

  it('writes of attempts to reconnect whether they opened the connection, and where not, why', async () => {
    const attemptOf = (attempt: number) => ({ ...NO_TERMS, attempt: { attempt, maxAttempts: 3 } });
    page.connect(requestTo(peer.url('/refuse')), attemptOf(1));
    await until(() => connection.phase.kind === 'failed');
    page.connect(requestTo(peer.url('/silent')), attemptOf(2));
    await until(() => connection.phase.kind === 'connecting' && connection.phase.step === 'answer');
    page.cancel();
    await until(() => connection.phase.kind === 'idle');
    page.connect(requestTo(peer.url('/echo')), attemptOf(3));
    await until(() => connection.phase.kind === 'open');
    expect((await previews()).map((line) => line.replace(peer.url('/echo'), 'URL'))).toEqual([
      'received ended Not reconnected at attempt 1 of 3: refused with 403 Forbidden.',
      'sent ended Not reconnected at attempt 2 of 3: cancelled by you.',
      expect.stringMatching(/^received opened Open: URL, 101 .*, reconnected at attempt 3 of 3$/),
    ]);
  });

  it.each(['browser', 'companion'] as const)(
    'keeps a %s connection alive with messages, from when it opens until it closes',
    async (transport) => {
      const keepAlive = { kind: 'message', everyMs: 20, text: 'still here' } as const;
      page.connect(requestTo(peer.url('/echo'), { transport }), { ...NO_TERMS, keepAlive });
      await until(() => summary.sent >= 2 && summary.received >= 2);
      page.close(1000, '');
      await until(() => connection.phase.kind === 'closed');
      const lines = await previews();
      expect(lines[0]).toMatch(/^received opened/);
      expect(new Set(lines.slice(1, 5))).toEqual(
        new Set(['sent text still here', 'received text still here']),
      );
      expect(lines.at(-1)).toMatch(/^sent ended Closed by you/);
      expect(rejected).toEqual([]);
    },
  );

  it('keeps secrets out of what it writes itself: the path, and what the server says at the end', async () => {
    const url = peer.url('/echo').replace('/echo', '/echo?x=1&say=hunter2');
    page.connect(requestTo(url, { transport: 'browser' }), { ...NO_TERMS, secrets: ['echo'] });
    await until(() => connection.phase.kind === 'open');
    page.close(1000, 'the echo is over');
    await until(() => connection.phase.kind === 'closed');
    const [opened = '', ended = ''] = await previews();
    expect(opened).toBe(
      `received opened Open: ${url.replace('/echo?x=1&say=hunter2', '/•••?x=•••&say=•••')}`,
    );
    expect(ended).toContain('Reason: the ••• is over.');
  });

  it('counts what it holds', async () => {
    await connectTo('/echo');
    await exchange('one', 'two');
    await until(() => summary.total === 5);
    expect(summary).toMatchObject({ total: 5, matching: 5, sent: 2, received: 2 });
    expect(summary.ratePerSecond).toBe(2);
    await until(() => summary.ratePerSecond === 0);
  });

  it('gives an entry whole, and null for one that it does not hold', async () => {
    await connectTo('/echo');
    await exchange('hello');
    const entry = await page.readEntry(2);
    expect(entry).toMatchObject({ sequence: 2, direction: 'sent', kind: 'text', byteLength: 5 });
    expect(new TextDecoder().decode(entry?.payload)).toBe('hello');
    expect(await page.readEntry(99)).toBeNull();
  });

  it('shows what the filter lets through, entries to come included', async () => {
    await connectTo('/echo');
    await exchange('apple', 'pear');
    page.setFilter({ ...NO_FILTER, text: 'APPLE', direction: 'received' });
    // What searches comes with the first filter.
    await until(() => summary.scan.kind === 'done' && summary.matching === 1);
    expect(await previews()).toEqual(['received text apple']);
    await exchange('pineapple');
    await until(() => summary.matching === 2);
    expect(await previews()).toEqual(['received text apple', 'received text pineapple']);
    expect(summary.total).toBe(7);
  });

  it('keeps what it shows when an expression is wrong, and follows the choices beside it', async () => {
    await connectTo('/echo');
    await exchange('apple', 'pear');
    page.setFilter({ ...NO_FILTER, text: '/^a/ or p$' });
    await until(() => summary.scan.kind === 'done' && summary.matching === 2);
    page.setFilter({ ...NO_FILTER, text: 'apple (' });
    expect(await previews()).toEqual(['sent text apple', 'received text apple']);
    page.setFilter({ ...NO_FILTER, text: 'apple (', direction: 'sent' });
    await until(() => summary.matching === 1);
    expect(await previews()).toEqual(['sent text apple']);
  });

  it('clears the transcript and counts sequence numbers on', async () => {
    await connectTo('/echo');
    await exchange('one');
    page.clear();
    await until(() => summary.total === 0);
    await exchange('two');
    expect((await page.readRows(0, 10)).rows.map((row) => row.sequence)).toEqual([4, 5]);
  });

  it('finds the log again after its worker has gone, and filters and reads it', async () => {
    page.keep('profile', DEFAULT_BUDGETS);
    await connectTo('/echo');
    await exchange('apple', 'pear');
    const before = await previews();
    await until(() => summary.retention.diskBytes > 0);
    const id = startAnew();
    await page.openPast(id);
    expect(await previews()).toEqual(before);
    page.setFilter({ ...NO_FILTER, text: 'pear' });
    await until(() => summary.matching === 2);
    expect(await previews()).toEqual(['sent text pear', 'received text pear']);
    expect(new TextDecoder().decode((await page.readEntry(2))?.payload)).toBe('apple');
    await expect(page.openPast('of yesteryear')).rejects.toThrow('can no longer be read');
  });

  it('tells which message an entry answers and what answered it, and the time between', async () => {
    await connectTo('/echo');
    await exchange('one', 'two');
    const answer = await page.readRoundTrips(4);
    expect(answer).toMatchObject({ asked: { sequence: 2, way: 'echo' }, answers: [] });
    const asked = await page.readRoundTrips(2);
    expect(asked).toMatchObject({
      asked: null,
      answers: [{ sequence: 4, way: 'echo', afterMs: answer?.asked?.afterMs }],
      isAwaited: false,
    });
    const rows = (await page.readRows(0, 100)).rows;
    expect(rows.map((row) => row.answeredAfterMs)).toEqual([
      undefined,
      undefined,
      undefined,
      answer?.asked?.afterMs,
      expect.any(Number),
    ]);
  });

  it('tells measures while they are watched', async () => {
    await connectTo('/echo');
    await exchange('before');
    page.watchMeasures(true);
    await until(() => measures !== null);
    await exchange('meanwhile');
    await until(() => measures?.sent.messages === 2 && measures.roundTripsMs.echo.count === 2);
    page.watchMeasures(false);
    // Calls are answered in their order: nothing is told after this one.
    await page.readEntry(1);
    const last = measures;
    await exchange('unseen');
    expect(measures).toBe(last);
    page.clear();
    page.watchMeasures(true);
    await until(() => measures?.sent.messages === 0);
    expect(measures).toMatchObject({ total: 0, received: { messages: 0 }, whole: null });
  });

  it('measures a log of the past as it did the live one, without what is recent', async () => {
    page.keep('profile', DEFAULT_BUDGETS);
    await connectTo('/echo');
    await exchange('{"id":1}', 'two');
    await until(() => summary.retention.diskBytes > 0);
    const id = startAnew();
    page.watchMeasures(true);
    await page.openPast(id);
    await until(() => measures?.looked === 5);
    expect(measures).toMatchObject({
      recent: null,
      sent: { messages: 2 },
      messages: { sent: 2, awaited: 0, unanswered: 0 },
      roundTripsMs: { echo: { count: 2 } },
    });
    expect(await page.readRoundTrips(4)).toMatchObject({ asked: { sequence: 2, way: 'echo' } });
  });

  it('exports what the filter shows, an entry a line', async () => {
    await connectTo('/echo');
    await exchange('one', 'two');
    page.setFilter({ ...NO_FILTER, direction: 'sent' });
    const order = { form: 'jsonl', scope: 'shown', secrets: null, file: null } as const;
    const text = await (await page.exportLog(order)).blob?.text();
    const lines = text?.trimEnd().split('\n') ?? [];
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { sequence: 2, direction: 'sent', kind: 'text', byteLength: 3, text: 'one' },
      { sequence: 3, direction: 'sent', kind: 'text', byteLength: 3, text: 'two' },
    ]);
  });

  it('says that nothing is open to send to', async () => {
    page.send({ kind: 'text', text: 'too early' });
    await until(() => rejected.length > 0);
    expect(rejected).toEqual(['not-open']);
    expect(summary.total).toBe(0);
  });

  it('connects again after a cancel', async () => {
    page.connect(requestTo(peer.url('/silent'), { transport: 'browser' }), NO_TERMS);
    await until(() => connection.phase.kind === 'connecting');
    page.cancel();
    await until(() => connection.phase.kind === 'idle');
    await connectTo('/echo');
    expect(connection.phase.kind).toBe('open');
  });

  it('rejects calls once it is disposed', async () => {
    const reading = page.readRows(0, 1);
    page.dispose();
    await expect(reading).rejects.toMatchObject({ code: 'engine-disposed' });
    await expect(page.readEntry(1)).rejects.toMatchObject({ code: 'engine-disposed' });
  });

  it('stores a hundred thousand relayed messages, none lost, doubled or out of order', async () => {
    const count = 100_000;
    page.connect(requestTo(peer.url(`/count/${count}`)), NO_TERMS);
    await until(() => connection.phase.kind === 'closed');
    expect(connection.phase).toMatchObject({ ending: { closeCode: 1000, by: 'remote' } });
    await until(() => summary.received === count);

    const misplaced: TranscriptRow[] = [];
    let read = 0;
    for await (const row of allRows()) {
      if (row.kind !== 'text') continue;
      if (row.sequence !== read + 2 || row.preview !== `message ${read}`) misplaced.push(row);
      read += 1;
    }
    expect(misplaced).toEqual([]);
    expect(read).toBe(count);
  }, 30_000);
});

async function* allRows(): AsyncGenerator<TranscriptRow> {
  for (let first = 0; first < summary.matching; first += 1_000)
    yield* (await page.readRows(first, 1_000)).rows;
}
