import { isMembers, memberOf } from '../../format/members.ts';

/** The words for those members that say something: what a profile has no place for is told by them. */
export function leftOutMembers(value: unknown, words: Readonly<Record<string, string>>): readonly string[] {
  const found = Object.entries(words).filter(([name]) => saysSomething(memberOf(value, name)));
  return [...new Set(found.map(([, word]) => word))];
}

/** Tools write members that are empty: `{ "req": null, "res": "" }` is no script. */
function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isMembers(value)) return Object.values(value).some(saysSomething);
  return value !== undefined && value !== null && value !== '' && value !== 0 && value !== false;
}
