import { countCharacters } from './countCharacters.ts';
import { quoteCharacter } from './quoteCharacter.ts';

/** What a person's text (hex, base64) gives: bytes, or a sentence that says what is wrong with it and where. */
export type DecodedBytes =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly message: string };

/** Points at the character at `index`, which `problem` is said of: `“!” at character 3 is no hex digit.` */
export function failAtCharacter(text: string, index: number, problem: string): DecodedBytes {
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  const position = countCharacters(text.slice(0, index)) + 1;
  const subject = quoteCharacter(character);
  const message = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} at character ${position} ${problem}.`;
  return { ok: false, message };
}
