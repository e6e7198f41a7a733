import { MAX_QUOTED_CHARACTERS } from './limits.ts';

/** The beginning of an answer for a sentence: printable ASCII as is, anything else as `\xNN`. */
export function quoteBytes(bytes: Uint8Array): string {
  let quoted = '';
  for (const byte of bytes) {
    const next = ESCAPES[byte] ?? (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : hex(byte));
    if (quoted.length + next.length > MAX_QUOTED_CHARACTERS) return `${quoted}…`;
    quoted += next;
  }
  return quoted;
}

const ESCAPES: Readonly<Record<number, string>> = { 0x09: '\\t', 0x0a: '\\n', 0x0d: '\\r', 0x5c: '\\\\' };

function hex(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
