import { failAtCharacter, type DecodedBytes } from './decodedBytes.ts';

/** What may stand before a byte: white space, commas, and one prefix `0x`. */
const SEPARATOR = /[\s,]*(?:0[xX])?/y;
const PAIR = /[0-9a-fA-F]{2}/y;
const DIGIT = /[0-9a-fA-F]/;

/** Reads bytes as people write and paste them: `48 65 6c`, `48656C`, `0x48, 0x65`. */
export function parseHex(text: string): DecodedBytes {
  const bytes = new Uint8Array(Math.ceil(text.length / 2));
  let length = 0;
  let index = 0;
  while (index < text.length) {
    const start = matchEnd(SEPARATOR, text, index) ?? index;
    if (start === text.length && !/[xX]$/.test(text)) break;
    const end = matchEnd(PAIR, text, start);
    if (end === null) return failAt(text, start);
    bytes[length] = Number.parseInt(text.slice(start, end), 16);
    length += 1;
    index = end;
  }
  return { ok: true, bytes: bytes.slice(0, length) };
}

/** Where the match that begins at `index` ends, or `null` when none does. */
function matchEnd(pattern: RegExp, text: string, index: number): number | null {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function failAt(text: string, index: number): DecodedBytes {
  if (index === text.length)
    return { ok: false, message: 'The text ends after “0x”: a byte takes two hex digits.' };
  if (!DIGIT.test(text.charAt(index))) return failAtCharacter(text, index, 'is no hex digit');
  const next = text.charAt(index + 1);
  if (next === '' || /[\s,]/.test(next)) {
    return failAtCharacter(text, index, 'stands alone: a byte takes two hex digits');
  }
  return failAtCharacter(text, index + 1, 'is no hex digit');
}
