import { MAX_WALKED_VALUES } from './walked.ts';
import type { Walked } from './walked.ts';

/** Major types, RFC 8949 section 3.1. */
const TYPE_BYTES = 2;
const TYPE_TEXT = 3;
const TYPE_ARRAY = 4;
const TYPE_MAP = 5;
const TYPE_TAG = 6;
const TYPE_SIMPLE = 7;

/** In place of a length: until a break. */
const INDEFINITE = 31;
const BREAK = 0xff;

/** Whether bytes read as one CBOR map or array that has anything in it: other values are too like anything else. */
export function walkCbor(bytes: Uint8Array): Walked {
  const first = bytes[0] ?? 0;
  const firstType = first >> 5;
  if ((firstType !== TYPE_ARRAY && firstType !== TYPE_MAP) || (first & 0x1f) === 0) return null;
  /** How many values each open map or array still expects; Infinity until a break. */
  const open = [1];
  let offset = 0;
  for (let walked = 0; open.length > 0; walked += 1) {
    if (walked === MAX_WALKED_VALUES) return 'beginning';
    const head = bytes[offset];
    const last = open.length - 1;
    const left = open[last] ?? 0;
    if (left === 0) {
      open.pop();
      continue;
    }
    if (head === undefined) return null;
    if (head === BREAK) {
      if (left !== Infinity) return null;
      open.pop();
      offset += 1;
      continue;
    }
    open[last] = left - 1;
    const type = head >> 5;
    const length = readLength(bytes, offset);
    if (length === null) return null;
    offset = length.end;
    if (type === TYPE_BYTES || type === TYPE_TEXT) {
      if (length.value === Infinity) open.push(Infinity);
      else offset += length.value;
    } else if (type === TYPE_ARRAY) open.push(length.value);
    else if (type === TYPE_MAP) open.push(length.value * 2);
    else if (type === TYPE_TAG) open.push(1);
    else if (type === TYPE_SIMPLE && (head & 0x1f) >= 28) return null;
    if (offset > bytes.length) return null;
  }
  return offset === bytes.length ? 'whole' : null;
}

function readLength(bytes: Uint8Array, offset: number): { value: number; end: number } | null {
  const minor = (bytes[offset] ?? 0) & 0x1f;
  if (minor < 24) return { value: minor, end: offset + 1 };
  if (minor === INDEFINITE) return { value: Infinity, end: offset + 1 };
  if (minor > 27) return null;
  const end = offset + 1 + 2 ** (minor - 24);
  if (end > bytes.length) return null;
  let value = 0;
  for (let at = offset + 1; at < end; at += 1) value = value * 256 + (bytes[at] ?? 0);
  return { value, end };
}
