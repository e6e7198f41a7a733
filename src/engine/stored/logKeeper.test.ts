import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import type { RetentionBudgets } from '#domain/transcript/retention.ts';
import { TranscriptStore } from '../transcript/transcriptStore.ts';
import { ABOUT_FILE, parseAbout } from './logAbout.ts';
import { LogKeeper } from './logKeeper.ts';
import { scanLog } from './scanLog.ts';
import { createMemoryLogStorage } from './testing/memoryLogStorage.ts';
import type { MemoryLogStorage } from './testing/memoryLogStorage.ts';
import { readAll, readAt } from './testing/readAll.ts';
import type { PlainEntry } from './testing/readAll.ts';

/** Small, so that a few entries fill segments and files. */
const SEGMENT_BYTES = 64;
const FILE_BYTES = 512;
const PLENTY: RetentionBudgets = { memoryBytes: 1e9, diskBytes: 1e9, allLogsBytes: 1e9 };

/** Opening a file takes some turns of the event loop, and each may ask for the next one. */
const TURNS = 4;

class Bench {
  readonly storage: MemoryLogStorage = createMemoryLogStorage();
  readonly store = new TranscriptStore({ segmentBytes: SEGMENT_BYTES, cacheBytes: 256 });
  readonly expected: PlainEntry[] = [];
  readonly keeper = new LogKeeper({
    store: this.store,
    storage: this.storage,
    now: () => 0,
    newId: () => 'log',
    onChange: () => {},
    fileBytes: FILE_BYTES,
  });
  #sequence = 0;

  constructor(budgets: RetentionBudgets = PLENTY) {
    this.keeper.keep('profile', budgets);
  }

  append(payload: Uint8Array, isSent = false, kind: number = ENTRY_KIND.text): void {
    this.#sequence += 1;
    const sequence = this.#sequence;
    const entry = { time: sequence / 8, kind, isSent, frames: sequence % 5 };
    this.store.append({ ...entry, payload, hasMore: false, isCompressed: false });
    this.expected.push({ ...entry, sequence, payload: [...payload] });
    this.keeper.settle();
  }

  async write(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn += 1) {
      this.keeper.write();
      // One turn after another is the point.
      await new Promise((resolve) => void setImmediate(resolve));
    }
  }

  clear(): void {
    this.store.clear();
    this.keeper.clear();
    this.expected.length = 0;
  }

  /** What another tab finds, after this one has gone. */
  async reload(): Promise<TranscriptStore> {
    const found = new TranscriptStore();
    if (!this.storage.folders.has('log')) return found;
    const { firstSequence, segments } = await scanLog(await this.storage.open('log'));
    found.restore(firstSequence, segments);
    return found;
  }
}

const benches: Bench[] = [];

function start(budgets?: RetentionBudgets): Bench {
  const bench = new Bench(budgets);
  benches.push(bench);
  return bench;
}

afterEach(() => {
  for (const bench of benches.splice(0)) bench.keeper.dispose();
});

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

const budget = fc.constantFrom(0, 200, 700, 2_000, 1e9);

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      payloads: fc.array(fc.uint8Array({ maxLength: 90 }), { maxLength: 12 }),
      isSent: fc.boolean(),
      kind: fc.constantFrom(1, 2, 9, 16),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('budget' as const), memoryBytes: budget, diskBytes: budget }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('quota' as const), quota: fc.constantFrom(0, 900, 3_000, 1e9) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear' as const) }) },
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(bench: Bench, step: Step): Promise<void> {
  switch (step.do) {
    case 'append':
      for (const payload of step.payloads) bench.append(payload, step.isSent, step.kind);
      return;
    case 'write':
      return await bench.write();
    case 'budget':
      return bench.keeper.keep('profile', { ...PLENTY, ...step });
    case 'quota':
      bench.storage.quota = step.quota;
      return;
    case 'clear':
      return bench.clear();
  }
}

/** What there is must be the newest of what there was, each entry as it came. */
function expectNewest(store: TranscriptStore, expected: readonly PlainEntry[]): void {
  expect(readAll(store)).toEqual(expected.slice(expected.length - store.count));
}

