import { describe, expect, it } from 'vitest';
import { readCookie, setSessionCookie } from './sessionCookie.ts';

describe('setSessionCookie', () => {
  it('is kept from scripts and from other sites, for the whole server', () => {
    expect(setSessionCookie(4100, 'abc')).toBe(
      'postern-4100=abc; Path=/; Max-Age=34560000; HttpOnly; SameSite=Strict',
    );
  });
});

describe('readCookie', () => {
  it.each([
    ['postern-4100=abc', 'abc'],
    ['theme=dark; postern-4100=abc; x=1', 'abc'],
    ['postern-4100=a=b', 'a=b'],
    ['postern-4100=', ''],
    ['postern-41001=abc', null],
    ['xpostern-4100=abc', null],
    ['postern-4100', null],
    ['', null],
    [undefined, null],
  ])('reads %j as %j', (header, value) => {
    expect(readCookie(header, 'postern-4100')).toBe(value);
  });
});
