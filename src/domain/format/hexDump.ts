import { formatHex } from './formatHex.ts';

export interface HexRow {
  /** Of the row's first byte, eight hex digits. */
  readonly offset: string;
  /** Hex pairs in two groups of eight, padded so that the next column is straight. */
  readonly hex: string;
  /** A dot stands for what is not printable ASCII. */
  readonly ascii: string;
}

export const HEX_ROW_BYTES = 16;

const HALF_ROW_BYTES = HEX_ROW_BYTES / 2;

/** Two digits a byte, a space after each but the last, and one more between the groups. */
const HEX_WIDTH = HEX_ROW_BYTES * 3;

/** The rows of `count` bytes from byte `first` on; `first` is a multiple of `HEX_ROW_BYTES` for rows that line up. */
export function hexDump(bytes: Uint8Array, first: number, count: number): readonly HexRow[] {
  const end = Math.min(bytes.length, first + count);
  const rows: HexRow[] = [];
  for (let offset = first; offset < end; offset += HEX_ROW_BYTES) {
    rows.push(hexRow(bytes.subarray(offset, Math.min(end, offset + HEX_ROW_BYTES)), offset));
  }
  return rows;
}

function hexRow(bytes: Uint8Array, offset: number): HexRow {
  const halves = [bytes.subarray(0, HALF_ROW_BYTES), bytes.subarray(HALF_ROW_BYTES)];
  return {
    offset: offset.toString(16).padStart(8, '0'),
    hex: halves.map(formatHex).join('  ').padEnd(HEX_WIDTH),
    ascii: Array.from(bytes, printable).join(''),
  };
}

function printable(byte: number): string {
  return byte >= 0x20 && byte <= 0x7e ? String.fromCharCode(byte) : '.';
}
