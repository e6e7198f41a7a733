/** Whether the needle stands in `bytes` from `start` up to `end`. */
export type ByteMatcher = (bytes: Uint8Array, start: number, end: number) => boolean;

/**
 * Compiles a substring search over UTF-8 that takes ASCII letters of either case as the same. It never decodes: bytes
 * of ASCII letters stand for nothing else in UTF-8, and a needle of whole characters matches whole characters only.
 *
 * Horspool's search: the byte under the needle's end says how far the needle may move on, which is its whole length
 * for most bytes; so a long needle looks at a fraction of a large payload.
 */
export function compileNeedle(text: string): ByteMatcher {
  const needle = new TextEncoder().encode(text).map(foldByte);
  if (needle.length === 0) return () => true;
  const last = needle.length - 1;
  const shifts = shiftTable(needle);
  return (bytes, start, end) => {
    let position = start + last;
    while (position < end) {
      const byte = bytes[position] ?? 0;
      if (FOLDED[byte] === needle[last] && matchesBefore(bytes, position, needle)) return true;
      position += shifts[byte] ?? needle.length;
    }
    return false;
  };
}

/** Whether all bytes of the needle but the last stand before `position`, where the last one does. */
function matchesBefore(bytes: Uint8Array, position: number, needle: Uint8Array): boolean {
  const last = needle.length - 1;
  for (let back = 1; back <= last; back += 1) {
    if (FOLDED[bytes[position - back] ?? 0] !== needle[last - back]) return false;
  }
  return true;
}

/** For every byte, folded or not: how far the needle moves when that byte stands under its end. */
function shiftTable(needle: Uint8Array): Uint32Array {
  const last = needle.length - 1;
  const shiftOfFolded = new Uint32Array(256).fill(needle.length);
  for (let index = 0; index < last; index += 1) shiftOfFolded[needle[index] ?? 0] = last - index;
  return shiftOfFolded.map((_, byte) => shiftOfFolded[foldByte(byte)] ?? needle.length);
}

function foldByte(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}

const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => foldByte(byte));
