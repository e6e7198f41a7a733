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
const SUBSTITUTION = /^\$(?:\((?:[^()]|\([^()]*\))*\)|\{[^}]*\}|[A-Za-z_]\w*)/;
const CONTINUATION = /^\\\r?\n/;
const ANSI_C_QUOTED = /^\$'((?:[^'\\]|\\[\s\S])*)'/;
const SINGLE_QUOTED = /^'([^']*)'/;
const DOUBLE_QUOTED = /^"((?:[^"\\]|\\[\s\S])*)"/;

export function shellWords(command: string): CommandWords {
  const words: string[] = [];
  const substitutions: string[] = [];
  let word: string | null = null;
  let left = command;

  function take(length: number, text: string): void {
    word = (word ?? '') + text;
    left = left.slice(length);
  }

  while (left !== '') {
    const continuation = CONTINUATION.exec(left);
    if (continuation !== null) {
      left = left.slice(continuation[0].length);
      continue;
    }
    const space = /^\s+/.exec(left);
    if (space !== null) {
      if (word !== null) words.push(word);
      word = null;
      left = left.slice(space[0].length);
      continue;
    }
    if ((word === null ? OPERATOR : OPERATOR_IN_WORD).test(left)) break;

    const ansi = ANSI_C_QUOTED.exec(left);
    if (ansi !== null) {
      take(ansi[0].length, decodeAnsiC(ansi[1] ?? ''));
      continue;
    }
    const single = SINGLE_QUOTED.exec(left);
    if (single !== null) {
      take(single[0].length, single[1] ?? '');
      continue;
    }
    const double = DOUBLE_QUOTED.exec(left);
    if (double !== null) {
      const text = double[1] ?? '';
      substitutions.push(...findSubstitutions(text));
      take(double[0].length, text.replace(/\\\r?\n/g, '').replace(/\\([$`"\\])/g, '$1'));
      continue;
    }
    if (left[0] === "'" || left[0] === '"') return unclosed(left);
    const substitution = SUBSTITUTION.exec(left);
    if (substitution !== null) {
      substitutions.push(substitution[0]);
      take(substitution[0].length, substitution[0]);
      continue;
    }
    const escaped = /^\\([\s\S])/.exec(left);
    if (escaped !== null) take(2, escaped[1] ?? '');
    else take(1, left.charAt(0));
  }
  if (word !== null) words.push(word);
  return { ok: true, words, substitutions, rest: left === '' || left.startsWith('#') ? null : left.trim() };
}

function unclosed(left: string): CommandWords {
  const [quote = ''] = left;
  const start = left.slice(0, 20);
  return {
    ok: false,
    message: `The quote before “${start.slice(1)}” is never closed: add ${quote} where it ends.`,
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
