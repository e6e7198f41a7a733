/** What an ASCII letter differs by from itself in the other case. */
const CASE_BIT = 0x20;

export interface FoldedNeedle {
  /** Letters in lower case. */
  readonly bytes: Uint8Array;
  /** The bit to set in a byte of the payload before it is compared: for letters only. */
  readonly masks: Uint8Array;
}

/** A text as bytes to be compared with UTF-8, ASCII letters of either case as the same unless case counts. */
export function foldAscii(text: string, isCaseSensitive: boolean): FoldedNeedle {
  const exact = new TextEncoder().encode(text);
  const masks = exact.map((byte) => (!isCaseSensitive && isAsciiLetter(byte) ? CASE_BIT : 0));
  return { bytes: exact.map((byte, index) => byte | (masks[index] ?? 0)), masks };
}

function isAsciiLetter(byte: number): boolean {
  return (byte | CASE_BIT) >= 0x61 && (byte | CASE_BIT) <= 0x7a;
}
