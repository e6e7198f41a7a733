import * as fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { ENTRY_KIND, EMPTY_SUMMARY, NO_FILTER } from '#domain/transcript/entry.ts';
import type { TranscriptSummary } from '#domain/transcript/entry.ts';
import { DEFAULT_BUDGETS } from '#domain/transcript/retention.ts';
import { createPause } from '../pause.ts';
import { createInProcessPatternWorker } from '../testing/inProcessPatternWorker.ts';
import { createMemoryLogStorage } from '../stored/testing/memoryLogStorage.ts';
// Searching loads it when it is first needed: transforming it is no part of what is waited for below.
import './scan/filterReader.ts';
import { createTranscript } from './transcript.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** The columns of the segment that takes entries have room for 1,024 of 16 bytes each: most of the rest goes to disk. */
const BUDGETS = { ...DEFAULT_BUDGETS, memoryBytes: 17_000 };

const message = fc.record({
  text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '"', 'é', '\n'), maxLength: 12 }),
  isSent: fc.boolean(),
});

interface ExportedLine {
  readonly sequence: number;
  readonly text?: string;
}

it('filters, reads and exports what is on disk as a plain array would', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 200, maxLength: 500 }), async (messages) => {
      let summary = EMPTY_SUMMARY;
      const transcript = createTranscript({
        now: () => performance.now(),
        pause: createPause(),
        onSummary: (next) => (summary = next),
        onMeasures: () => {},
        onSighted: () => undefined,
        storage: createMemoryLogStorage(),
        newId: () => 'log',
        createPatternWorker: createInProcessPatternWorker,
        segmentBytes: 64,
        fileBytes: 2_048,
      });
      transcript.keep('profile', BUDGETS);
      const columns = { kind: ENTRY_KIND.text, time: 1, frames: 1, hasMore: false, isCompressed: false };
      for (const { text, isSent } of messages) {
        transcript.append({ ...columns, isSent, payload: new TextEncoder().encode(text) });
        transcript.changed();
      }
      await vi.waitFor(() => expect(summary.retention.onDisk).toBeGreaterThan(0));
      transcript.setFilter({ ...NO_FILTER, text: 'ab', direction: 'sent' });
      const expected = messages
        .map(({ text, isSent }, index) => ({ sequence: index + 1, text, isSent }))
        .filter(({ text, isSent }) => isSent && text.includes('ab'));
      await vi.waitFor(() => expect(summary.matching).toBe(expected.length));

      const sequences = expected.map(({ sequence }) => sequence);
      const { rows } = transcript.readRows(0, messages.length);
      expect(rows.map(({ sequence }) => sequence)).toEqual(sequences);
      const order = { form: 'jsonl', scope: 'shown', secrets: null, file: null } as const;
      const work = { onProgress: () => {}, signal: new AbortController().signal };
      const exported = (await (await transcript.exportLog(order, work)).blob?.text()) ?? '';
      const lines = exported.split('\n').filter((line) => line !== '');
      expect(lines.map((line) => JSON.parse(line) as ExportedLine)).toMatchObject(
        expected.map(({ sequence, text }) => ({ sequence, text })),
      );
      const texts = sequences.map((sequence) =>
        new TextDecoder().decode(transcript.readEntry(sequence)?.payload),
      );
      expect(texts).toEqual(expected.map(({ text }) => text));
      transcript.dispose();
    }),
    { numRuns: 8 },
  );
}, 20_000);

it('shows and tells the same after somebody was about to search', async () => {
  const summaries: TranscriptSummary[] = [];
  const transcript = createTranscript({
    now: () => performance.now(),
    pause: createPause(),
    onSummary: (next) => summaries.push(next),
    onMeasures: () => {},
    onSighted: () => {},
    storage: null,
    newId: () => 'log',
    createPatternWorker: createInProcessPatternWorker,
  });
  const columns = { kind: ENTRY_KIND.text, time: 1, frames: 1, hasMore: false, isCompressed: false };
  for (const text of ['one', 'two'])
    transcript.append({ ...columns, isSent: true, payload: new TextEncoder().encode(text) });
  transcript.changed();
  const before = transcript.readRows(0, 10);
  transcript.prepareSearch();
  await new Promise((resolve) => setImmediate(resolve));
  expect(transcript.readRows(0, 10)).toEqual(before);
  expect(summaries).toHaveLength(1);
  transcript.setFilter({ ...NO_FILTER, text: 'two' });
  await vi.waitFor(() => expect(summaries.at(-1)).toMatchObject({ matching: 1 }));
  transcript.dispose();
});

it('tells at once that a search has ended, however lately it told of the log', async () => {
  // No timer runs out: nothing is told later.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  let now = 0;
  let summary = EMPTY_SUMMARY;
  const transcript = createTranscript({
    // Each look is a slice, and all of them take less than the time between two reports.
    now: () => (now += 8),
    pause: () => Promise.resolve(),
    onSummary: (next) => (summary = next),
    onMeasures: () => {},
    onSighted: () => {},
    storage: null,
    newId: () => 'log',
    createPatternWorker: createInProcessPatternWorker,
    segmentBytes: 64,
  });
  const columns = { kind: ENTRY_KIND.text, time: 1, frames: 1, hasMore: false, isCompressed: false };
  for (let number = 1; number <= 4; number += 1) {
    const payload = new TextEncoder().encode(`number ${number} of many, in a segment of its own …`);
    transcript.append({ ...columns, isSent: false, payload });
  }
  transcript.changed();
  transcript.setFilter({ ...NO_FILTER, text: 'number 4' });
  for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(summary).toMatchObject({ matching: 1, scan: { kind: 'done' } });
  transcript.dispose();
});
