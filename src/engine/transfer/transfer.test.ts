import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ENTRY_KIND, EMPTY_SUMMARY, NO_FILTER } from '#domain/transcript/entry.ts';
import { DEFAULT_BUDGETS } from '#domain/transcript/retention.ts';
import { LOG_FORMS } from '#domain/transcript/transfer/logEncoder.ts';
import type { LogForm } from '#domain/transcript/transfer/logEncoder.ts';
import type { ExportOrder, TransferProgress } from '#wire/logTransfer.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { createPause } from '../pause.ts';
import { createMemoryLogStorage } from '../stored/testing/memoryLogStorage.ts';
import { readAll } from '../stored/testing/readAll.ts';
import { createInProcessPatternWorker } from '../testing/inProcessPatternWorker.ts';
import { FilteredView } from '../transcript/filteredView.ts';
import { createTranscript } from '../transcript/transcript.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { TranscriptStore } from '../transcript/transcriptStore.ts';
import type { StoredRecord } from '../transcript/transcriptStore.ts';
import { exportLog } from './exportLog.ts';
import type { ExportOptions } from './exportLog.ts';
import { LoggedHandshakes } from './loggedHandshakes.ts';
import { createBlobSink } from './logSink.ts';
import type { LogSink } from './logSink.ts';

/** For what takes seconds, and ten times that on a machine that has other work, ms. */
const HANG_LIMIT_MS = 120_000;

const TEXT = new TextEncoder();

function record(fields: Partial<StoredRecord> = {}): StoredRecord {
  return {
    kind: ENTRY_KIND.text,
    isSent: false,
    hasMore: false,
    isCompressed: false,
    frames: 1,
    time: 1_795_348_867_114.25,
    payload: TEXT.encode('hello'),
    ...fields,
  };
}

const arbitraryRecord: fc.Arbitrary<StoredRecord> = fc.record({
  kind: fc.constantFrom(...Object.values(ENTRY_KIND)),
  isSent: fc.boolean(),
  hasMore: fc.constant(false),
  isCompressed: fc.boolean(),
  frames: fc.integer({ min: 0, max: 0xffff }),
  time: fc.double({ min: 0, max: 4_102_444_800_000, noNaN: true }),
  payload: fc.oneof(
    fc.uint8Array({ maxLength: 30 }),
    fc.string({ unit: 'grapheme' }).map((text) => TEXT.encode(text)),
  ),
});

const WORK = { onProgress: () => {}, signal: new AbortController().signal };

/** A transcript, and what it last said of itself. */
function startTranscript(storage = createMemoryLogStorage()) {
  const said = { summary: EMPTY_SUMMARY };
  const transcript = createTranscript({
    now: () => performance.now(),
    pause: createPause(),
    onSummary: (summary) => (said.summary = summary),
    onMeasures: () => {},
    onSighted: () => undefined,
    storage,
    newId: () => 'log',
    createPatternWorker: createInProcessPatternWorker,
  });
  return { transcript, said, storage };
}

function fill(transcript: Transcript, records: readonly StoredRecord[]): void {
  for (const one of records) transcript.append(one);
  transcript.changed();
}

async function exported(
  transcript: Transcript,
  form: LogForm,
  fields: Partial<ExportOrder> = {},
): Promise<string> {
  const order = { form, scope: 'all', secrets: null, file: null, ...fields } as const;
  return (await (await transcript.exportLog(order, WORK)).blob?.text()) ?? '';
}

function entriesOf(transcript: Transcript, count: number) {
  return Array.from({ length: count }, (_, index) => transcript.readEntry(index + 1));
}

async function imported(text: string, name: string) {
  const file = new File([text], name);
  const { transcript, storage } = startTranscript();
  transcript.keep('profile', DEFAULT_BUDGETS);
  const { form, sockets } = await transcript.inspectFile(file, WORK);
  const socket = sockets?.[0] ?? null;
  const result = await transcript.importFile(file, { form, socket }, WORK);
  return { transcript, storage, result, sockets };
}

