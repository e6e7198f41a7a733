import { describe, expect, test } from 'vitest';
import { findNonTokenCharacter, HeaderReader, isToken, parseList } from './token.ts';

describe('isToken', () => {
  test.each([
    ['websocket', true],
    ["!#$%&'*+-.^_`|~09azAZ", true],
    ['', false],
    ['a b', false],
    ['a\n', false],
    ['a=b', false],
  ])('of %j is %s', (text, expected) => {
    expect(isToken(text)).toBe(expected);
  });
});

describe('findNonTokenCharacter', () => {
  test('counts characters, not code units', () => {
    expect(findNonTokenCharacter('a🔑')).toEqual({ character: '🔑', position: 2 });
    expect(findNonTokenCharacter('token')).toBeNull();
  });
});

describe('parseList', () => {
  test('trims elements and drops empty ones', () => {
    expect(parseList(' keep-alive,\tUpgrade ,, ')).toEqual(['keep-alive', 'Upgrade']);
    expect(parseList('')).toEqual([]);
  });
});

describe('HeaderReader', () => {
  test('reads tokens and what stands between them', () => {
    const reader = new HeaderReader('a ;\tb');
    expect(reader.readToken()).toBe('a');
    reader.skipSpace();
    expect(reader.position).toBe(3);
    expect(reader.take(',')).toBe(false);
    expect(reader.take(';')).toBe(true);
    reader.skipSpace();
    expect(reader.readToken()).toBe('b');
    expect(reader.isAtEnd).toBe(true);
    expect(reader.readToken()).toBe('');
  });

  test.each([
    ['"a b"', 'a b'],
    ['"a\\"b\\\\"', 'a"b\\'],
    ['""', ''],
    ['"open', null],
    ['bare', null],
  ])('unquotes %s', (text, value) => {
    expect(new HeaderReader(text).readQuotedString()).toBe(value);
  });
});
