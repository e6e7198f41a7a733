import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeBatch,
  encodeEntry,
  EntryBatchError,
  MAX_BATCH_BYTES,
  MAX_RECORD_PAYLOAD_BYTES,
  readBatch,
  recordsOf,
  type EntryRecord,
} from './entryBatch.ts';

const HELLO: EntryRecord = {
  kind: 1,
  isSent: true,
  hasMore: false,
  isCompressed: true,
  frames: 3,
  time: 1_700_000_000_000.25,
  payload: new TextEncoder().encode('Hello'),
};

const HI: EntryRecord = {
  kind: 9,
  isSent: false,
  hasMore: true,
  isCompressed: false,
  frames: 70_000,
  time: 2,
  payload: new TextEncoder().encode('Hi'),
};

const BATCH_HEX = [
  '02000000 07000000',
  '0004 8056 febc 7842 0000 0000 0000 0040',
  '05000000 07000000',
  '0300 ffff',
  '01 09',
  '05 02',
  '48656c6c6f 4869',
]
  .join('')
  .replaceAll(' ', '');

const read = (bytes: Uint8Array): readonly EntryRecord[] => [...recordsOf(readBatch(bytes))];

describe('encodeBatch', () => {
  it('lays out columns as documented', () => {
    expect(Buffer.from(encodeBatch([HELLO, HI])).toString('hex')).toBe(BATCH_HEX);
  });

  it('counts no further than 65535 frames', () => {
    expect(read(encodeBatch([HI]))).toEqual([{ ...HI, frames: 65_535 }]);
  });
});

describe('readBatch', () => {
  it('finds nothing in an empty batch', () => {
    expect(read(encodeBatch([]))).toEqual([]);
  });

  it.each([0, 7, 8])('reads a batch that begins at byte %i of its buffer', (offset) => {
    const buffer = Buffer.alloc(100);
    const encoded = encodeBatch([HELLO, { ...HI, frames: 0 }]);
    buffer.set(encoded, offset);
    expect(read(buffer.subarray(offset, offset + encoded.byteLength))).toEqual([HELLO, { ...HI, frames: 0 }]);
  });

  it('gives columns and payloads as views, without a copy', () => {
    const encoded = encodeBatch([HELLO]);
    const { times, bytes } = readBatch(encoded);
    expect([times.buffer, bytes.buffer]).toEqual([encoded.buffer, encoded.buffer]);
  });

  it.each([
    ['within its header', 7, 'A batch begins with 8 bytes; this one has 7 in all.'],
    [
      'within its columns',
      20,
      'The batch says 1 records with 5 bytes of payload, 29 bytes in all; it has 20.',
    ],
    ['within a payload', 28, 'The batch says 1 records with 5 bytes of payload, 29 bytes in all; it has 28.'],
  ])('throws at a batch cut %s', (_, length, message) => {
    const bytes = encodeBatch([HELLO]).subarray(0, length);
    expect(() => readBatch(bytes)).toThrow(new EntryBatchError(message));
  });

  it.each([
    ['ends before it begins', [5, 3], 'Record 1 of the batch ends before it begins.'],
    ['leaves payload behind it', [5, 6], 'The last record of the batch ends at byte 6 of 7 of payload.'],
    ['ends behind the last byte', [5, 8], 'The last record of the batch ends at byte 8 of 7 of payload.'],
  ])('throws at a record that %s', (_, ends, message) => {
    const bytes = encodeBatch([HELLO, HI]);
    readBatch(bytes).ends.set(ends);
    expect(() => readBatch(bytes)).toThrow(new EntryBatchError(message));
  });

  it('reads back any records in order', () => {
    const record: fc.Arbitrary<EntryRecord> = fc.record({
      kind: fc.integer({ min: 0, max: 255 }),
      isSent: fc.boolean(),
      hasMore: fc.boolean(),
      isCompressed: fc.boolean(),
      frames: fc.integer({ min: 0, max: 65_535 }),
      time: fc.double({ noNaN: true }),
      payload: fc.uint8Array({ maxLength: 300 }),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 20 }), (records) => {
        expect(read(encodeBatch(records))).toEqual(records);
      }),
    );
  });

  it('takes or refuses any bytes, and never gives more than they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(3), (tail, count) => {
        const payloadBytes = Math.max(0, tail.byteLength - 16 * count);
        const bytes = new Uint8Array(8 + tail.byteLength);
        new DataView(bytes.buffer).setUint32(0, count, true);
        new DataView(bytes.buffer).setUint32(4, payloadBytes, true);
        bytes.set(tail, 8);
        expect([null, payloadBytes]).toContain(payloadBytesRead(bytes));
      }),
    );
  });
});

/** `null` for bytes that are no batch. */
function payloadBytesRead(bytes: Uint8Array): number | null {
  try {
    return read(bytes).reduce((sum, { payload }) => sum + payload.byteLength, 0);
  } catch (error) {
    if (error instanceof EntryBatchError) return null;
    throw error;
  }
}

describe('encodeEntry', () => {
  it('packs an empty entry into one batch', () => {
    const batches = [...encodeEntry({ ...HELLO, payload: new Uint8Array() })];
    expect(batches.map((batch) => batch.byteLength)).toEqual([24]);
  });

  it.each([
    ['that just fits', MAX_RECORD_PAYLOAD_BYTES, [false]],
    ['one byte longer', MAX_RECORD_PAYLOAD_BYTES + 1, [true, false]],
    ['of 600 KB', 600_000, [true, true, false]],
  ])('cuts an entry %s into batches, all but the last with more to follow', (_, length, hasMore) => {
    const payload = Uint8Array.from({ length }, (_value, index) => index % 251);
    const batches = [...encodeEntry({ ...HELLO, payload })];
    const records = batches.flatMap((batch) => read(batch));
    expect(records.map((record) => record.hasMore)).toEqual(hasMore);
    expect(Math.max(...batches.map((batch) => batch.byteLength))).toBeLessThanOrEqual(MAX_BATCH_BYTES);
    expect(Buffer.concat(records.map((record) => record.payload)).equals(payload)).toBe(true);
  });
});
