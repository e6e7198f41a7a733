import { describe, expect, it } from 'vitest';
import { formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import { readImport } from '#domain/profile/import/readImport.ts';
import type { ImportedProfile } from '#domain/profile/import/readImport.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Field, Profile } from '#domain/profile/profile.ts';
import { encodeStoredProfile } from '#domain/profile/profileStore.ts';
import { secretIdsOf } from '#domain/profile/secretIdsOf.ts';
import { createDraftMessagesStore } from '#state/createDraftMessagesStore.ts';
import { createMemoryMessageStorage } from '#state/messageStorage.ts';
import { createImported } from './createImported.ts';
import {
  decideImport,
  importLabel,
  NOTHING_CHOSEN,
  toFillIn,
  withChoice,
  withSecretsKept,
} from './importChoices.ts';
import type { ImportChoice } from './importChoices.ts';
import { matchImport } from './matchImport.ts';
import { createTestStores } from './testing/createTestStores.ts';

function secret(name: string, secretId: string): Field {
  return { id: name, name, value: { kind: 'secret', secretId }, isEnabled: true };
}

/** A device with one profile, whose key it holds, and another profile with a secret of its own. */
function device() {
  const stores = {
    ...createTestStores(),
    draftMessages: createDraftMessagesStore({ storage: createMemoryMessageStorage() }),
  };
  const { profiles } = stores;
  const id = stores.save({
    name: 'Chat',
    url: 'wss://chat.example/ws',
    parameters: [secret('apikey', 'chat-key')],
  });
  stores.save({ name: 'Other', url: 'wss://other.example/', headers: [secret('x-token', 'other-token')] });
  profiles.getState().actions.setSecret('chat-key', 'hunter1');
  profiles.getState().actions.setSecret('other-token', 'hunter2');
  const saved = (profileId = id): Profile => {
    const profile = profiles.getState().saved[profileId];
    if (profile === undefined) throw new Error('It is not there.');
    return profile;
  };
  let last = 0;
  const read = async (text: string): Promise<readonly ImportedProfile[]> => {
    const reading = await readImport([{ name: '', text }], { newId: () => `fresh-${(last += 1)}` });
    if (reading.kind === 'problem') throw new Error(reading.message);
    return reading.profiles;
  };
  const match = (imported: readonly ImportedProfile[]) => matchImport(imported, profiles.getState());
  const take = async (text: string, choice?: ImportChoice, keepsSecrets = false) => {
    const imported = await read(text);
    const matches = match(imported);
    let chosen = choice === undefined ? NOTHING_CHOSEN : withChoice(NOTHING_CHOSEN, imported.keys(), choice);
    if (keepsSecrets) chosen = withSecretsKept(chosen, 0, true);
    const decisions = decideImport(imported, matches, chosen);
    createImported(stores, decisions);
    return { decisions, matches };
  };
  /** The values that the profile would send. */
  const values = (profileId = id) =>
    secretIdsOf(saved(profileId)).map((secretId) => profiles.getState().secrets[secretId]);
  return { stores, profiles, id, saved, read, match, take, values };
}

describe('a file that comes back', () => {
  it('is the same, and nothing is done with it, whatever is chosen', async () => {
    const { saved, take, profiles } = device();
    const before = profiles.getState().saved;
    const { matches, decisions } = await take(formatProfilesFile([saved()]), 'create');
    expect(matches).toEqual([{ kind: 'same' }]);
    expect(decisions.map(({ fields }) => fields)).toEqual([null]);
    expect(profiles.getState().saved).toEqual(before);
  });

  it('is the same on another device once it was imported there', async () => {
    const text = formatProfilesFile([device().saved()].map((profile) => ({ ...profile, id: 'shared' })));
    const there = device();
    expect((await there.take(text)).matches).toEqual([{ kind: 'new', id: 'shared' }]);
    expect((await there.take(text)).matches).toEqual([{ kind: 'same' }]);
    expect(formatProfilesFile([there.saved('shared')])).toBe(text);
  });

  it('changes nothing of what is here unless that is chosen', async () => {
    const { saved, take, profiles } = device();
    const before = profiles.getState().saved;
    const { matches, decisions } = await take(formatProfilesFile([{ ...saved(), name: 'Theirs' }]));
    expect(matches).toMatchObject([
      { kind: 'changed', differences: [{ part: 'Name', before: 'Chat', after: 'Theirs' }], risks: [] },
    ]);
    expect(decisions.map(({ choice }) => choice)).toEqual(['skip']);
    expect(profiles.getState().saved).toEqual(before);
  });

  it('that brings the value of a secret is a change by that alone, and an update takes it', async () => {
    const { saved, stores, read, match, profiles, values } = device();
    const [theirs] = await read(formatProfilesFile([saved()]));
    if (theirs === undefined) throw new Error('The file has one profile.');
    const [secretId = ''] = secretIdsOf(newProfile('', 0, theirs.fields));
    const imported = [{ ...theirs, secrets: { [secretId]: 'from a link' } }];
    const matches = match(imported);
    expect(matches).toMatchObject([
      {
        kind: 'changed',
        differences: [{ part: 'Secrets', before: 'as here', after: 'those of the link: apikey' }],
      },
    ]);
    createImported(stores, decideImport(imported, matches, withChoice(NOTHING_CHOSEN, [0], 'update')));
    expect(values()).toEqual(['from a link']);
    stores.lastNotice()?.action?.run();
    expect(values()).toEqual(['hunter1']);
    expect(profiles.getState().secrets).not.toHaveProperty(secretId);
  });

  it('is compared with what has been edited here, which an update replaces and an undo brings back', async () => {
    const { id, saved, take, profiles, stores, values } = device();
    const text = formatProfilesFile([{ ...saved(), name: 'Theirs' }]);
    profiles.getState().actions.edit(id, (profile) => ({ ...profile, origin: 'https://mine.example' }));
    const before = profiles.getState();
    const { matches, decisions } = await take(text, 'update');
    expect(matches).toMatchObject([
      { kind: 'changed', isEdited: true, differences: [{ part: 'Name' }, { part: 'Origin' }] },
    ]);
    expect(importLabel(decisions)).toBe('Update profile');
    expect(saved()).toMatchObject({ name: 'Theirs', origin: '' });
    expect(profiles.getState().drafts).toEqual({});
    expect(values()).toEqual(['hunter1']);
    expect(stores.lastNotice()?.text).toBe('Updated “Theirs”.');
    stores.lastNotice()?.action?.run();
    const { saved: after, drafts, secrets } = profiles.getState();
    expect({ after, drafts, secrets }).toEqual({
      after: before.saved,
      drafts: before.drafts,
      secrets: before.secrets,
    });
  });

  it('can stand beside what is here', async () => {
    const { saved, take, profiles, values } = device();
    const { decisions } = await take(
      formatProfilesFile([{ ...saved(), origin: 'https://a.example' }]),
      'copy',
    );
    expect(importLabel(decisions)).toBe('Create profile');
    const copy = Object.values(profiles.getState().saved).find(({ name }) => name === 'Chat (imported)');
    expect(copy?.origin).toBe('https://a.example');
    expect(saved().origin).toBe('');
    expect(values(copy?.id)).toEqual([undefined]);
  });
});

describe('a file of somebody who means ill', () => {
  it('gains no secret by naming it, as a new profile, as a copy or as an update', async () => {
    const { id, saved, take, profiles, values } = device();
    const evil = {
      ...encodeStoredProfile({
        ...saved(),
        headers: [secret('x-evil', 'other-token'), secret('x-evil-2', 'chat-key')],
      }),
    };
    const file = (profile: object) =>
      JSON.stringify({ format: 'postern-profiles', version: 2, profiles: [profile] });
    await take(file({ ...evil, id: 'evil' }));
    expect(values('evil')).toEqual([undefined, undefined, undefined]);
    await take(file(evil), 'copy');
    await take(file(evil), 'update');
    // What stood here before in the same place, and nothing else.
    expect(values(id)).toEqual(['hunter1', undefined, undefined]);
    expect(Object.values(profiles.getState().secrets).toSorted()).toEqual(['hunter1', 'hunter2']);
  });

  it('has no secret sent to another host, unless the person says so', async () => {
    const moved = (profile: Profile) => formatProfilesFile([{ ...profile, url: 'wss://evil.example/ws' }]);
    const careful = device();
    const { matches, decisions } = await careful.take(moved(careful.saved()), 'update');
    expect(matches).toMatchObject([{ risks: ['go to wss://evil.example instead of wss://chat.example'] }]);
    expect(
      decisions.map((decision, index) => toFillIn(decision, matches[index] ?? { kind: 'same' })),
    ).toEqual([['the secret apikey']]);
    expect(careful.saved().url).toBe('wss://evil.example/ws');
    expect(careful.values()).toEqual([undefined]);
    expect(Object.values(careful.profiles.getState().secrets)).toEqual(['hunter2']);
    careful.stores.lastNotice()?.action?.run();
    expect(careful.values()).toEqual(['hunter1']);

    const trusting = device();
    await trusting.take(moved(trusting.saved()), 'update', true);
    expect(trusting.values()).toEqual(['hunter1']);
  });

  it.each([
    'local:apim-echo',
    'team:p1',
    'base:team:p1',
    'catalogue:https://a.example/#p1',
    'constructor',
    '__proto__',
    'x'.repeat(300),
  ])('makes a profile with an id of its own for the id %s', async (id) => {
    const { saved, take, profiles } = device();
    const count = Object.keys(profiles.getState().saved).length;
    const { matches } = await take(formatProfilesFile([{ ...saved(), id }]));
    expect(matches).toEqual([{ kind: 'new', id: null }]);
    expect(Object.keys(profiles.getState().saved)).toHaveLength(count + 1);
    expect(Object.hasOwn(profiles.getState().saved, id)).toBe(false);
  });

  it('does not take the place of a profile that was deleted and can be brought back', async () => {
    const { id, saved, take, profiles } = device();
    const text = formatProfilesFile([{ ...saved(), name: 'Theirs' }]);
    profiles.getState().actions.remove([id]);
    expect((await take(text)).matches).toEqual([{ kind: 'new', id: null }]);
    profiles.getState().actions.undoRemove();
    expect(saved().name).toBe('Chat');
  });

  it('takes the place of a profile once, however often it names it', async () => {
    const { saved, match, read } = device();
    const changed = await read(formatProfilesFile([{ ...saved(), name: 'Theirs' }]));
    expect(match([...changed, ...changed]).map(({ kind }) => kind)).toEqual(['changed', 'new']);
  });
});
