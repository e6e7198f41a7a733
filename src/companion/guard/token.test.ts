import { describe, expect, it } from 'vitest';
import { isSameSecret, isToken, newToken, sessionValue } from './token.ts';

describe('newToken', () => {
  it('is 32 bytes as base64url', () => {
    expect(newToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(isToken(newToken())).toBe(true);
  });

  it('is another one each time', () => {
    expect(newToken()).not.toBe(newToken());
  });
});

describe('isToken', () => {
  it.each(['', 'short', `${'a'.repeat(43)}\n`, 'a'.repeat(44), `${'a'.repeat(42)}=`])(
    'refuses %j',
    (text) => {
      expect(isToken(text)).toBe(false);
    },
  );
});

describe('sessionValue', () => {
  it('is HMAC-SHA-256 of "session" under the token', () => {
    expect(sessionValue('AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).toBe(
      'gf2NdU0dPb8Q5444LKM8QTXEUnOTXIJZjmpcE7bM5do',
    );
  });
});

describe('isSameSecret', () => {
  it('is true for equal texts alone', () => {
    expect(isSameSecret('secret', 'secret')).toBe(true);
    expect(isSameSecret('secreT', 'secret')).toBe(false);
    expect(isSameSecret('', 'secret')).toBe(false);
    expect(isSameSecret('secret and more', 'secret')).toBe(false);
  });
});
