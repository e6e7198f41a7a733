import { beforeEach, describe, expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { secretPlacesOf } from '#domain/profile/mapSecretIds.ts';
import { createProfilesStore } from './createProfilesStore.ts';
import { createMemoryProfileStorage } from './memoryProfileStorage.ts';
import { selectProfile, selectTeamConflict } from './profilesStore.ts';
import type { ProfileStorage } from './profileStorage.ts';

const FILE = { name: 'team.json', problems: [], environments: [] };

let storage: ProfileStorage;

beforeEach(() => {
  storage = createMemoryProfileStorage();
});

async function open() {
  let ids = 0;
  const store = createProfilesStore({ storage, now: () => 1_000, newId: () => `id${(ids += 1)}` });
  await store.getState().actions.load();
  return { store, ...store.getState().actions, state: () => store.getState() };
}

function filed(url: string, fields: Partial<Profile> = {}): Profile {
  return newProfile('p1', 0, { name: 'Echo', url, ...fields });
}

const ONE = filed('wss://a.example/one');
const TWO = filed('wss://a.example/two');
const toMine = (profile: Profile) => ({ ...profile, url: 'wss://a.example/mine' });
const urlOf = (page: Awaited<ReturnType<typeof open>>) => selectProfile(page.state(), 'team:p1')?.url;

function withKey(url: string): Profile {
  const value = { kind: 'secret', secretId: 'header1' } as const;
  return filed(url, { headers: [{ id: 'header1', name: 'X-Key', value, isEnabled: true }] });
}

function keyOf(page: Awaited<ReturnType<typeof open>>): string {
  const profile = selectProfile(page.state(), 'team:p1');
  return profile === null ? '' : ([...secretPlacesOf(profile).values()][0] ?? '');
}

describe('setTeam', () => {
  it('shows what the file says, until it says something else', async () => {
    const page = await open();
    page.setTeam(FILE, [ONE]);
    expect(urlOf(page)).toBe('wss://a.example/one');
    page.setTeam(FILE, [TWO]);
    expect(urlOf(page)).toBe('wss://a.example/two');
    page.select('team:p1');
    page.setTeam(FILE, []);
    expect(page.state()).toMatchObject({ team: {}, selectedId: null });
  });

  it('keeps the profiles of before while the file is broken', async () => {
    const page = await open();
    page.setTeam(FILE, [ONE]);
    const problems = [{ path: '', message: 'It is not JSON.' }];
    page.setTeam({ ...FILE, problems }, null);
    expect(urlOf(page)).toBe('wss://a.example/one');
    expect(page.state().teamFile?.problems).toEqual(problems);
  });

  it('keeps an edit when the file changes the same profile, and tells both', async () => {
    const page = await open();
    page.setTeam(FILE, [ONE]);
    page.edit('team:p1', toMine);
    expect(selectTeamConflict(page.state(), 'team:p1')).toBeNull();
    page.setTeam(FILE, [TWO]);
    expect(urlOf(page)).toBe('wss://a.example/mine');
    expect(selectTeamConflict(page.state(), 'team:p1')).toMatchObject({
      mine: { url: 'wss://a.example/mine' },
      base: { url: 'wss://a.example/one' },
      theirs: { url: 'wss://a.example/two' },
    });
    page.setTeam(FILE, []);
    expect(urlOf(page)).toBe('wss://a.example/mine');
    expect(selectTeamConflict(page.state(), 'team:p1')?.theirs).toBeNull();
  });

  it('is no conflict where both made the same change, or the file took its own back', async () => {
    const page = await open();
    page.setTeam(FILE, [ONE]);
    page.edit('team:p1', toMine);
    page.setTeam(FILE, [TWO]);
    page.setTeam(FILE, [ONE]);
    expect(selectTeamConflict(page.state(), 'team:p1')).toBeNull();
    expect(page.state().drafts).toHaveProperty('team:p1');
    page.setTeam(FILE, [toMine(ONE)]);
    expect(page.state()).toMatchObject({ drafts: {}, teamBases: {} });
  });

  it('ends a conflict with the edit: taken back by hand, or discarded', async () => {
    const page = await open();
    for (const end of [
      () => page.edit('team:p1', (profile) => ({ ...profile, url: 'wss://a.example/one' })),
      () => page.discard('team:p1'),
    ]) {
      page.setTeam(FILE, [ONE]);
      page.edit('team:p1', toMine);
      page.setTeam(FILE, [TWO]);
      end();
      expect(urlOf(page)).toBe('wss://a.example/two');
      expect(page.state()).toMatchObject({ drafts: {}, teamBases: {} });
    }
  });

  it('finds a conflict with what changed while the page was closed', async () => {
    const before = await open();
    before.setTeam(FILE, [ONE]);
    before.edit('team:p1', toMine);
    await before.store.flush();

    const same = await open();
    expect(Object.keys(same.state().drafts)).toEqual(['team:p1']);
    expect(selectTeamConflict(same.state(), 'team:p1')).toBeNull();
    same.setTeam(FILE, [ONE]);
    expect(selectTeamConflict(same.state(), 'team:p1')).toBeNull();

    const changed = await open();
    changed.setTeam(FILE, [TWO]);
    expect(selectTeamConflict(changed.state(), 'team:p1')).toMatchObject({
      base: { url: 'wss://a.example/one' },
      theirs: { url: 'wss://a.example/two' },
    });
  });

  it('stores no profile of the file on the device but drafts', async () => {
    const page = await open();
    page.setTeam(FILE, [ONE]);
    page.select('team:p1');
    await page.store.flush();
    const { profiles, drafts } = await storage.read();
    expect([profiles.size, drafts.size]).toEqual([0, 0]);
  });

  it('goes on from what was written, with the edits since', async () => {
    const page = await open();
    page.setTeam(FILE, [ONE]);
    page.edit('team:p1', toMine);
    const written = selectProfile(page.state(), 'team:p1') ?? ONE;
    page.edit('team:p1', (profile) => ({ ...profile, origin: 'https://later.example' }));
    page.setTeam(FILE, [{ ...written, id: 'p1' }], [written]);
    expect(selectTeamConflict(page.state(), 'team:p1')).toBeNull();
    expect(page.state().drafts['team:p1']?.origin).toBe('https://later.example');
    page.setTeam(FILE, [toMine({ ...ONE, origin: 'https://later.example' })]);
    expect(page.state().drafts).toEqual({});
  });
});

describe('the secrets of the team’s profiles', () => {
  it('stay on the device over a reload, though the file has not been read yet', async () => {
    const before = await open();
    before.setTeam(FILE, [withKey('wss://a.example/one')]);
    before.setSecret(keyOf(before), 's3cret');
    await before.store.flush();
    const after = await open();
    after.setTeam(FILE, [withKey('wss://a.example/other')]);
    expect(after.state().secrets[keyOf(after)]).toBe('s3cret');
  });

  it('do not follow where the file sends the profile elsewhere', async () => {
    const page = await open();
    page.setTeam(FILE, [withKey('wss://a.example/one')]);
    page.setSecret(keyOf(page), 's3cret');
    page.setTeam(FILE, [withKey('wss://attacker.example/one')]);
    expect(page.state().secrets[keyOf(page)]).toBeUndefined();
  });

  it('follow where the person does', async () => {
    const page = await open();
    page.setTeam(FILE, [withKey('wss://a.example/one')]);
    page.setSecret(keyOf(page), 's3cret');
    page.edit('team:p1', (profile) => ({ ...profile, url: 'wss://b.example/one' }));
    const written = selectProfile(page.state(), 'team:p1') ?? ONE;
    page.setTeam(FILE, [withKey('wss://b.example/one')], [written]);
    expect(page.state().drafts).toEqual({});
    expect(page.state().secrets[keyOf(page)]).toBe('s3cret');
  });
});
