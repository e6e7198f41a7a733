import type { TextTerm } from '#domain/transcript/filter/filterNode.ts';
import { hasFoldedLetters, textPattern } from '#domain/transcript/filter/textPattern.ts';
import { FOUND } from './byteScanner.ts';
import type { ByteScanner } from './byteScanner.ts';
import { MAX_RUN_ENTRIES, payloadOfRun } from './payloadRun.ts';
import type { PayloadRun } from './payloadRun.ts';
import { createPlainScanner } from './plainScanner.ts';
import { createWasmScanner } from './wasmScanner.ts';

/**
 * Looks for texts in bytes. One with letters beyond ASCII in it, to be found in either case, is looked for by the
 * longest part of it that is the same bytes in both; where that stands, the payload is decoded.
 */
export function createTextScanner(texts: readonly TextTerm[]): ByteScanner {
  const parts = texts.map(partInBytes);
  const bytes = createByteScanner(parts.map((part) => part.term));
  const found = new Uint8Array(MAX_RUN_ENTRIES);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let loaded: PayloadRun | null = null;

  return {
    load(run) {
      loaded = run;
      bytes.load(run);
    },
    find(index) {
      const part = parts[index];
      if (part === undefined || loaded === null) {
        throw new RangeError(`There is no text ${index} to look for.`);
      }
      const { pattern } = part;
      if (pattern === null) return bytes.find(index);
      const candidates = part.term.text === '' ? null : bytes.find(index);
      for (let place = 0; place < loaded.count; place += 1) {
        const isFound =
          (candidates === null || candidates[place] === FOUND) &&
          pattern.test(decoder.decode(payloadOfRun(loaded, place)));
        found[place] = isFound ? FOUND : 0;
      }
      return found.subarray(0, loaded.count);
    },
  };
}

/** `term` is looked for in bytes; `pattern`, unless `null`, decides after that. */
interface TextPart {
  readonly term: TextTerm;
  readonly pattern: RegExp | null;
}

function partInBytes(term: TextTerm): TextPart {
  if (term.isCaseSensitive || !hasFoldedLetters(term.text)) return { term, pattern: null };
  const parts = term.text.match(/[\0-\x7f]+/g) ?? [];
  const text = parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
  return { term: { ...term, text }, pattern: textPattern(term.text, false) };
}

function createByteScanner(texts: readonly TextTerm[]): ByteScanner {
  try {
    return createWasmScanner(texts);
  } catch {
    // No WebAssembly, no SIMD in it, or a policy that forbids it: slower, and the same.
    return createPlainScanner(texts);
  }
}
