import { expect, test } from 'vitest';
import { readToken, signToken } from './jsonWebToken.ts';

const KEY = 'a key for tests';
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('the claims that were signed are read back', () => {
  const claims = {
    aud: 'http://127.0.0.1:4112/client/hubs/chatdemo',
    iat: 1,
    exp: 2,
    sub: 'user1',
    role: ['a'],
  };
  expect(readToken(signToken(claims, KEY), KEY)).toEqual(claims);
});

test('a token is the one that RFC 7515 prescribes', () => {
  // Made with Python: hmac over the two base64url parts, sha256, base64url without padding.
  expect(signToken({ sub: 'user1' }, KEY)).toBe(
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyMSJ9.9VLt5SbLLmYoS9RXcTO1R9Sy7s1k2v8HLRUUr51DmRA',
  );
});

test.each([
  ['signed with another key', signToken({ sub: 'user1' }, 'another key')],
  ['without a signature', `${encode({ alg: 'none' })}.${encode({ sub: 'user1' })}.`],
  ['of four parts', `${signToken({ sub: 'user1' }, KEY)}.x`],
  ['that is no token', 'abc'],
  ['that is empty', ''],
])('a token %s is none', (_title, token) => {
  expect(readToken(token, KEY)).toBeNull();
});
