import type { CommandOption } from './commandOption.ts';
import type { PasteDraft } from './pasteDraft.ts';

/** Reads options into the draft, in the forms `--name value`, `--name=value`, `-n value`, `-nvalue` and `-abc`. Returns the rest. */
export function readArguments(
  words: readonly string[],
  options: readonly CommandOption[],
  draft: PasteDraft,
): readonly string[] {
  const operands: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--') return [...operands, ...words.slice(index + 1)];
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const takesNext = word.startsWith('--')
      ? readLong(word, words[index + 1], options, draft)
      : readShort(word, words[index + 1], options, draft);
    if (takesNext) index += 1;
  }
  return operands;
}

function readLong(
  word: string,
  next: string | undefined,
  options: readonly CommandOption[],
  draft: PasteDraft,
): boolean {
  const [, name = word, value] = /^(--[^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
  return readOption(name, value, next, options, draft);
}

function readShort(
  word: string,
  next: string | undefined,
  options: readonly CommandOption[],
  draft: PasteDraft,
): boolean {
  for (let index = 1; index < word.length; index += 1) {
    const name = `-${word.charAt(index)}`;
    const option = findOption(options, name);
    const glued = word.slice(index + 1).replace(/^=/, '');
    if (option !== undefined && option.value !== 'none') {
      return readOption(name, glued === '' ? undefined : glued, next, options, draft);
    }
    readOption(name, undefined, undefined, options, draft);
  }
  return false;
}

/** Returns whether the next word was taken as the value. */
function readOption(
  name: string,
  glued: string | undefined,
  next: string | undefined,
  options: readonly CommandOption[],
  draft: PasteDraft,
): boolean {
  const option = findOption(options, name);
  if (option === undefined) {
    draft.note(`${name} was left out: Postern does not know this option.`);
    return false;
  }
  if (option.value === 'none' || glued !== undefined) {
    option.take(draft, glued ?? '', name);
    return false;
  }
  const hasNext = next !== undefined && (option.value === 'required' || !next.startsWith('-'));
  if (!hasNext && option.value === 'required') {
    draft.note(`${name} was left out: its value is missing.`);
    return false;
  }
  option.take(draft, hasNext ? next : '', name);
  return hasNext;
}

function findOption(options: readonly CommandOption[], name: string): CommandOption | undefined {
  return options.find((option) => option.names.includes(name));
}
