import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TranscriptStore } from '../transcriptStore.ts';
import { MAX_RUN_BYTES, payloadOfRun, readRun } from './payloadRun.ts';

function append(store: TranscriptStore, payload: Uint8Array): void {
  const common = { kind: 1, isSent: false, hasMore: false, isCompressed: false, time: 1, frames: 1 };
  store.append({ ...common, payload });
}

describe('readRun', () => {
  test('gives every entry once and in order, wherever its segment ends', () => {
    const payloads = fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 30 });
    fc.assert(
      fc.property(payloads, fc.integer({ min: 1, max: 5 }), (expected, runLength) => {
        const store = new TranscriptStore({ segmentBytes: 32 });
        for (const payload of expected) append(store, payload);
        const held: number[][] = [];
        while (held.length < store.end) {
          const run = readRun(store, held.length, runLength);
          expect(run.first).toBe(held.length);
          for (let place = 0; place < run.count; place += 1) held.push([...payloadOfRun(run, place)]);
        }
        expect(held).toEqual(expected.map((payload) => [...payload]));
      }),
    );
  });

  test('ends before it is longer than is looked at together, unless one entry is', () => {
    const store = new TranscriptStore();
    for (let count = 0; count < 3; count += 1) append(store, new Uint8Array(MAX_RUN_BYTES / 2));
    append(store, new Uint8Array(MAX_RUN_BYTES + 1));
    append(store, new Uint8Array(1));
    expect([0, 2, 3, 4].map((first) => readRun(store, first).count)).toEqual([2, 1, 1, 1]);
  });
});
