import type { SnippetText } from './snippetText.ts';

/** No argument of a command holds a NUL. */
export function canBeArgument(text: SnippetText): boolean {
  return text.every((part) => part.kind === 'secret' || !part.text.includes('\0'));
}
