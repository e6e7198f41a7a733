import { formatBytes } from '../format/formatBytes.ts';
import { formatHex } from '../format/formatHex.ts';

/** Longer byte strings show their beginning, bytes. */
const MAX_SHOWN_BYTES = 64;

/** A byte string: `h'00 ff'`, as in the notation of RFC 8949 section 8. */
export function bytesText(bytes: Uint8Array): string {
  const shown = formatHex(bytes.subarray(0, MAX_SHOWN_BYTES));
  return bytes.length > MAX_SHOWN_BYTES ? `h'${shown} …' (${formatBytes(bytes.length)})` : `h'${shown}'`;
}

/** A number with a point or exponent, so that it does not look like an integer: `1.0`, `-0.0`, `NaN`. */
export function floatText(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return Number.isInteger(value) && !text.includes('e') ? `${text}.0` : text;
}
