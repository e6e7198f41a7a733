import type { VariableLookup } from './variableLookup.ts';

export interface FilledText {
  readonly text: string;
  /** The names of variables that have no value, each once. They stand in `text` as they were written. */
  readonly missing: readonly string[];
  /** Whether the value of a secret stands in it. */
  readonly hasSecret: boolean;
}

/** `{{name}}`. Other things in double braces are what they are; so is one with a backslash before it, which then goes. */
const VARIABLE = /(\\?)\{\{\s*(\$?[\p{L}\p{N}_][\p{L}\p{N}_.-]*)\s*\}\}/gu;

/** Variables in the values of variables: deeper than anybody nests them, and an end to those that name themselves. */
const MAX_DEPTH = 10;

/** UTF-16 units that values may add to a text: more than any message needs, and far less than a page can hold. */
const MAX_ADDED_LENGTH = 4 * 1024 * 1024;

/** Whether there is anything to fill in. */
export function hasVariable(text: string): boolean {
  return text.includes('{{') && text.search(VARIABLE) !== -1;
}

/** The names of the variables that a text asks for, each once. */
export function variableNames(text: string): readonly string[] {
  if (!text.includes('{{')) return [];
  const matches = [...text.matchAll(VARIABLE)].filter(([, backslash]) => backslash === '');
  return [...new Set(matches.map(([, , name = '']) => name))];
}

/** Puts the values of variables in their places. */
export function fillText(text: string, lookup: VariableLookup): FilledText {
  if (!text.includes('{{')) return { text, missing: [], hasSecret: false };
  const missing = new Set<string>();
  let hasSecret = false;
  let added = 0;

  function fill(part: string, depth: number): string {
    return part.replace(VARIABLE, (written: string, backslash: string, name: string) => {
      if (backslash !== '') return written.slice(backslash.length);
      const value = depth < MAX_DEPTH && added <= MAX_ADDED_LENGTH ? lookup(name) : null;
      if (value === null) {
        missing.add(name);
        return written;
      }
      hasSecret ||= value.isSecret;
      added += value.text.length;
      return value.text.includes('{{') ? fill(value.text, depth + 1) : value.text;
    });
  }

  return { text: fill(text, 0), missing: [...missing], hasSecret };
}
