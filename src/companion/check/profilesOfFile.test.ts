import { describe, expect, it } from 'vitest';
import { PROFILES_SCHEMA_URL } from '#domain/profile/file/fileProfile.ts';
import { formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import { encodeStoredProfile } from '#domain/profile/profileStore.ts';
import { DEFAULT_PORT } from '../command/options.ts';
import { CallProblem } from './callProblem.ts';
import { profilesOfFile } from './profilesOfFile.ts';

const A = newProfile('a', 0, { name: 'A' });
const B = newProfile('b', 0, { name: 'B' });
const BROKEN = { ...encodeStoredProfile(B), url: 1, headers: [{}] };

/** What matters, and no more. */
function handWritten(members: object = {}): string {
  return JSON.stringify({
    format: 'postern-profiles',
    version: 2,
    ...members,
    profiles: [{ name: 'A', url: 'wss://a.example/' }],
  });
}

it('is a file that names its schema where a companion on its usual port serves it', () => {
  expect(new URL(PROFILES_SCHEMA_URL).host).toBe(`127.0.0.1:${DEFAULT_PORT}`);
});

describe('profilesOfFile', () => {
  it.each([
    ['an export', formatProfilesFile([A, B]), '', [A, B]],
    ['those of a name', formatProfilesFile([A, B]), 'B', [B]],
    [
      'what somebody has written by hand',
      handWritten(),
      '',
      [newProfile('named:A', 0, { name: 'A', url: 'wss://a.example/' })],
    ],
    ['a list', JSON.stringify([A, B].map(encodeStoredProfile)), '', [A, B]],
    ['one profile', JSON.stringify(encodeStoredProfile(B)), '', [B]],
    ['one by its name, beside a broken one', JSON.stringify([encodeStoredProfile(A), BROKEN]), 'A', [A]],
  ])('reads %s', (_, text, name, profiles) => {
    expect(profilesOfFile(text, name, 'p.json')).toEqual({ profiles, environments: [] });
  });

  it.each([
    ['secret: x', '', 'p.json is not JSON: a file of profiles is what Postern exports.'],
    ['[]', '', 'p.json holds no profile.'],
    ['{}', '', 'p.json: version: It is missing.'],
    [
      JSON.stringify([encodeStoredProfile(A), BROKEN]),
      '',
      `p.json cannot be read:
  [1].url: It should be text.
  [1].headers[0].name: It is missing.
  [1].headers[0].value: It is missing.`,
    ],
    [
      handWritten({ environment: [{ name: 'Staging', variables: [] }] }),
      'A',
      'p.json: environment: Postern knows no such member, but “environments”. Call it that, or something less like it.',
    ],
    [
      handWritten({ environments: [{ name: 'Staging', values: {} }] }),
      'A',
      'p.json: environments[0].variables: It is missing.',
    ],
    [formatProfilesFile([A]), 'C', 'p.json holds no profile of that name. It has “A”.'],
    [
      JSON.stringify({ ...encodeStoredProfile(B), url: 1 }),
      'B',
      'p.json holds no profile of that name. p.json: url: It should be text.',
    ],
  ])('says what is wrong with %s, of which %j is asked', (text, name, message) => {
    expect(() => profilesOfFile(text, name, 'p.json')).toThrow(new CallProblem(message));
  });
});
