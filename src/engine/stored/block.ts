import { countData } from '../transcript/countData.ts';
import { COLUMN_BYTES, startOf } from '../transcript/entrySegment.ts';
import type { EntrySegment } from '../transcript/entrySegment.ts';
import { checksumOf } from './checksum.ts';

/**
 * What the files of a log hold: blocks, one behind another, each the entries that came since the one before. All numbers
 * are little-endian.
 *
 * ```
 * offset 0  u32  mark and version of the format
 *        4  u32  checksum of all that follows
 *        8  f64  sequence number of the first entry
 *       16  u32  entries
 *       20  u32  payload bytes
 *       24  u32  data messages sent
 *       28  u32  data messages received
 *       32  u32  payload bytes of the same segment in the blocks before; 0 where a segment begins
 *       36  u32  entries of the same segment in the blocks before
 *       40  f64 × entries  times
 *           u32 × entries  ends of the payloads, counted from the beginning of the segment
 *           u16 × entries  frames
 *           u8  × entries  kinds
 *           u8  × entries  flags
 *           payloads, and zeros up to the next multiple of 8
 * ```
 *
 * A segment lies in one file, in blocks that follow one another.
 */
export const BLOCK_HEAD_BYTES = 40;

const MARK = 0x3142_5450; // "PTB1"
const ALIGNMENT_BYTES = 8;
/** The checksum begins behind itself. */
const SUMMED_FROM = 8;

export interface BlockHead {
  readonly firstSequence: number;
  readonly count: number;
  readonly payloadBytes: number;
  readonly sent: number;
  readonly received: number;
  readonly payloadBefore: number;
  readonly entriesBefore: number;
}

/** A block to be written: its head and columns, and the payload from where it lies. */
export interface BlockParts {
  readonly head: Uint8Array;
  readonly payload: Uint8Array;
  readonly padding: Uint8Array;
}

export function blockBytes(count: number, payloadBytes: number): number {
  return BLOCK_HEAD_BYTES + COLUMN_BYTES * count + aligned(payloadBytes);
}

/** Entries `from` … `to - 1` of a segment. */
export function encodeBlock(
  segment: EntrySegment,
  from: number,
  to: number,
  firstSequence: number,
): BlockParts {
  const count = to - from;
  const start = startOf(segment, from);
  const payload = segment.bytes.subarray(start, startOf(segment, to));
  const padding = new Uint8Array(aligned(payload.byteLength) - payload.byteLength);
  const head = new Uint8Array(BLOCK_HEAD_BYTES + COLUMN_BYTES * count);
  const view = new DataView(head.buffer);
  const { sent, received } = countData(segment, from, to);
  const columns = columnsAt(head, count);
  columns.times.set(segment.times.subarray(from, to));
  columns.ends.set(segment.ends.subarray(from, to));
  columns.frames.set(segment.frames.subarray(from, to));
  columns.kinds.set(segment.kinds.subarray(from, to));
  columns.flags.set(segment.flags.subarray(from, to));
  view.setUint32(0, MARK, true);
  view.setFloat64(8, firstSequence, true);
  view.setUint32(16, count, true);
  view.setUint32(20, payload.byteLength, true);
  view.setUint32(24, sent, true);
  view.setUint32(28, received, true);
  view.setUint32(32, start, true);
  view.setUint32(36, from, true);
  view.setUint32(4, checksumOf(payload, checksumOf(head.subarray(SUMMED_FROM), 0)), true);
  return { head, payload, padding };
}

/** The head that `bytes` begin with; `null` where there is none. */
export function readBlockHead(bytes: Uint8Array): BlockHead | null {
  if (bytes.byteLength < BLOCK_HEAD_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MARK) return null;
  return {
    firstSequence: view.getFloat64(8, true),
    count: view.getUint32(16, true),
    payloadBytes: view.getUint32(20, true),
    sent: view.getUint32(24, true),
    received: view.getUint32(28, true),
    payloadBefore: view.getUint32(32, true),
    entriesBefore: view.getUint32(36, true),
  };
}

/** What was read from disk is not what was written there. */
export class DamagedBlockError extends Error {
  readonly code = 'block-damaged';
  override readonly name = 'DamagedBlockError';
}

/** The segment whose blocks fill `bytes`, which begin at an address that typed arrays take. */
export function readSegment(bytes: Uint8Array): EntrySegment {
  const blocks = [...readBlocks(bytes)];
  const [only] = blocks;
  // The usual block of a stream is a good part of a segment: one alone is read where it lies.
  if (only !== undefined && blocks.length === 1) return only;
  const count = blocks.reduce((sum, block) => sum + block.count, 0);
  const payloadBytes = blocks.reduce((sum, block) => sum + block.bytes.byteLength, 0);
  const segment = {
    count,
    bytes: new Uint8Array(payloadBytes),
    ends: new Uint32Array(count),
    times: new Float64Array(count),
    kinds: new Uint8Array(count),
    flags: new Uint8Array(count),
    frames: new Uint16Array(count),
  };
  let at = 0;
  let offset = 0;
  for (const block of blocks) {
    segment.bytes.set(block.bytes, offset);
    for (const column of ['ends', 'times', 'kinds', 'flags', 'frames'] as const) {
      segment[column].set(block[column], at);
    }
    at += block.count;
    offset += block.bytes.byteLength;
  }
  return segment;
}

function* readBlocks(bytes: Uint8Array): Generator<EntrySegment> {
  let offset = 0;
  while (offset < bytes.byteLength) {
    const rest = bytes.subarray(offset);
    const head = readBlockHead(rest);
    const length = head === null ? 0 : blockBytes(head.count, head.payloadBytes);
    if (head === null || length > rest.byteLength || !isWhole(rest, head)) {
      throw new DamagedBlockError(`The block at byte ${offset} of ${bytes.byteLength} is damaged.`);
    }
    const payloadFrom = BLOCK_HEAD_BYTES + COLUMN_BYTES * head.count;
    yield {
      count: head.count,
      bytes: rest.subarray(payloadFrom, payloadFrom + head.payloadBytes),
      ...columnsAt(rest, head.count),
    };
    offset += length;
  }
}

/** Whether the block is as it was written. */
export function isWhole(bytes: Uint8Array, head: BlockHead): boolean {
  const payloadFrom = BLOCK_HEAD_BYTES + COLUMN_BYTES * head.count;
  const payload = bytes.subarray(payloadFrom, payloadFrom + head.payloadBytes);
  const written = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  return checksumOf(payload, checksumOf(bytes.subarray(SUMMED_FROM, payloadFrom), 0)) === written;
}

function columnsAt(block: Uint8Array, count: number): Omit<EntrySegment, 'count' | 'bytes'> {
  const { buffer } = block;
  let offset = block.byteOffset + BLOCK_HEAD_BYTES;
  const next = (bytesEach: number): number => {
    const from = offset;
    offset += bytesEach * count;
    return from;
  };
  return {
    times: new Float64Array(buffer, next(8), count),
    ends: new Uint32Array(buffer, next(4), count),
    frames: new Uint16Array(buffer, next(2), count),
    kinds: new Uint8Array(buffer, next(1), count),
    flags: new Uint8Array(buffer, next(1), count),
  };
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
}