describe.each(LOG_FORMS)('a log as %s', (form) => {
  it(
    'comes back from its file as it was',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(arbitraryRecord, { minLength: 1, maxLength: 30 }), async (records) => {
          const { transcript } = startTranscript();
          fill(transcript, records);
          const file = await exported(transcript, form);
          const { transcript: other, result } = await imported(file, `log.${form}`);
          expect(entriesOf(other, records.length)).toEqual(entriesOf(transcript, records.length));
          expect(await exported(other, form)).toBe(file);
          expect(result).toMatchObject({ entries: records.length, problemCount: 0, isRenumbered: false });
          transcript.dispose();
          other.dispose();
        }),
        { numRuns: 15 },
      );
    },
    HANG_LIMIT_MS,
  );

  it('has what the filter shows, and says which entries are left out by their numbers', async () => {
    const { transcript, said } = startTranscript();
    fill(transcript, [record(), record({ isSent: true, payload: TEXT.encode('mine') }), record()]);
    transcript.setFilter({ ...NO_FILTER, direction: 'received' });
    const file = await exported(transcript, form, { scope: 'shown' });
    expect(said.summary.matching).toBe(2);
    const { result, transcript: other } = await imported(file, `log.${form}`);
    expect(result).toMatchObject({ entries: 2, isRenumbered: true });
    transcript.dispose();
    other.dispose();
  });

  it('has no known secret in it, unless it is to', async () => {
    const { transcript } = startTranscript();
    fill(transcript, [record({ payload: TEXT.encode('the key is hunter22!') })]);
    const secrets = { values: ['hunter22'], names: [] };
    const masked = await exported(transcript, form, { secrets });
    expect(masked).toContain('the key is •••!');
    expect(masked).not.toContain('hunter22');
    expect(await exported(transcript, form)).toContain('hunter22');
    const { result, transcript: other } = await imported(masked, `log.${form}`);
    expect(result).toMatchObject({ entries: 1, masked: 1 });
    transcript.dispose();
    other.dispose();
  });
});

it('keeps an imported log on this device, found as that of its file', async () => {
  const { storage, transcript } = await imported(
    '{"sequence":5,"epochMs":1000,"direction":"sent","kind":"text","text":"hi"}\n',
    'mine.jsonl',
  );
  transcript.dispose();
  const about = new TextDecoder().decode(storage.folders.get('log')?.get('about.jsonl'));
  expect(JSON.parse(about.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    profileId: 'profile',
    importedFrom: 'mine.jsonl',
    startedAt: 1000,
    endedAt: 1000,
    ending: 'The file does not say how the connection ended.',
  });
  const again = startTranscript(storage).transcript;
  await again.openPast('log');
  expect(new TextDecoder().decode(again.readEntry(5)?.payload)).toBe('hi');
  again.dispose();
});

it('leaves nothing of an import that is discarded', async () => {
  const { storage, transcript } = await imported(
    '{"epochMs":1000,"direction":"sent","kind":"text","text":"hi"}\n',
    'mine.jsonl',
  );
  await transcript.discard();
  expect([...(storage.folders.get('log')?.keys() ?? [])]).toEqual([]);
  transcript.dispose();
});

it('names what it could not read, and reads the rest', async () => {
  const { result, transcript } = await imported(
    [
      '{"epochMs":1000,"direction":"sent","kind":"text","text":"one"}',
      '{"epochMs":1000,"direction":"sent","kind":"song"}',
      '{"epochMs":2000,"direction":"sent","kind":"text","text":"two"}',
      '{"epochMs":',
    ].join('\n'),
    'broken.jsonl',
  );
  expect(result).toMatchObject({
    entries: 2,
    problemCount: 2,
    problems: [
      { place: 'line 2', reason: 'Its kind is “song”, which is none of those of a log.' },
      { place: 'line 4', reason: 'It is not JSON.' },
    ],
  });
  transcript.dispose();
});

it.each([
  ['', 'x.jsonl', 'x.jsonl is empty.'],
  ['hello', 'x.txt', 'x.txt is no log: it is neither'],
  ['{"log":{"entries":[]}}', 'x.har', 'There is no WebSocket in x.har.'],
  [
    '{"a":1}',
    'x.jsonl',
    'Nothing in x.jsonl can be read as an entry of a log. At line 1: Its kind is missing',
  ],
])('says why %j is no log', async (text, name, message) => {
  await expect(imported(text, name)).rejects.toThrow(message);
});

it('reads what is there of a HAR file that was cut off', async () => {
  const message = '{"type":"receive","time":1795348867.1,"opcode":1,"data":"hi"}';
  const { result, transcript } = await imported(
    `{"log":{"version":"1.2","creator":{"name":"WebInspector"},"entries":[{"_webSocketMessages":[${message},${message}`,
    'cut.har',
  );
  expect(result).toMatchObject({
    entries: 3,
    problems: [
      { place: 'the end of what could be read', reason: 'It ends in the middle: the rest is missing.' },
    ],
  });
  transcript.dispose();
});

