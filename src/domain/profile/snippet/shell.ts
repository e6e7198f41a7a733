import { hasSecret, mergeParts, plainText, type SnippetText } from './snippetText.ts';

/** Control characters: a terminal acts on them when they are pasted. A line break and a tab it takes within quotes. */
// oxlint-disable-next-line no-control-regex -- the characters that it is about
const CONTROL = /[\0-\x08\x0b-\x1f\x7f]/;
/** What is one byte in a header, and two in the UTF-8 of a shell; and what a terminal acts on. */
// oxlint-disable-next-line no-control-regex -- the characters that it is about
const NO_ASCII_TEXT = /[\0-\x08\x0b-\x1f\x7f-\xff]/;
/** What double quotes leave a meaning; `!` recalls the history of an interactive shell, and no backslash helps. */
const ACTIVE_IN_DOUBLE_QUOTES = /[$`"\\!]/;
/** What a shell that takes no comments, as zsh at its prompt, makes nothing of. */
const NOT_INERT = /[^A-Za-z0-9 .,:%_+=@-]/g;

/** A word for POSIX shells. Whatever stands in it, it stays one word and runs nothing. */
export function shellWord(text: SnippetText): string {
  return word(text, CONTROL);
}

/** As `shellWord`, for a header: its letters beyond ASCII are bytes of Latin-1, as Postern sends them. */
export function shellHeader(text: SnippetText): string {
  return word(text, NO_ASCII_TEXT);
}

function word(unmerged: SnippetText, escaped: RegExp): string {
  const text = mergeParts(unmerged);
  const isPlain = text.every((part) => part.kind === 'secret' || !ACTIVE_IN_DOUBLE_QUOTES.test(part.text));
  const hasEscapes = text.some((part) => part.kind === 'text' && escaped.test(part.text));
  if (hasSecret(text) && isPlain && !hasEscapes) {
    return `"${text.map((part) => (part.kind === 'text' ? part.text : substitution(part.variable))).join('')}"`;
  }
  return text
    .map((part) =>
      part.kind === 'text' ? singleQuoted(part.text, escaped) : `"${substitution(part.variable)}"`,
    )
    .join('');
}

export function shellString(text: string): string {
  return shellWord(plainText(text));
}

/** Fails where the variable is missing, since an empty credential is refused for reasons that mislead. */
function substitution(variable: string): string {
  return `\${${variable}:?}`;
}

function singleQuoted(text: string, escaped: RegExp): string {
  return escaped.test(text) ? ansiC(text, escaped) : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** `$'…'`, which dash lacks, for what else would reach the terminal as it is. */
function ansiC(text: string, escaped: RegExp): string {
  const inner = text
    .replaceAll(/[\\']/g, String.raw`\$&`)
    .replaceAll(new RegExp(escaped, 'g'), (character) => {
      const code = character.charCodeAt(0);
      return `\\x${code.toString(16).padStart(2, '0')}`;
    });
  return `$'${inner}'`;
}

/** A command, over several lines where it has several arguments. Sentences stand behind it, so that it can be pasted with them. */
export function shellCommand(tool: string, args: readonly string[], sentences: readonly string[]): string {
  const notes = sentences.map((sentence) => `# ${sentence.replace(NOT_INERT, ' ')}\n`);
  const separator = args.length === 1 ? ' ' : ' \\\n  ';
  return `${[tool, ...args].join(separator)}\n${notes.join('')}`;
}
