/** One field of a protobuf message as it goes over the wire, which names neither fields nor types. */
export type WireField =
  | { readonly number: number; readonly type: 'varint'; readonly value: bigint }
  | { readonly number: number; readonly type: 'fixed64' | 'fixed32' | 'bytes'; readonly bytes: Uint8Array };

export interface WireFields {
  readonly fields: readonly WireField[];
  /** Where reading ended: before the first byte that makes no field, or behind the last. */
  readonly rest: number;
}

/** Wire types; 3 and 4, groups, are no longer written by anything. */
const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

/** 64 bits in groups of seven. */
const MAX_VARINT_BYTES = 10;

const MAX_FIELD_NUMBER = 2 ** 29 - 1;

/** Reads the fields of a message, no more than `maxFields`, as far as there are such. */
export function readFields(bytes: Uint8Array, maxFields: number): WireFields {
  const fields: WireField[] = [];
  let offset = 0;
  while (offset < bytes.length && fields.length < maxFields) {
    const read = readField(bytes, offset);
    if (read === null) break;
    fields.push(read.field);
    offset = read.end;
  }
  return { fields, rest: offset };
}

function readField(bytes: Uint8Array, offset: number): { field: WireField; end: number } | null {
  const key = readVarint(bytes, offset);
  if (key === null) return null;
  const number = Number(key.value >> 3n);
  if (number === 0 || number > MAX_FIELD_NUMBER) return null;
  const { end } = key;
  switch (Number(key.value & 7n)) {
    case VARINT: {
      const varint = readVarint(bytes, end);
      return varint && { field: { number, type: 'varint', value: varint.value }, end: varint.end };
    }
    case FIXED64:
      return fieldOf(bytes, number, 'fixed64', end, 8);
    case FIXED32:
      return fieldOf(bytes, number, 'fixed32', end, 4);
    case LENGTH_DELIMITED: {
      const length = readVarint(bytes, end);
      return length && fieldOf(bytes, number, 'bytes', length.end, Number(length.value));
    }
    default:
      return null;
  }
}

function fieldOf(
  bytes: Uint8Array,
  number: number,
  type: 'fixed64' | 'fixed32' | 'bytes',
  start: number,
  length: number,
): { field: WireField; end: number } | null {
  const end = start + length;
  return end > bytes.length ? null : { field: { number, type, bytes: bytes.subarray(start, end) }, end };
}

function readVarint(bytes: Uint8Array, offset: number): { value: bigint; end: number } | null {
  let value = 0n;
  for (let index = 0; index < MAX_VARINT_BYTES; index += 1) {
    const byte = bytes[offset + index];
    if (byte === undefined) return null;
    value |= BigInt(byte & 0x7f) << BigInt(7 * index);
    if (byte < 0x80) return { value: BigInt.asUintN(64, value), end: offset + index + 1 };
  }
  return null;
}