describe('LogKeeper', () => {
  it('holds the newest entries as they came, whatever is written, let go of, refused and cleared', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const bench = start();
        for (const step of steps) {
          await take(bench, step);
          expectNewest(bench.store, bench.expected);
        }
        const { gone, onDisk } = bench.keeper.summary;
        expect(gone).toBe(bench.expected.length - bench.store.count);
        expect(onDisk).toBeLessThanOrEqual(bench.store.count);
        bench.keeper.dispose();
      }),
    );
  });

  it('leaves on disk a run of entries as they came, at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const bench = start();
        for (const step of steps) {
          await take(bench, step);
          if (step.do === 'clear') continue;
          const found = readAll(await bench.reload());
          const from = bench.expected.findIndex(({ sequence }) => sequence === found[0]?.sequence);
          expect(found).toEqual(found.length === 0 ? [] : bench.expected.slice(from, from + found.length));
        }
        bench.keeper.dispose();
      }),
    );
  });

  it('finds every entry again after a reload, with its counts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1 }), async (payloads) => {
        const bench = start();
        for (const payload of payloads) bench.append(payload, payload.length % 2 === 0);
        await bench.write();
        const found = await bench.reload();
        expect(readAll(found)).toEqual(bench.expected);
        expect([found.sent, found.received, found.bytes]).toEqual([
          bench.store.sent,
          bench.store.received,
          bench.store.bytes,
        ]);
        bench.keeper.dispose();
      }),
    );
  });

  it('finds the whole entries before any cut of the last file, and no others', async () => {
    const bench = start();
    for (let number = 1; number <= 40; number += 1) {
      bench.append(text(`entry number ${number}`));
      if (number % 3 === 0) await bench.write();
    }
    await bench.write();
    const files = bench.storage.folders.get('log') ?? new Map<string, Uint8Array>();
    const name = [...files.keys()].sort().findLast((name) => name !== ABOUT_FILE) ?? '';
    const whole = files.get(name) ?? new Uint8Array();
    const counts = new Set<number>();
    for (let size = whole.byteLength; size >= 0; size -= 1) {
      files.set(name, whole.slice(0, size));
      const found = readAll(await bench.reload());
      expect(found).toEqual(bench.expected.slice(0, found.length));
      counts.add(found.length);
    }
    expect(counts.size).toBeGreaterThan(2);
    expect(Math.max(...counts)).toBe(40);
  });

  it('takes no block of the last file that is not as it was written', async () => {
    const bench = start();
    bench.append(text('first'));
    await bench.write();
    bench.append(text('second'));
    await bench.write();
    const files = bench.storage.folders.get('log') ?? new Map<string, Uint8Array>();
    const [name = ''] = [...files.keys()].filter((name) => name !== ABOUT_FILE);
    const whole = files.get(name) ?? new Uint8Array();
    for (let at = whole.byteLength / 2; at < whole.byteLength; at += 1) {
      const spoilt = whole.slice();
      spoilt[at] = (spoilt[at] ?? 0) ^ 0x20;
      files.set(name, spoilt);
      const found = readAll(await bench.reload()).map(({ payload }) => payload.length);
      // The last bytes are padding: no entry is in them.
      expect(found).toEqual(at < whole.byteLength - 2 ? [5] : [5, 6]);
    }
  });

  it('moves the oldest entries to disk past the budget of the memory, and reads them in any order', async () => {
    const bench = start({ ...PLENTY, memoryBytes: 20_000 });
    for (let number = 0; number < 2_000; number += 1) {
      bench.append(text(`message ${number}`));
      if (number % 20 === 0) await bench.write();
    }
    await bench.write();
    const { keeping, onDisk, gone, memoryBytes } = bench.keeper.summary;
    expect([keeping, gone]).toEqual(['kept', 0]);
    expect(onDisk).toBeGreaterThan(1_000);
    expect(memoryBytes).toBeLessThanOrEqual(20_000);
    fc.assert(
      fc.property(fc.nat(1_999), (index) => {
        expect(readAt(bench.store, index)).toEqual(bench.expected[index]);
      }),
    );
  });

  it('lets the oldest entries go by files past the budget of the disk', async () => {
    const bench = start({ ...PLENTY, memoryBytes: 20_000, diskBytes: 30_000 });
    for (let number = 0; number < 2_000; number += 1) {
      bench.append(text(`message ${number}`));
      await bench.write();
    }
    const { gone, diskBytes, keeping } = bench.keeper.summary;
    expect(keeping).toBe('kept');
    expect(diskBytes).toBeLessThanOrEqual(30_000);
    expect(gone).toBeGreaterThan(500);
    expect(bench.store.sequenceAt(bench.store.first)).toBe(gone + 1);
    expectNewest(bench.store, bench.expected);
    expect((await bench.reload()).sequenceAt(0)).toBe(gone + 1);
  });

  it('goes on in memory where the browser stores nothing', () => {
    const store = new TranscriptStore({ segmentBytes: SEGMENT_BYTES });
    const onChange = vi.fn<() => void>();
    const keeper = new LogKeeper({ store, storage: null, now: () => 0, newId: () => 'x', onChange });
    keeper.keep('profile', { ...PLENTY, memoryBytes: 40_000 });
    const columns = { time: 1, kind: 1, isSent: false, frames: 1, hasMore: false, isCompressed: false };
    for (let number = 0; number < 1_000; number += 1) {
      store.append({ ...columns, payload: text(`message ${number}`) });
      keeper.settle();
    }
    return vi.waitFor(() => {
      keeper.settle();
      expect(keeper.summary.keeping).toBe('refused');
      expect(keeper.summary.gone).toBeGreaterThan(0);
      expect(keeper.summary.memoryBytes).toBeLessThanOrEqual(40_000);
      expect(new TextDecoder().decode(store.payloadAt(999))).toBe('message 999');
    });
  });

  it('makes room for new entries by letting go of old ones when the disk is full', async () => {
    const bench = start({ ...PLENTY, memoryBytes: 20_000 });
    bench.storage.quota = 40_000;
    for (let number = 0; number < 2_000; number += 1) {
      bench.append(text(`message ${number}`));
      await bench.write();
    }
    expect(bench.keeper.summary.keeping).toBe('trimmed');
    const found = await bench.reload();
    expect(found.sequenceAt(found.end - 1)).toBe(2_000);
    expectNewest(bench.store, bench.expected);
  });

  it('says that there is no room at all, and loses nothing that memory can hold', async () => {
    const bench = start();
    bench.storage.quota = 300;
    for (let number = 0; number < 50; number += 1) bench.append(text(`message ${number}`));
    await bench.write();
    expect(bench.keeper.summary.keeping).toBe('full');
    expect(readAll(bench.store)).toEqual(bench.expected);
  });

  it('leaves nothing on disk of what is cleared', async () => {
    const bench = start();
    bench.append(text('a secret'));
    await bench.write();
    bench.clear();
    await bench.write();
    expect(readAll(await bench.reload())).toEqual([]);
    bench.append(text('another'));
    await bench.write();
    expect(readAll(await bench.reload())).toMatchObject([{ sequence: 2, payload: [...text('another')] }]);
  });

  it('leaves nothing on disk when the person wants nothing there', async () => {
    const bench = start();
    bench.append(text('one'));
    await bench.write();
    bench.keeper.keep('profile', { ...PLENTY, diskBytes: 0 });
    bench.append(text('two'));
    await bench.write();
    expect(readAll(await bench.reload())).toEqual([]);
    expect(bench.keeper.summary.keeping).toBe('off');
    expect(readAll(bench.store)).toEqual(bench.expected);
    bench.keeper.keep('profile', PLENTY);
    await bench.write();
    expect(readAll(await bench.reload())).toEqual(bench.expected);
  });

  it('says of the log whose it is, and how its connection ended', async () => {
    const bench = start();
    bench.keeper.note({ kind: ENTRY_KIND.opened, time: 5, text: 'Open' });
    bench.append(text('Open'), false, ENTRY_KIND.opened);
    await bench.write();
    const about = () =>
      parseAbout(new TextDecoder().decode(bench.storage.folders.get('log')?.get(ABOUT_FILE)));
    expect(about()).toMatchObject({ profileId: 'profile', connections: 1, endedAt: null, ending: null });
    bench.keeper.note({ kind: ENTRY_KIND.ended, time: 9, text: 'Closed by you' });
    expect(about()).toMatchObject({ connections: 1, endedAt: 9, ending: 'Closed by you', entries: 1 });
  });
});
