import { describe, expect, it } from 'vitest';
import { newProfile } from '../newProfile.ts';
import type { Profile } from '../profile.ts';
import { secretPlacesOf } from '../mapSecretIds.ts';
import { isSameInFile } from './isSameInFile.ts';
import { mergeTeam } from './mergeTeam.ts';
import { carriedSecrets, idInFile, teamProfile } from './teamProfile.ts';

function profile(id: string, fields: Partial<Profile> = {}): Profile {
  return newProfile(id, 0, { name: id, url: 'wss://a.example/echo', ...fields });
}

function withKey(secretId: string, url = 'wss://a.example/echo'): Profile {
  const value = { kind: 'secret', secretId } as const;
  return profile('p1', { url, headers: [{ id: secretId, name: 'X-Key', value, isEnabled: true }] });
}

const placesOf = (each: Profile) => [...secretPlacesOf(each).values()];

describe('teamProfile', () => {
  it('names its secrets after profile and place, whichever rows they stand in', () => {
    const one = teamProfile(withKey('header1'));
    expect(one.id).toBe('team:p1');
    expect(placesOf(one)).toEqual([expect.stringMatching(/^team:p1\/headers\/x-key\/1 /)]);
    expect(placesOf(teamProfile(withKey('other')))).toEqual(placesOf(one));
    expect(teamProfile(one, one.id)).toEqual(one);
  });

  it('has the prefix of this device before the id of the file, whatever that begins with', () => {
    for (const id of ['p1', 'team:p1', 'team:team:p1']) {
      expect(teamProfile(profile(id)).id).toBe(`team:${id}`);
      expect(idInFile(`team:${id}`)).toBe(id);
    }
  });

  it('keeps its secrets while the path changes, and has others once they would go elsewhere', () => {
    const here = teamProfile(withKey('header1'));
    expect(placesOf(teamProfile(withKey('header1', 'wss://a.example/other')))).toEqual(placesOf(here));
    expect(placesOf(teamProfile(withKey('header1', 'wss://b.example/echo')))).not.toEqual(placesOf(here));
  });

  it('takes the values along by place', () => {
    const from = withKey('typed-here');
    const to = teamProfile(from);
    expect(carriedSecrets(from, to, { 'typed-here': 's3cret', unrelated: 'x' })).toEqual({
      [placesOf(to)[0] ?? '']: 's3cret',
    });
  });
});

describe('isSameInFile', () => {
  it('counts what a file says, and no id', () => {
    expect(isSameInFile(withKey('one'), { ...withKey('other'), id: 'team:p1' })).toBe(true);
    expect(isSameInFile(profile('p1'), profile('p1', { origin: 'https://a.example' }))).toBe(false);
  });
});

describe('mergeTeam', () => {
  const one = profile('one');
  const two = profile('two');
  const oneHere = { ...one, id: 'team:one', url: 'wss://mine.example/' };

  it('puts a profile in the place of the one it was made from, and leaves the others', () => {
    const twoThere = { ...two, url: 'wss://theirs.example/' };
    expect(
      mergeTeam([one, twoThere], { puts: [{ mine: oneHere, base: teamProfile(one) }], removes: [] }),
    ).toEqual({
      kind: 'merged',
      profiles: [{ ...oneHere, id: 'one' }, twoThere],
    });
  });

  it('is a conflict where the same profile was changed in both, was deleted there, or came there first', () => {
    const oneThere = { ...one, url: 'wss://theirs.example/' };
    const conflict = { kind: 'conflict', profile: oneHere };
    expect(mergeTeam([oneThere], { puts: [{ mine: oneHere, base: one }], removes: [] })).toEqual(conflict);
    expect(mergeTeam([], { puts: [{ mine: oneHere, base: one }], removes: [] })).toEqual(conflict);
    expect(mergeTeam([oneThere], { puts: [{ mine: oneHere, base: null }], removes: [] })).toEqual(conflict);
  });

  it('is none where both have made the same change', () => {
    const oneThere = { ...oneHere, id: 'one' };
    expect(mergeTeam([oneThere], { puts: [{ mine: oneHere, base: one }], removes: [] })).toEqual({
      kind: 'merged',
      profiles: [oneThere],
    });
  });

  it('removes what nobody else has changed, and what has gone already', () => {
    expect(mergeTeam([one, two], { puts: [], removes: [one] })).toEqual({ kind: 'merged', profiles: [two] });
    expect(mergeTeam([two], { puts: [], removes: [one] })).toEqual({ kind: 'merged', profiles: [two] });
    expect(mergeTeam([{ ...one, url: 'wss://theirs.example/' }], { puts: [], removes: [one] })).toEqual({
      kind: 'conflict',
      profile: one,
    });
  });
});
