import type { TextTerm } from '#domain/transcript/filter/filterNode.ts';
import { FOUND } from './byteScanner.ts';
import type { ByteScanner } from './byteScanner.ts';
import { foldAscii } from './foldAscii.ts';
import type { FoldedNeedle } from './foldAscii.ts';
import { MAX_RUN_ENTRIES } from './payloadRun.ts';
import type { PayloadRun } from './payloadRun.ts';

/**
 * Looks for texts in JavaScript, where there is no WebAssembly. Horspool's search: the byte under the needle's end says
 * how far the needle may move on, which is its whole length for most bytes.
 */
export function createPlainScanner(texts: readonly TextTerm[]): ByteScanner {
  const needles = texts.map(({ text, isCaseSensitive }) => prepare(foldAscii(text, isCaseSensitive)));
  const found = new Uint8Array(MAX_RUN_ENTRIES);
  let loaded: PayloadRun | null = null;
  return {
    load(run) {
      loaded = run;
    },
    find(text) {
      const needle = needles[text];
      if (needle === undefined || loaded === null)
        throw new RangeError(`There is no text ${text} to look for.`);
      const { bytes, ends, start, count } = loaded;
      let from = 0;
      for (let place = 0; place < count; place += 1) {
        const end = (ends[place] ?? start) - start;
        found[place] = isIn(needle, bytes, from, end) ? FOUND : 0;
        from = end;
      }
      return found.subarray(0, count);
    },
  };
}

interface Needle extends FoldedNeedle {
  /** For every byte: how far the needle moves when that byte stands under its end. */
  readonly shifts: Uint32Array;
}

function prepare(needle: FoldedNeedle): Needle {
  const { bytes, masks } = needle;
  const last = bytes.length - 1;
  const shifts = new Uint32Array(256).map((_, byte) => {
    let place = last - 1;
    while (place >= 0 && (byte | (masks[place] ?? 0)) !== bytes[place]) place -= 1;
    return last - place;
  });
  return { bytes, masks, shifts };
}

function isIn({ bytes, masks, shifts }: Needle, haystack: Uint8Array, start: number, end: number): boolean {
  const last = bytes.length - 1;
  let position = start + last;
  while (position < end) {
    let back = last;
    while (back >= 0 && ((haystack[position - last + back] ?? 0) | (masks[back] ?? 0)) === bytes[back])
      back -= 1;
    if (back < 0) return true;
    position += shifts[haystack[position] ?? 0] ?? 1;
  }
  return false;
}
