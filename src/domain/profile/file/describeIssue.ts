import type * as v from 'valibot';
import type { FileProblem } from './parseProfilesFile.ts';

/** What is wrong at one place, in words. */
export function describeIssue(issue: v.BaseIssue<unknown>, base: string): FileProblem {
  const keys = issue.path?.map(({ key }) => key) ?? [];
  const path = keys.reduce<string>((place, key) => joinPath(place, key), base);
  return { path, message: messageOf(issue) };
}

/** `profiles[2]` and `url` are `profiles[2].url`. */
export function joinPath(path: string, key: unknown): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? String(key) : `${path}.${String(key)}`;
}

export const MISSING = 'It is missing.';

/** The value itself is never quoted: it may be a credential. */
function messageOf({ type, input, expected }: v.BaseIssue<unknown>): string {
  if (input === undefined) return MISSING;
  if (type === 'non_empty') return 'It should not be empty.';
  return `It should be ${KINDS[type] ?? oneOf(expected)}.`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  array: 'a list',
  loose_object: 'an object with members',
};

/** `("a" | "b")` in words. */
function oneOf(expected: string | null): string {
  const values = (expected ?? 'something else').replace(/^\(|\)$/g, '').split(' | ');
  return values.length > 1 ? `one of ${values.join(', ')}` : (values[0] ?? '');
}
