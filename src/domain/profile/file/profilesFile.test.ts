import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newProfile } from '../newProfile.ts';
import { PROFILE_SCHEMA_VERSION } from '../profile.ts';
import type { Profile } from '../profile.ts';
import { encodeStoredProfile } from '../profileStore.ts';
import { arbitraryProfile } from '../testing/arbitraryProfile.ts';
import { toFileProfile } from './filedProfile.ts';
import { PROFILES_SCHEMA_URL } from './fileProfile.ts';
import { formatProfilesFile } from './formatProfilesFile.ts';
import { parseProfilesFile } from './parseProfilesFile.ts';

const CHAT = newProfile('p-chat', 5, {
  name: 'Chat',
  folder: 'Contoso',
  url: 'wss://chat.example/ws',
  headers: [
    {
      id: 'h1',
      name: 'x-key',
      value: { kind: 'secret', secretId: 'secret-of-this-device' },
      isEnabled: true,
    },
  ],
  subprotocols: [{ id: 's1', value: 'chat.v1', isEnabled: true }],
});

function read(text: string) {
  return parseProfilesFile(JSON.parse(text));
}

function file(...profiles: readonly unknown[]) {
  return { format: 'postern-profiles', version: PROFILE_SCHEMA_VERSION, profiles };
}

describe('the text of a file of profiles', () => {
  it('says what it is, then each profile member by member, and nothing that belongs to a device', () => {
    const text = formatProfilesFile([CHAT]);
    expect(text).toMatch(
      /^\{\n {2}"\$schema": "http[^"]+",\n {2}"format": "postern-profiles",\n {2}"version": 2,\n {2}"profiles": \[\n {4}\{\n {6}"id": "p-chat",\n {6}"name": "Chat",\n {6}"description": "",\n/,
    );
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).toContain(`"headers": [
        {
          "name": "x-key",
          "value": {
            "kind": "secret"
          },
          "isEnabled": true
        }
      ],`);
    expect(text).not.toMatch(/secret-of-this-device|"h1"|"s1"|createdAt|updatedAt/);
  });

  it('is the same in whatever order profiles, and members of them, are held', () => {
    const other = newProfile('p-other', 0, { name: 'Alpha', folder: 'Contoso' });
    const reversed = Object.fromEntries(Object.entries(CHAT).toReversed()) as unknown as Profile;
    expect(formatProfilesFile([reversed, other])).toBe(formatProfilesFile([other, CHAT]));
    expect(formatProfilesFile([{ ...CHAT, updatedAt: 9 }])).toBe(formatProfilesFile([CHAT]));
  });

  it('keeps what else the file has, and where it says its schema is', () => {
    const members = { environments: [{ name: 'Test' }], $schema: './schema.json' };
    const text = formatProfilesFile([CHAT], members);
    expect(read(text).members).toEqual(members);
    const { members: kept, profiles } = read(text);
    expect(
      formatProfilesFile(
        profiles.map(({ profile }) => profile),
        kept,
      ),
    ).toBe(text);
    expect(read(formatProfilesFile([])).members).toEqual({ $schema: PROFILES_SCHEMA_URL });
  });

  it('is written for a profile that could not be read again, too', () => {
    const broken = { ...CHAT, gateway: 'kong' } as unknown as Profile;
    expect(read(formatProfilesFile([broken])).problems.map(({ path }) => path)).toEqual([
      'profiles[0].gateway',
    ]);
  });

  it('comes back as it was, whatever the profiles are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(arbitraryProfile, { selector: ({ id }) => id, maxLength: 3 }),
        (profiles) => {
          const text = formatProfilesFile(profiles);
          const { profiles: filed, problems } = read(text);
          expect(problems).toEqual([]);
          const told = filed.map(({ profile }) => toFileProfile(profile));
          expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(profiles.length);
          for (const profile of profiles) expect(told).toContainEqual(toFileProfile(profile));
          expect(formatProfilesFile(filed.map(({ profile }) => profile))).toBe(text);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('parseProfilesFile', () => {
  it('gives rows and secrets ids that no other of the profile has', () => {
    const [filed] = read(formatProfilesFile([CHAT])).profiles;
    expect(filed).toMatchObject({
      path: 'profiles[0]',
      profile: {
        id: 'p-chat',
        headers: [{ id: 'header1', value: { kind: 'secret', secretId: 'header1' } }],
        subprotocols: [{ id: 'subprotocol1' }],
      },
    });
  });

  it('reads what an older version wrote: each profile with its version, its ids and its times', () => {
    const { description: _d, keepAlive: _k, reconnect: _r, messages: _m, ...first } = CHAT;
    const { profiles, problems } = parseProfilesFile({
      format: 'postern-profiles',
      profiles: [
        { ...first, version: 1 },
        { ...encodeStoredProfile(CHAT), id: 'second' },
      ],
    });
    expect(problems).toEqual([]);
    expect(formatProfilesFile(profiles.map(({ profile }) => ({ ...profile, id: 'p-chat' })))).toBe(
      formatProfilesFile([CHAT, CHAT]),
    );
    expect(JSON.stringify(profiles)).not.toMatch(/secret-of-this-device|"h1"/);
  });

  it.each([
    ['a list', [encodeStoredProfile(CHAT)], '[0]'],
    ['one alone', encodeStoredProfile(CHAT), ''],
  ])('reads %s', (_, document, path) => {
    expect(parseProfilesFile(document)).toMatchObject({
      profiles: [{ path, profile: { id: 'p-chat' } }],
      problems: [],
    });
  });

  it('tells every problem by its place, and a broken profile costs no other', () => {
    const { profiles, problems } = parseProfilesFile(
      file(
        toFileProfile(CHAT),
        { ...toFileProfile(CHAT), id: '', gateway: 'kong', transport: undefined, headers: [{ name: 1 }] },
        7,
        { ...toFileProfile(CHAT), id: 'q', keepAlive: { kind: 'message' }, messages: 'hunter2' },
        toFileProfile(CHAT),
      ),
    );
    expect(profiles.map(({ path }) => path)).toEqual(['profiles[0]']);
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'profiles[1].id: It should not be empty.',
      'profiles[1].gateway: It should be one of "generic", "aws", "apim", "webpubsub", "apigee", "ibm", "auto".',
      'profiles[1].headers[0].name: It should be text.',
      'profiles[1].headers[0].value: It is missing.',
      'profiles[1].transport: It is missing.',
      'profiles[2]: It should be an object with members.',
      'profiles[3].keepAlive.text: It is missing.',
      'profiles[3].messages: It should be a list.',
      'profiles[4].id: It is that of profiles[0] as well.',
    ]);
  });

  it.each([
    [
      { ...file(toFileProfile(CHAT)), version: 3 },
      'version: This file was written by a newer Postern (version 3; this one reads 2). Open it with the newer one.',
    ],
    [
      file({ ...toFileProfile(CHAT), version: 3 }),
      'profiles[0].version: The profile “Chat” was written by a newer Postern (version 3; this one reads 2). Open it with the newer one.',
    ],
    [{ ...file(), version: '2' }, 'version: It should be a whole number from 1.'],
    [{ ...file(), profiles: {} }, 'profiles: It should be a list.'],
    [{ format: 'postern-profiles', version: 2 }, 'profiles: It is missing.'],
    [{ format: 'postern-profiles', profiles: [toFileProfile(CHAT)] }, 'profiles[0].version: It is missing.'],
    [{ name: 'Old' }, 'version: It is missing.'],
    ['text', ': It should be an object with members.'],
  ])('refuses %j', (document, problem) => {
    const { profiles, problems } = parseProfilesFile(document);
    expect(profiles).toEqual([]);
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([problem]);
  });
});
