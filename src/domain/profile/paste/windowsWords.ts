import type { CommandWords } from './shellWords.ts';

/** What a POSIX shell takes as it stands: an escaped character, or what is in quotes. */
const POSIX_QUOTED = /\\[\s\S]|\$'(?:\\[\s\S]|[^\\'])*'|'[^']*'|"(?:\\[\s\S]|[^\\"])*"/g;

/**
 * A `^` at the end of a line or before a quote is Windows's command prompt: no POSIX shell gives it a meaning. Within the
 * quotes of one, as in `'X-Pattern: ^"a'`, it is part of the text.
 */
export function isWindowsCommand(command: string): boolean {
  return /\^\s*\r?\n|\^"/.test(command.replaceAll(POSIX_QUOTED, '""'));
}

/**
 * Splits a command line as Windows's command prompt and then the C runtime do: `^` takes the meaning from the character
 * after it, then `"` groups and `\"` is a quote. Browsers write this as "Copy as cURL (cmd)".
 */
export function windowsWords(command: string): CommandWords {
  const words: string[] = [];
  const wordPattern = /(?:"(?:\\"|""|[^"])*"?|\\"|[^\s"])+/g;
  for (const [word] of removeCarets(command).matchAll(wordPattern)) words.push(unquote(word));
  return { ok: true, words, substitutions: command.match(/(?<!\^)%\w+%/g) ?? [], rest: null };
}

function removeCarets(command: string): string {
  let isQuoted = false;
  return command.replace(/\^\s*\r?\n|\^([\s\S])|"/g, (match, escaped: string | undefined) => {
    if (match === '"') {
      isQuoted = !isQuoted;
      return match;
    }
    if (isQuoted) return match;
    return escaped ?? '';
  });
}

function unquote(word: string): string {
  return word.replace(/\\"|""|"/g, (match) => {
    if (match === '\\"') return '"';
    return '';
  });
}
