import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  MAX_BATCH_BYTES,
  MAX_RECORD_PAYLOAD_BYTES,
  readBatch,
  RECORD_COLUMN_BYTES,
  recordsOf,
  type EntryRecord,
} from '#wire/entryBatch.ts';
import { BatchPacker } from './batchPacker.ts';
import type { RelayedEntry } from './upstreamConnection.ts';

function entryOf(length: number, isSent = false): RelayedEntry {
  const payload = Buffer.from(Array.from({ length }, (_, index) => (index * 7 + length) % 256));
  return { kind: 2, isSent, isCompressed: false, frames: 1, time: 5.5, payload };
}

/** A packer whose batches are kept, with room for `room` of them. */
function packerWithRoom(room = Number.POSITIVE_INFINITY) {
  const batches: Uint8Array[] = [];
  const state = { room };
  const packer = new BatchPacker({
    hasRoom: () => batches.length < state.room,
    // What is written at once may be overwritten at once.
    send: (batch, onWritten) => {
      batches.push(Buffer.from(batch));
      onWritten();
    },
    onFlushed: () => {},
  });
  return { packer, batches, state };
}

function recordsIn(batches: readonly Uint8Array[]): readonly EntryRecord[] {
  return batches.flatMap((batch) =>
    [...recordsOf(readBatch(batch))].map((record) => ({ ...record, payload: Buffer.from(record.payload) })),
  );
}

/** The payloads of whole entries, parts joined. */
function payloadsOf(batches: readonly Uint8Array[]): readonly Buffer[] {
  const payloads: Buffer[] = [];
  let parts: Uint8Array[] = [];
  for (const record of recordsIn(batches)) {
    parts.push(record.payload);
    if (record.hasMore) continue;
    payloads.push(Buffer.concat(parts));
    parts = [];
  }
  return payloads;
}

/** Large payloads are compared by what they hash to: a difference is as sure, and a thousand times quicker. */
function digestsOf(payloads: readonly Uint8Array[]): readonly string[] {
  return payloads.map((payload) => createHash('sha1').update(payload).digest('hex'));
}

describe('BatchPacker', () => {
  it('sends what came in one turn of the event loop as one batch, at its end', async () => {
    const { packer, batches } = packerWithRoom();
    packer.push(entryOf(3));
    packer.push(entryOf(0, true));
    expect(batches).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(batches.length).toBe(1);
    expect(recordsIn(batches)).toEqual([
      { ...entryOf(3), hasMore: false },
      { ...entryOf(0, true), hasMore: false },
    ]);
  });

  it('sends a full batch at once', () => {
    const { packer, batches } = packerWithRoom();
    packer.push(entryOf(MAX_RECORD_PAYLOAD_BYTES));
    expect(batches.map((batch) => batch.byteLength)).toEqual([MAX_BATCH_BYTES]);
  });

  it('does not cut an entry that fits a batch of its own', () => {
    const { packer, batches } = packerWithRoom();
    packer.push(entryOf(MAX_RECORD_PAYLOAD_BYTES - 100));
    packer.push(entryOf(101));
    packer.flush();
    expect(recordsIn(batches).map((record) => record.hasMore)).toEqual([false, false]);
    expect(batches.length).toBe(2);
  });

  it('cuts an entry that is longer than a batch into batches of its own', () => {
    const { packer, batches } = packerWithRoom();
    packer.push(entryOf(10));
    packer.push(entryOf(2 * MAX_RECORD_PAYLOAD_BYTES));
    packer.push(entryOf(20));
    packer.flush();
    expect(recordsIn(batches).map((record) => record.hasMore)).toEqual([false, true, false, false]);
    expect(digestsOf(payloadsOf(batches))).toEqual(
      digestsOf([10, 2 * MAX_RECORD_PAYLOAD_BYTES, 20].map((length) => entryOf(length).payload)),
    );
  });

  it('uses the memory of a batch again only once that has been written', () => {
    const batches: Uint8Array[] = [];
    const written: (() => void)[] = [];
    const packer = new BatchPacker({
      hasRoom: () => true,
      send: (batch, onWritten) => {
        batches.push(batch);
        written.push(onWritten);
      },
      onFlushed: () => {},
    });
    const send = (length: number) => {
      packer.push(entryOf(length));
      packer.flush();
    };
    for (const length of [1, 2, 3]) send(length);
    expect(payloadsOf(batches)).toEqual([1, 2, 3].map((length) => entryOf(length).payload));
    expect(new Set(batches.map(({ buffer }) => buffer)).size).toBe(3);
    written[0]?.();
    for (const length of [4, 5]) send(length);
    expect(batches[4]?.buffer).toBe(batches[0]?.buffer);
  });

  it('lets a batch that follows a large one at once wait, to be larger', () => {
    vi.useFakeTimers();
    try {
      const { packer, batches } = packerWithRoom();
      packer.push(entryOf(50_000));
      vi.advanceTimersByTime(0);
      packer.push(entryOf(1));
      vi.advanceTimersByTime(4);
      packer.push(entryOf(2));
      expect(batches.length).toBe(1);
      vi.advanceTimersByTime(1);
      expect(payloadsOf(batches.slice(1))).toEqual([1, 2].map((length) => entryOf(length).payload));
      packer.push(entryOf(3));
      vi.advanceTimersByTime(0);
      expect(batches.length).toBe(3);
    } finally {
      vi.useRealTimers();
    }
  });

  it('waits for room, and goes on where it stopped', () => {
    const { packer, batches, state } = packerWithRoom(1);
    packer.push(entryOf(3 * MAX_RECORD_PAYLOAD_BYTES));
    expect(batches.length).toBe(1);
    expect(packer.isEmpty).toBe(false);
    state.room = 3;
    packer.flush();
    expect(packer.isEmpty).toBe(true);
    expect(digestsOf(payloadsOf(batches))).toEqual(
      digestsOf([entryOf(3 * MAX_RECORD_PAYLOAD_BYTES).payload]),
    );
  });

  it('counts what waits of sent messages', () => {
    const { packer, state } = packerWithRoom(0);
    packer.push(entryOf(100));
    packer.push(entryOf(50, true));
    expect(packer.queuedSentBytes).toBe(50 + RECORD_COLUMN_BYTES);
    state.room = 1;
    packer.flush();
    expect(packer.queuedSentBytes).toBe(0);
  });

  it('forgets everything when it is cleared', () => {
    const { packer, batches, state } = packerWithRoom(0);
    packer.push(entryOf(100, true));
    packer.clear();
    state.room = 1;
    packer.flush();
    expect(batches).toEqual([]);
    expect(packer.queuedSentBytes).toBe(0);
  });

  it('keeps every entry, in order, in batches of the size allowed, whatever the room', () => {
    const lengths = fc.array(fc.oneof(fc.nat(300), fc.nat(3 * MAX_BATCH_BYTES)), { maxLength: 8 });
    fc.assert(
      fc.property(lengths, fc.nat(4), (lengths, room) => {
        const { packer, batches, state } = packerWithRoom(room);
        const entries = lengths.map((length, index) => entryOf(length, index % 2 === 0));
        for (const entry of entries) packer.push(entry);
        packer.flush();
        state.room = Number.POSITIVE_INFINITY;
        packer.flush();
        expect(digestsOf(payloadsOf(batches))).toEqual(digestsOf(entries.map(({ payload }) => payload)));
        expect(batches.every((batch) => batch.byteLength <= MAX_BATCH_BYTES)).toBe(true);
        expect(packer.queuedSentBytes).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});