function storeOf(count: number): TranscriptStore {
  const store = new TranscriptStore();
  for (let index = 0; index < count; index += 1) store.append(record());
  return store;
}

function optionsFor(
  store: TranscriptStore,
  sink: LogSink,
  fields: Partial<ExportOptions> = {},
): ExportOptions {
  return {
    store,
    view: new FilteredView(store, () => performance.now()),
    handshakes: new LoggedHandshakes(),
    order: { form: 'jsonl', scope: 'all', secrets: null },
    sink,
    pause: () => Promise.resolve(),
    ...WORK,
    ...fields,
  };
}

describe('a million entries', () => {
  it(
    'are written in pieces of which one alone is in memory at a time',
    async () => {
      let writing = 0;
      let together = 0;
      let largest = 0;
      let characters = 0;
      const sink: LogSink = {
        async write(piece) {
          writing += 1;
          together = Math.max(together, writing);
          const length = piece.reduce((sum, part) => sum + part.length, 0);
          largest = Math.max(largest, length);
          characters += length;
          await Promise.resolve();
          writing -= 1;
        },
        close: () => Promise.resolve(null),
        abort: () => Promise.resolve(),
        bytes: () => characters,
      };
      const result = await exportLog(optionsFor(storeOf(1_000_000), sink));
      expect(result).toMatchObject({ entries: 1_000_000, missing: 0, blob: null });
      expect(characters).toBeGreaterThan(100_000_000);
      expect(together).toBe(1);
      // A piece of a million characters, and the entry that made it full.
      expect(largest).toBeLessThan(1.01 * 1024 * 1024);
    },
    HANG_LIMIT_MS,
  );
});

describe('an export', () => {
  it('says how far it has come, and stops when it is cancelled', async () => {
    const cancelling = new AbortController();
    const progress: TransferProgress[] = [];
    const sink = { ...createBlobSink('text/plain'), abort: vi.fn(() => Promise.resolve()) };
    const onProgress = (next: TransferProgress) => {
      progress.push(next);
      cancelling.abort();
    };
    const options = optionsFor(storeOf(50_000), sink, { onProgress, signal: cancelling.signal });
    await expect(exportLog(options)).rejects.toMatchObject({ code: 'transfer-cancelled' });
    expect(progress).toMatchObject([{ total: 50_000 }]);
    expect(sink.abort).toHaveBeenCalledOnce();
  });

  it('says how many of the oldest entries went before it came to them', async () => {
    const store = new TranscriptStore({ segmentBytes: 50_000 });
    for (let index = 0; index < 30_000; index += 1) store.append(record());
    let hasDropped = false;
    const pause = () => {
      if (!hasDropped) while (store.first < 20_000 && store.dropFirst());
      hasDropped = true;
      return Promise.resolve();
    };
    const result = await exportLog(optionsFor(store, createBlobSink('text/plain'), { pause }));
    expect(result.missing).toBeGreaterThan(10_000);
    expect(result.entries + result.missing).toBe(30_000);
    expect(await result.blob?.text()).toContain(`{"kind":"missing","entries":${result.missing}}`);
  });

  it('breaks off when the log is cleared meanwhile', async () => {
    const store = storeOf(50_000);
    const pause = () => Promise.resolve(store.clear());
    const exporting = exportLog(optionsFor(store, createBlobSink('text/plain'), { pause }));
    await expect(exporting).rejects.toMatchObject({ code: 'export-interrupted' });
  });

  it('has an entry for each connection in HAR, also when a filter hides where it opened', async () => {
    const { transcript } = startTranscript();
    const opened = (url: string) =>
      record({ kind: ENTRY_KIND.opened, payload: TEXT.encode(`Open: ${url}, 101`) });
    fill(transcript, [opened('ws://one/'), record(), opened('ws://two/'), record()]);
    transcript.setFilter({ ...NO_FILTER, kinds: 'data' });
    const har = JSON.parse(await exported(transcript, 'har', { scope: 'shown' })) as {
      log: { creator: object; entries: { request: { url: string } }[] };
    };
    expect(har.log.entries.map(({ request }) => request.url)).toEqual(['ws://one/', 'ws://two/']);
    expect(har.log.creator).toEqual({ name: 'Postern', version: packageJson.version });
    transcript.dispose();
  });
});

it('a store that has taken a file numbers its entries as the file does', () => {
  const store = new TranscriptStore();
  store.beginAt(7);
  store.append(record());
  expect(readAll(store).map(({ sequence }) => sequence)).toEqual([7]);
});
