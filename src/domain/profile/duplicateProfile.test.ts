import { expect, it } from 'vitest';
import { duplicateProfile } from './duplicateProfile.ts';
import { DEFAULT_PROFILE_OPTIONS, newProfile } from './newProfile.ts';
import { resolveProfile } from './resolveProfile.ts';
import { secretIdsOf } from './secretIdsOf.ts';
import { TOKEN_SOURCE } from './testing/tokenSource.ts';

const PROFILE = newProfile('p', 1, {
  name: 'Staging',
  url: 'wss://host/',
  parameters: [
    { id: 'a', name: 'apikey', value: { kind: 'secret', secretId: 's1' }, isEnabled: true },
    { id: 'b', name: 'token', value: { kind: 'secret', secretId: 'lost' }, isEnabled: true },
  ],
  headers: [{ id: 'c', name: 'Authorization', value: { kind: 'secret', secretId: 's2' }, isEnabled: true }],
  subprotocols: [{ id: 'd', value: 'chat', isEnabled: true }],
  options: { ...DEFAULT_PROFILE_OPTIONS, proxy: { kind: 'url', url: { kind: 'secret', secretId: 's3' } } },
  tokenSource: { ...TOKEN_SOURCE, clientSecret: { kind: 'secret', secretId: 's4' }, expiresAtId: 's5' },
});
const SECRETS = { s1: 'k', s2: 'Bearer t', s3: 'http://u:p@proxy:8080', s4: 'hush', s5: '1700000000000' };

it('copies a profile with its secrets, under ids of their own', () => {
  let last = 0;
  const copy = duplicateProfile(PROFILE, SECRETS, () => `new${(last += 1)}`, 7);
  expect(copy.profile).toMatchObject({ name: 'Staging copy', createdAt: 7, updatedAt: 7 });
  expect(JSON.stringify(copy.profile)).not.toMatch(/"(?:p|a|b|c|d|s1|s2|s3|s4|s5|lost)"/);
  expect(Object.keys(copy.secrets)).toHaveLength(5);
  expect(secretIdsOf(copy.profile)).toEqual(expect.arrayContaining(Object.keys(copy.secrets)));
  expect(resolveProfile(copy.profile, copy.secrets)).toEqual(resolveProfile(PROFILE, SECRETS));
});
