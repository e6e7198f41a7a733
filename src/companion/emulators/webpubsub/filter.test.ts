import { describe, expect, it } from 'vitest';
import { type FilterFacts, parseFilter } from './filter.ts';

/** The first has the user of the documentation's examples, the second none. */
const CONNECTIONS: readonly FilterFacts[] = [
  { connectionId: 'c1', userId: 'user-ab-de', groups: ['group1', 'group2'] },
  { connectionId: 'c2', userId: null, groups: [] },
  { connectionId: '123', userId: "USER'1", groups: ['group1'] },
];

function takenBy(filter: string): readonly string[] {
  return CONNECTIONS.filter(parseFilter(filter)).map(({ connectionId }) => connectionId);
}

describe('parseFilter', () => {
  it.each([
    ["userId eq 'user-ab-de'", ['c1']],
    ["USERID ne 'user-ab-de'", ['c2', '123']],
    ['userId eq null', ['c2']],
    ['userId ne null', ['c1', '123']],
    ["userId eq 'user''1'", []],
    ["tolower(userId) eq 'user''1'", ['123']],
    ["toupper(userId) eq 'USER-AB-DE'", ['c1']],
    ["trim(concat(' ', userId)) eq 'user-ab-de'", ['c1']],
    ["substring(userId,5,2) eq 'ab'", ['c1']],
    ["substring(userId, 5) eq 'ab-de'", ['c1']],
    ["endswith(userId,'de')", ['c1']],
    ["not endswith(userId, 'milk')", ['c1', 'c2', '123']],
    ["startswith(userId,'user')", ['c1']],
    ["contains(userId,'-ab-')", ['c1']],
    ["indexof(userId,'-ab-') ge 0", ['c1']],
    ['length(userId) gt 6', ['c1']],
    ['length(userId) le 6', ['123']],
    ['length(groups) gt 1', ['c1']],
    ["'group1' in groups", ['c1', '123']],
    ["'group1' in ((groups))", ['c1', '123']],
    ["'group2' in groups or 'group3' in groups", ['c1']],
    ["userId in ('user1', 'user-ab-de') and 'group1' in groups", ['c1']],
    ["userId ne null and connectionId ne '123'", ['c1']],
    ["userId ne 'x' and (not ('group1' in groups))", ['c2']],
    ['true or false and false', ['c1', 'c2', '123']],
    ['(true or false) and false', []],
    ['length(userId) lt 3 or length(userId) gt 5 and length(userId) lt 7', ['123']],
  ])('takes with %s the connections %j', (filter, ids) => {
    expect(takenBy(filter)).toEqual(ids);
  });

  it.each([
    ['', 'ends too early'],
    ['userId', 'type string where one of type bool'],
    ["userId eq 'a", 'is no part of one'],
    ["userId eq 'a' 'b'", 'follows its end'],
    ['not length(userId) gt 5', 'type int where one of type bool'],
    ["length(userId) eq 'a'", 'compares a value of type int with one of type string'],
    ["user eq 'a'", 'A “(” is missing'],
    ["soundex(userId) eq 'a'", 'There is no soundex.'],
    ['startswith(userId)', 'another number'],
    ["'a' in 'b'", 'A “(” is missing'],
    [`${'('.repeat(2_000)}true`, 'too long'],
  ])('refuses %j: %s', (filter, problem) => {
    expect(() => parseFilter(filter)).toThrow(problem);
  });
});
