import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeEntry,
  EntryBatchError,
  MAX_BATCH_BYTES,
  readRecords,
  RECORD_HEADER_BYTES,
  writeRecord,
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

const HELLO_HEX = '01 05 0300 05000000 0004 8056 febc 7842 48656c6c6f'.replaceAll(' ', '');

function batchOf(records: readonly EntryRecord[]): Uint8Array {
  const size = records.reduce((sum, { payload }) => sum + RECORD_HEADER_BYTES + payload.byteLength, 0);
  const batch = new Uint8Array(size);
  records.reduce((offset, record) => writeRecord(batch, offset, record), 0);
  return batch;
}

describe('writeRecord', () => {
  it('lays out a record as documented', () => {
    expect(Buffer.from(batchOf([HELLO])).toString('hex')).toBe(HELLO_HEX);
  });

  it('returns the offset behind the record', () => {
    expect(writeRecord(new Uint8Array(64), 8, HELLO)).toBe(8 + 16 + 5);
  });

  it('counts no further than 65535 frames', () => {
    const [record] = readRecords(batchOf([{ ...HELLO, frames: 70_000 }]));
    expect(record?.frames).toBe(65_535);
  });
});

describe('readRecords', () => {
  it('finds nothing in an empty batch', () => {
    expect([...readRecords(new Uint8Array())]).toEqual([]);
  });

  it('reads a batch that begins anywhere in its buffer', () => {
    const buffer = new Uint8Array(100);
    buffer.set(Buffer.from(HELLO_HEX, 'hex'), 7);
    expect([...readRecords(buffer.subarray(7, 7 + 21))]).toEqual([HELLO]);
  });

  it('gives payloads as views, without a copy', () => {
    const batch = batchOf([HELLO]);
    const [record] = readRecords(batch);
    expect(record?.payload.buffer).toBe(batch.buffer);
  });

  it.each([
    ['within a header', 10, 'The batch ends within a record header, at byte 0 of 10.'],
    ['within a payload', 18, 'The record at byte 0 says 5 bytes of payload; the batch ends before.'],
  ])('throws at a record cut %s', (_, length, message) => {
    const batch = batchOf([HELLO]).subarray(0, length);
    expect(() => [...readRecords(batch)]).toThrow(new EntryBatchError(message));
  });

  it('gives the whole records before a cut one', () => {
    const records = readRecords(batchOf([HELLO, HELLO]).subarray(0, 30));
    expect(records.next().value).toEqual(HELLO);
    expect(() => records.next()).toThrow('The batch ends within a record header, at byte 21 of 30.');
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
        expect([...readRecords(batchOf(records))]).toEqual(records);
      }),
    );
  });
});

describe('encodeEntry', () => {
  it('packs an empty entry into one batch', () => {
    const batches = [...encodeEntry({ ...HELLO, payload: new Uint8Array() })];
    expect(batches.map((batch) => batch.byteLength)).toEqual([RECORD_HEADER_BYTES]);
  });

  it.each([
    ['that just fits', MAX_BATCH_BYTES - RECORD_HEADER_BYTES, [false]],
    ['one byte longer', MAX_BATCH_BYTES - RECORD_HEADER_BYTES + 1, [true, false]],
    ['of 300 KB', 300_000, [true, true, false]],
  ])('cuts an entry %s into batches, all but the last with more to follow', (_, length, hasMore) => {
    const payload = Uint8Array.from({ length }, (_value, index) => index % 251);
    const batches = [...encodeEntry({ ...HELLO, payload })];
    const records = batches.flatMap((batch) => [...readRecords(batch)]);
    expect(records.map((record) => record.hasMore)).toEqual(hasMore);
    expect(Math.max(...batches.map((batch) => batch.byteLength))).toBeLessThanOrEqual(MAX_BATCH_BYTES);
    expect(Buffer.concat(records.map((record) => record.payload)).equals(payload)).toBe(true);
  });
});
