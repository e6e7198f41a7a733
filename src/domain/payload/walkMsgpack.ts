import { MAX_WALKED_VALUES } from './walked.ts';
import type { Walked } from './walked.ts';

/** What follows a MessagePack head byte from 0xc0 on: bytes of the value or its length, and what the length counts. */
interface Head {
  /** Bytes that follow whatever is in them. */
  readonly fixed?: number;
  /** Bytes of a length. */
  readonly length?: number;
  /** What comes as often as the length says: bytes, values, or pairs of values. */
  readonly counts?: 'bytes' | 'values' | 'pairs';
}

/** The MessagePack specification, from 0xc0 (nil) to 0xdf (map 32); 0xc1 is never used. */
const HEADS: readonly (Head | null)[] = [
  {},
  null,
  {},
  {},
  { length: 1, counts: 'bytes' },
  { length: 2, counts: 'bytes' },
  { length: 4, counts: 'bytes' },
  { fixed: 1, length: 1, counts: 'bytes' },
  { fixed: 1, length: 2, counts: 'bytes' },
  { fixed: 1, length: 4, counts: 'bytes' },
  { fixed: 4 },
  { fixed: 8 },
  { fixed: 1 },
  { fixed: 2 },
  { fixed: 4 },
  { fixed: 8 },
  { fixed: 1 },
  { fixed: 2 },
  { fixed: 4 },
  { fixed: 8 },
  { fixed: 2 },
  { fixed: 3 },
  { fixed: 5 },
  { fixed: 9 },
  { fixed: 17 },
  { length: 1, counts: 'bytes' },
  { length: 2, counts: 'bytes' },
  { length: 4, counts: 'bytes' },
  { length: 2, counts: 'values' },
  { length: 4, counts: 'values' },
  { length: 2, counts: 'pairs' },
  { length: 4, counts: 'pairs' },
];

const FIRST_HEAD = 0xc0;
const NEGATIVE_FIXINT = 0xe0;

/** Whether bytes read as one MessagePack map or array that has anything in it: other values are too like anything else. */
export function walkMsgpack(bytes: Uint8Array): Walked {
  if (!beginsBranch(bytes)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  let expected = 1;
  for (let walked = 0; expected > 0; walked += 1) {
    if (walked === MAX_WALKED_VALUES) return 'beginning';
    const head = bytes[offset];
    if (head === undefined) return null;
    offset += 1;
    expected -= 1;
    if (head < 0x80 || head >= NEGATIVE_FIXINT) continue;
    if (head < 0x90) expected += (head & 0x0f) * 2;
    else if (head < 0xa0) expected += head & 0x0f;
    else if (head < FIRST_HEAD) offset += head & 0x1f;
    else {
      const kind = HEADS[head - FIRST_HEAD];
      if (kind === null || kind === undefined) return null;
      const { fixed = 0, length = 0, counts } = kind;
      if (offset + fixed + length > bytes.length) return null;
      const count = length === 0 ? 0 : readLength(view, offset, length);
      offset += fixed + length;
      if (counts === 'bytes') offset += count;
      else expected += counts === 'pairs' ? count * 2 : count;
    }
    // Each takes a byte at least.
    if (offset + expected > bytes.length) return null;
  }
  return offset === bytes.length ? 'whole' : null;
}

function readLength(view: DataView, offset: number, length: number): number {
  if (length === 1) return view.getUint8(offset);
  return length === 2 ? view.getUint16(offset) : view.getUint32(offset);
}

function beginsBranch([head = 0]: Uint8Array): boolean {
  const isFixed = head > 0x80 && head < 0xa0 && head !== 0x90;
  return isFixed || (head >= 0xdc && head <= 0xdf);
}
