import { describe, expect, it } from 'vitest';
import { newProfile } from '../profile/newProfile.ts';
import type { Profile, TokenSource } from '../profile/profile.ts';
import { TOKEN_SOURCE } from '../profile/testing/tokenSource.ts';
import { credentialOf, encodeExpiry, isTokenDue, tokenExpiry, tokenRequestOf } from './tokenSource.ts';

const SOURCE: TokenSource = {
  ...TOKEN_SOURCE,
  scope: 'a',
  parameters: { kind: 'text', text: 'resource=r' },
};
const PROFILE = newProfile('p', 0, {
  headers: [{ id: 'h', name: 'Authorization', value: { kind: 'secret', secretId: 't' }, isEnabled: true }],
  tokenSource: SOURCE,
});
const TOKEN = { accessToken: 'abc', tokenType: 'BearerToken', expiresIn: 60, scope: null };
const withRow = (fields: object): Profile => ({
  ...PROFILE,
  headers: PROFILE.headers.map((header) => ({ ...header, ...fields })),
});

describe('isTokenDue', () => {
  it.each([
    ['a token with time left', PROFILE, { t: 'Bearer abc', expiry: '100000' }, 69_999, false],
    ['a token that ends within the margin', PROFILE, { t: 'Bearer abc', expiry: '100000' }, 70_000, true],
    ['a token whose end is not known', PROFILE, { t: 'Bearer abc', expiry: '' }, 9e15, false],
    ['no token on this device', PROFILE, { expiry: '100000' }, 0, true],
    ['no row for the token', { ...PROFILE, headers: [] }, {}, 0, true],
    ['a row that is switched off', withRow({ isEnabled: false }), {}, 0, false],
    [
      'a source that is not to renew',
      { ...PROFILE, tokenSource: { ...SOURCE, isRenewed: false } },
      {},
      0,
      false,
    ],
    ['a profile without a source', newProfile('q', 0), {}, 0, false],
  ])('for %s', (_what, profile, secrets, now, isDue) => {
    expect(isTokenDue(profile, secrets, now)).toBe(isDue);
  });
});

it('the expiry is read as it was written', () => {
  expect(tokenExpiry(SOURCE, { expiry: encodeExpiry(TOKEN, 1_000.4) })).toBe(61_000);
  expect(tokenExpiry(SOURCE, { expiry: encodeExpiry({ ...TOKEN, expiresIn: null }, 1_000) })).toBeNull();
});

it('a credential is a bearer in the header, and bare in the query', () => {
  expect(credentialOf(TOKEN, { kind: 'header' })).toBe('Bearer abc');
  expect(credentialOf(TOKEN, { kind: 'query', name: 'access_token' })).toBe('abc');
});

it('a request has the secrets in the clear and nothing of the client certificate', () => {
  expect(tokenRequestOf(SOURCE, PROFILE, { client: 'hush' })).toEqual({
    url: 'https://login.example.com/token',
    clientId: 'postern',
    clientSecret: 'hush',
    authentication: 'basic',
    scope: 'a',
    audience: '',
    parameters: [{ name: 'resource', value: 'r' }],
    caPem: '',
    proxy: { kind: 'environment' },
  });
});
