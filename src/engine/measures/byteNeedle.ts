/** Longer needles move on no further at a time than this: a byte holds the shift. */
const MAX_SHIFT = 255;

/**
 * Bytes to look for in many messages. Horspool's search: the byte under the needle's end says how far the needle may
 * move on, which is its whole length for most bytes.
 */
export class ByteNeedle {
  readonly bytes: Uint8Array;
  readonly #shifts: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const last = bytes.length - 1;
    this.#shifts = new Uint8Array(256).fill(Math.min(bytes.length, MAX_SHIFT));
    for (let place = Math.max(0, last - MAX_SHIFT); place < last; place += 1) {
      this.#shifts[bytes[place] ?? 0] = last - place;
    }
  }

  /** Where it begins first within `start` … `end - 1`; -1 for nowhere. */
  findIn(haystack: Uint8Array, start: number, end: number): number {
    const { bytes } = this;
    const shifts = this.#shifts;
    const last = bytes.length - 1;
    let position = start + last;
    while (position < end) {
      let back = last;
      while (back >= 0 && haystack[position - last + back] === bytes[back]) back -= 1;
      if (back < 0) return position - last;
      position += shifts[haystack[position] ?? 0] ?? 1;
    }
    return -1;
  }
}

/** Whether the bytes from `start` on are these. */
export function isAt(haystack: Uint8Array, start: number, bytes: Uint8Array): boolean {
  for (let place = 0; place < bytes.length; place += 1) {
    if (haystack[start + place] !== bytes[place]) return false;
  }
  return true;
}
