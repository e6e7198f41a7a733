import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { encodeBatch, readBatch } from '#wire/entryBatch.ts';
import { TranscriptStore } from './transcriptStore.ts';
import type { StoredRecord } from './transcriptStore.ts';

function record(text: string, fields: Partial<StoredRecord> = {}): StoredRecord {
  const payload = new TextEncoder().encode(text);
  return {
    kind: ENTRY_KIND.text,
    isSent: false,
    hasMore: false,
    isCompressed: false,
    frames: 1,
    time: 1,
    payload,
    ...fields,
  };
}

function textAt(store: TranscriptStore, index: number): string {
  return new TextDecoder().decode(store.payloadAt(index));
}

/** Large payloads are compared by what they hash to. */
function digestOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Some of these, or one of the largest, make a batch that is a segment. */
const LARGE_PART = fc
  .record({ length: fc.constantFrom(9_000, 20_000, 40_000), byte: fc.nat(255) })
  .map(({ length, byte }) => new Uint8Array(length).fill(byte));

describe('TranscriptStore', () => {
  it('holds nothing at first', () => {
    const store = new TranscriptStore();
    expect([store.count, store.bytes, store.sent, store.received]).toEqual([0, 0, 0, 0]);
    expect(store.indexOf(1)).toBeNull();
  });

  it('gives back each entry as it came', () => {
    const store = new TranscriptStore();
    store.append(record('hello', { time: 12.5, isSent: true }));
    store.append(record('', { kind: ENTRY_KIND.ping, time: 13 }));
    expect([textAt(store, 0), textAt(store, 1)]).toEqual(['hello', '']);
    expect([store.timeAt(0), store.isSentAt(0), store.kindAt(0), store.byteLengthAt(0)]).toEqual([
      12.5,
      true,
      1,
      5,
    ]);
    expect([store.timeAt(1), store.isSentAt(1), store.kindAt(1), store.byteLengthAt(1)]).toEqual([
      13,
      false,
      9,
      0,
    ]);
  });

  it('counts data messages by direction, and every byte', () => {
    const store = new TranscriptStore();
    store.append(record('abc', { isSent: true }));
    store.append(record('de'));
    store.append(record('f', { kind: ENTRY_KIND.binary }));
    store.append(record('pong', { kind: ENTRY_KIND.pong }));
    store.append(record('opened', { kind: ENTRY_KIND.opened }));
    expect([store.sent, store.received, store.bytes, store.count]).toEqual([1, 2, 16, 5]);
  });

  it('keeps payloads whole that are larger than a segment or do not fit the rest of one', () => {
    const store = new TranscriptStore({ segmentBytes: 8 });
    for (const text of ['12345', '67890', 'larger than eight bytes', '', 'x']) store.append(record(text));
    expect([0, 1, 2, 3, 4].map((index) => textAt(store, index))).toEqual([
      '12345',
      '67890',
      'larger than eight bytes',
      '',
      'x',
    ]);
  });

  it('puts an entry together from its parts, with the time of the first', () => {
    const store = new TranscriptStore();
    store.append(record('one, ', { hasMore: true, time: 5, isSent: true }));
    expect(store.count).toBe(0);
    store.append(record('two, ', { hasMore: true, time: 6, isSent: true }));
    store.append(record('three', { time: 7, isSent: true }));
    expect(store.count).toBe(1);
    expect([textAt(store, 0), store.timeAt(0), store.byteLengthAt(0), store.sent, store.bytes]).toEqual([
      'one, two, three',
      5,
      15,
      1,
      15,
    ]);
    expect(new TextDecoder().decode(store.beginningAt(0, 3))).toBe('one');
    store.append(record('next'));
    expect(textAt(store, 1)).toBe('next');
  });

  it('forgets an entry that was cut off', () => {
    const store = new TranscriptStore();
    store.append(record('half', { hasMore: true }));
    store.dropPending();
    store.append(record('whole'));
    expect([store.count, textAt(store, 0)]).toEqual([1, 'whole']);
  });

  it('counts sequence numbers on when it is cleared', () => {
    const store = new TranscriptStore();
    store.append(record('one'));
    store.append(record('two'));
    store.clear();
    expect([store.count, store.bytes, store.received, store.indexOf(2)]).toEqual([0, 0, 0, null]);
    store.append(record('three'));
    expect([store.sequenceAt(0), store.indexOf(3), textAt(store, 0)]).toEqual([3, 0, 'three']);
  });

  it('finishes an entry that was under way when it was cleared', () => {
    const store = new TranscriptStore();
    store.append(record('one, ', { hasMore: true }));
    store.clear();
    store.append(record('two'));
    expect([store.count, textAt(store, 0), store.bytes]).toEqual([1, 'one, two', 8]);
  });

  it('copies a payload into a buffer of its own', () => {
    const store = new TranscriptStore();
    store.append(record('hello'));
    const copy = store.copyAt(0);
    expect(copy.buffer.byteLength).toBe(5);
    expect(new TextDecoder().decode(copy)).toBe('hello');
  });

  it('has no entry beyond its last', () => {
    expect(() => new TranscriptStore().payloadAt(0)).toThrow(RangeError);
  });

  it('holds what a plain array would hold, over any number of segments, one by one or in batches', () => {
    const entries = fc.array(
      fc.record({
        parts: fc.array(fc.oneof(fc.uint8Array({ maxLength: 40 }), LARGE_PART), {
          minLength: 1,
          maxLength: 3,
        }),
        isSent: fc.boolean(),
        isCompressed: fc.boolean(),
        frames: fc.nat(65_535),
        time: fc.double({ noNaN: true }),
        kind: fc.constantFrom(1, 2, 8, 9, 10),
      }),
    );
    const groups = fc.array(fc.record({ size: fc.integer({ min: 1, max: 9 }), isBatch: fc.boolean() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(entries, groups, (expected, groups) => {
        const store = new TranscriptStore({ segmentBytes: 64 });
        const records = expected.flatMap(({ parts, ...columns }) =>
          parts.map((payload, index) => ({ ...columns, payload, hasMore: index < parts.length - 1 })),
        );
        for (let at = 0, group = 0; at < records.length; group += 1) {
          const { size, isBatch } = groups[group % groups.length] ?? { size: 1, isBatch: false };
          const together = records.slice(at, at + size);
          if (isBatch) store.appendBatch(readBatch(encodeBatch(together)));
          else for (const each of together) store.append(each);
          at += size;
        }
        const held = Array.from({ length: store.count }, (_, index) => ({
          digest: digestOf([store.payloadAt(index)]),
          byteLength: store.byteLengthAt(index),
          isSent: store.isSentAt(index),
          isCompressed: store.isCompressedAt(index),
          frames: store.framesAt(index),
          time: store.timeAt(index),
          kind: store.kindAt(index),
        }));
        const all = expected.map(({ parts, ...columns }) => ({
          ...columns,
          digest: digestOf(parts),
          byteLength: parts.reduce((sum, part) => sum + part.byteLength, 0),
        }));
        expect(held).toEqual(all);
        const messages = all.filter(({ kind }) => kind === ENTRY_KIND.text || kind === ENTRY_KIND.binary);
        expect([store.sent, store.received, store.bytes]).toEqual([
          messages.filter(({ isSent }) => isSent).length,
          messages.filter(({ isSent }) => !isSent).length,
          all.reduce((sum, { byteLength }) => sum + byteLength, 0),
        ]);
      }),
    );
  });

  it('makes a segment of a large batch, as it is, and goes on in one of its own', () => {
    const store = new TranscriptStore();
    const batch = readBatch(encodeBatch(Array.from({ length: 2_000 }, (_, time) => record('x', { time }))));
    store.append(record('before'));
    store.appendBatch(batch);
    store.append(record('after'));
    expect(store.slots.map(({ first, count }) => [first, count])).toEqual([
      [0, 1],
      [1, 2_000],
      [2_001, 1],
    ]);
    expect(store.slots[1]?.segment).toBe(batch);
    expect([textAt(store, 0), textAt(store, 2_000), textAt(store, 2_001)]).toEqual(['before', 'x', 'after']);
    expect([store.timeAt(1), store.timeAt(2_000)]).toEqual([0, 1_999]);
    expect([store.count, store.received, store.bytes]).toEqual([2_002, 2_002, 2_011]);
  });

  it('goes on with a small batch in the segment that is there', () => {
    const store = new TranscriptStore();
    for (const text of ['one', 'two']) store.appendBatch(readBatch(encodeBatch([record(text)])));
    expect(store.slots.length).toBe(1);
    expect([textAt(store, 0), textAt(store, 1)]).toEqual(['one', 'two']);
  });

  it('finds every one of fifty thousand entries by its sequence number', () => {
    const store = new TranscriptStore();
    for (let number = 1; number <= 50_000; number += 1)
      store.append(record(`message ${number}`, { time: number }));
    const wrong = Array.from({ length: 50_000 }, (_, index) => index + 1).filter((sequence) => {
      const index = store.indexOf(sequence);
      return index === null || textAt(store, index) !== `message ${sequence}`;
    });
    expect(wrong).toEqual([]);
  });
});
