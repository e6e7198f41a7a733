export type FilterToken =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'int'; readonly value: number }
  /** A name in lower case, a parenthesis or a comma. */
  | { readonly kind: 'word'; readonly text: string };

/** What is wrong with a filter, for whoever wrote it. */
export class FilterError extends Error {
  readonly code = 'invalid-filter';

  constructor(problem: string) {
    super(`The filter cannot be read. ${problem}`);
    this.name = 'FilterError';
  }
}

/** The service warns of filters with over 100 clauses: of some five tokens each, and what joins them. */
const MAX_TOKENS = 1_000;

/** A quote within a string is doubled. */
const TOKEN = /\s*(?:'(?<string>(?:[^']|'')*)'|(?<int>[+-]?\d+)|(?<word>[A-Za-z]+|[(),]))\s*/y;

/** @throws FilterError */
export function readTokens(text: string): readonly FilterToken[] {
  const tokens: FilterToken[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex;
    const found = pattern.exec(text)?.groups;
    if (found === undefined) throw new FilterError(`“${text.slice(start, start + 20)}” is no part of one.`);
    tokens.push(toToken(found));
    if (tokens.length > MAX_TOKENS) throw new FilterError('It is too long.');
  }
  return tokens;
}

function toToken({ string, int, word = '' }: Readonly<Record<string, string | undefined>>): FilterToken {
  if (string !== undefined) return { kind: 'string', value: string.replaceAll("''", "'") };
  if (int !== undefined) return { kind: 'int', value: Number(int) };
  return { kind: 'word', text: word.toLowerCase() };
}
