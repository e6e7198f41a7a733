import { formatCodePoint } from './formatCodePoint.ts';

/** The beginning of a payload, on one line. */
export interface Preview {
  readonly text: string;
  /** True when the payload goes on. */
  readonly isCut: boolean;
}

/** A code point takes at most so many bytes of UTF-8. */
const MAX_CODE_POINT_BYTES = 4;

/** The first characters of UTF-8 bytes; what has no shape of its own is shown by a sign, a character is never cut. */
export function previewText(bytes: Uint8Array, maxCharacters: number): Preview {
  const head = bytes.subarray(0, maxCharacters * MAX_CODE_POINT_BYTES);
  const isHeadCut = head.length < bytes.length;
  // `stream` keeps back a character that the cut went through, where there is a cut.
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(head, { stream: isHeadCut });
  const text = takeCharacters(decoded, maxCharacters);
  return { text: showInvisible(text), isCut: isHeadCut || text.length < decoded.length };
}

function takeCharacters(text: string, count: number): string {
  if (text.length <= count) return text;
  let length = 0;
  let taken = 0;
  for (const character of text) {
    if (taken === count) break;
    taken += 1;
    length += character.length;
  }
  return text.slice(0, length);
}

/**
 * Controls, formatting characters (those that turn the direction of writing among them) and separators other than the
 * space: shown as they are they would vanish, or rearrange the row.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A zero width joiner is part of how emoji and several scripts are written. */
const ZERO_WIDTH_JOINERS: ReadonlySet<string> = new Set(['\u200c', '\u200d']);

function showInvisible(text: string): string {
  return text.replaceAll(INVISIBLE, (character) => {
    if (ZERO_WIDTH_JOINERS.has(character)) return character;
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x20) return String.fromCharCode(CONTROL_PICTURES + codePoint);
    if (codePoint === DELETE) return '\u2421';
    return `‹${formatCodePoint(character)}›`;
  });
}

/** The block that has a picture for each of the controls 0 to 31. */
const CONTROL_PICTURES = 0x2400;
const DELETE = 0x7f;
