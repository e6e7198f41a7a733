import { formatCodePoint } from './formatCodePoint.ts';

/** Names one character in a sentence: `“/”` where it can be seen, `U+0007` where it cannot, and spaces in words. */
export function quoteCharacter(character: string): string {
  if (character === ' ') return 'a space';
  if (character === '\t') return 'a tab';
  if (character === '\n' || character === '\r') return 'a line break';
  if (/[\p{C}\p{Z}\p{M}]/u.test(character)) return formatCodePoint(character);
  return `“${character}”`;
}
