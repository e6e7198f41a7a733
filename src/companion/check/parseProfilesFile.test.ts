import { describe, expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import { encodeStoredProfile } from '#domain/profile/profileStore.ts';
import { CallProblem } from './callProblem.ts';
import { parseProfilesFile } from './parseProfilesFile.ts';

const A = newProfile('a', 0, { name: 'A' });
const B = newProfile('b', 0, { name: 'B' });

describe('parseProfilesFile', () => {
  it.each([
    ['an export', { format: 'postern-profiles', profiles: [A, B].map(encodeStoredProfile) }, [A, B]],
    ['a list', [A, B].map(encodeStoredProfile), [A, B]],
    ['one profile', encodeStoredProfile(B), [B]],
  ])('reads %s', (_, json, profiles) => {
    expect(parseProfilesFile(JSON.stringify(json), 'p.json')).toEqual(profiles);
  });

  it.each([
    ['secret: x', 'p.json is not JSON: a file of profiles is what Postern exports.'],
    ['[]', 'p.json holds no profile.'],
    ['{}', 'p.json: A saved profile cannot be read: it has no version. It is kept as it is.'],
    [
      JSON.stringify([encodeStoredProfile(A), { ...encodeStoredProfile(B), url: 1 }]),
      'p.json: The saved profile “B” cannot be read: url is not what it should be. It is kept as it is.',
    ],
  ])('says what is wrong with %s', (text, message) => {
    expect(() => parseProfilesFile(text, 'p.json')).toThrow(new CallProblem(message));
  });
});
