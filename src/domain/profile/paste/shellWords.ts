/**
 * Splits a command line into words as a POSIX shell does, without running anything. Variables and command
 * substitutions stay as they are written, and are listed, since only the person's own shell knows what they stand for.
 */
export type CommandWords =
  | {
      readonly ok: true;
      readonly words: readonly string[];
      /** For example `$TOKEN` or `$(pass show key)`. */
      readonly substitutions: readonly string[];
      /** What follows the command: a pipe, a redirection, another command; `null` for nothing. */
      readonly rest: string | null;
    }
  /** A sentence. */
  | { readonly ok: false; readonly message: string };

/** Where a word would begin, one of these ends the command. */
const OPERATOR = /^(?:\d?[<>]|[|;&]|#)/;
/** Inside a word only these do: people paste URLs with an unquoted `&`, and `<your-key>` where their key goes. */
const OPERATOR_IN_WORD = /^(?:\||[;&]+(?=\s|$))/;
const SPACE = /^(?:\s|\\\r?\n)+/;
const CONTINUATION = /\\\r?\n/g;
const SUBSTITUTION = /^\$(?:\((?:[^()]|\([^()]*\))*\)|\{[^}]*\}|[A-Za-z_]\w*)/;

/** A part of a word, from one quote to the next or a single character. */
interface Piece {
  readonly length: number;
  readonly text: string;
  readonly substitutions: readonly string[];
}

/** How a piece begins, and what it says; the first that fits is taken. */
const PIECES: readonly [start: RegExp, read: (inner: string, whole: string) => Omit<Piece, 'length'>][] = [
  [/^\$'((?:[^'\\]|\\[\s\S])*)'/, (inner) => plain(decodeAnsiC(inner))],
  [/^'([^']*)'/, plain],
  [/^"((?:[^"\\]|\\[\s\S])*)"/, readDoubleQuoted],
  [SUBSTITUTION, (_inner, whole) => ({ text: whole, substitutions: [whole] })],
  [/^\\([\s\S])/, plain],
  [/^([^'"])/, plain],
];

export function shellWords(command: string): CommandWords {
  const words: string[] = [];
  const substitutions: string[] = [];
  let word: string | null = null;
  let left = command;
  while (left !== '') {
    const space = SPACE.exec(left)?.[0];
    if (space !== undefined) {
      // A continued line goes on with the word, unless it begins with a space.
      if (word !== null && space.replace(CONTINUATION, '') !== '') {
        words.push(word);
        word = null;
      }
      left = left.slice(space.length);
      continue;
    }
    if ((word === null ? OPERATOR : OPERATOR_IN_WORD).test(left)) break;
    const piece = readPiece(left);
    if (piece === null) return unclosed(left);
    word = (word ?? '') + piece.text;
    substitutions.push(...piece.substitutions);
    left = left.slice(piece.length);
  }
  if (word !== null) words.push(word);
  const rest = left === '' || left.startsWith('#') ? null : left.trim();
  return { ok: true, words, substitutions, rest };
}

/** `null` at a quote that is never closed. */
function readPiece(left: string): Piece | null {
  for (const [start, read] of PIECES) {
    const match = start.exec(left);
    if (match !== null) return { length: match[0].length, ...read(match[1] ?? '', match[0]) };
  }
  return null;
}

function plain(text: string): Omit<Piece, 'length'> {
  return { text, substitutions: [] };
}

function readDoubleQuoted(inner: string): Omit<Piece, 'length'> {
  return {
    text: inner.replace(CONTINUATION, '').replace(/\\([$`"\\])/g, '$1'),
    substitutions: findSubstitutions(inner),
  };
}

function unclosed(left: string): CommandWords {
  const shown = left.slice(1, 20);
  return {
    ok: false,
    message: `The quote before “${shown}” is never closed: add ${left.charAt(0)} where it ends.`,
  };
}

function findSubstitutions(doubleQuoted: string): readonly string[] {
  const found: string[] = [];
  for (let index = 0; index < doubleQuoted.length; index += 1) {
    if (doubleQuoted[index] === '\\') index += 1;
    else {
      const substitution = SUBSTITUTION.exec(doubleQuoted.slice(index));
      if (substitution !== null) {
        found.push(substitution[0]);
        index += substitution[0].length - 1;
      }
    }
  }
  return found;
}

const ANSI_C_LETTERS: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  v: '\v',
};

/** The escapes of `$'…'`, which browsers write into "Copy as cURL" where a value has quotes or line breaks. */
function decodeAnsiC(text: string): string {
  return text.replace(
    /\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|([\s\S]))/g,
    (_all, hex?: string, short?: string, long?: string, octal?: string, letter?: string) => {
      const digits = hex ?? short ?? long;
      if (digits !== undefined) return fromCodePoint(Number.parseInt(digits, 16));
      if (octal !== undefined) return fromCodePoint(Number.parseInt(octal, 8) & 0xff);
      return ANSI_C_LETTERS[letter ?? ''] ?? letter ?? '';
    },
  );
}

function fromCodePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
