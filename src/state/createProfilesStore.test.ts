import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Field, Profile } from '#domain/profile/profile.ts';
import { encodeStoredProfile } from '#domain/profile/profileStore.ts';
import { createChangeChannel } from './changeChannel.ts';
import type { ChangeChannel } from './changeChannel.ts';
import { createProfilesStore } from './createProfilesStore.ts';
import { createDatabaseOpener } from './database.ts';
import { createIndexedDbProfileStorage } from './indexedDbProfileStorage.ts';
import { createMemoryProfileStorage } from './memoryProfileStorage.ts';
import { selectProfile } from './profilesStore.ts';
import { StorageError } from './profileStorage.ts';
import type { ProfileStorage, RecordChange } from './profileStorage.ts';
import { SILENT_CHANNEL } from './testing/silentChannel.ts';

/** Other test files have tabs of their own, in this process too. */
const CHANNEL_NAME = 'profiles of createProfilesStore.test';

let clock: number;
let ids: number;
let storage: ProfileStorage;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  clock = 1_000;
  ids = 0;
  storage = createMemoryProfileStorage();
});

function open(from: ProfileStorage = storage) {
  const store = createProfilesStore({ storage: from, now: () => clock, newId: () => `id${(ids += 1)}` });
  return { store, ...store.getState().actions, state: () => store.getState() };
}

async function load(from: ProfileStorage = storage) {
  const opened = open(from);
  await opened.load();
  return opened;
}

/** What a page finds that is opened after this one is closed. */
async function reload(opened: ReturnType<typeof open>) {
  await opened.store.flush();
  return load();
}

function secretField(secretId: string): Field {
  return { id: `field-${secretId}`, name: 'apikey', value: { kind: 'secret', secretId }, isEnabled: true };
}

const withUrl = (url: string) => (profile: Profile) => ({ ...profile, url });

describe('createProfilesStore', () => {
  it('is loading until storage has answered', async () => {
    const { state, load } = open();
    expect(state().status).toBe('loading');
    await load();
    expect(state()).toMatchObject({ status: 'ready', problem: null, saved: {}, drafts: {} });
  });

  it('selects a new draft and keeps it over a reload', async () => {
    const page = await load();
    const id = page.create({ name: 'Contoso' });
    page.edit(id, withUrl('wss://contoso.azure-api.net'));
    expect(page.state().selectedId).toBe(id);
    const after = await reload(page);
    expect(selectProfile(after.state(), id)).toMatchObject({
      name: 'Contoso',
      url: 'wss://contoso.azure-api.net',
    });
    expect(after.state()).toMatchObject({ selectedId: id, saved: {} });
  });

  it('saves a draft in place of what was saved', async () => {
    const page = await load();
    const id = page.create();
    expect(page.save(id)).toBe(id);
    page.edit(id, withUrl('ws://two'));
    page.save(id);
    expect(page.state().drafts).toEqual({});
    const after = await reload(page);
    expect(after.state().saved[id]?.url).toBe('ws://two');
  });

  it('drops a draft that is edited back to what is saved', async () => {
    const page = await load();
    const id = page.create({ url: 'ws://one' });
    page.save(id);
    clock = 2_000;
    page.edit(id, withUrl('ws://two'));
    expect(page.state().drafts[id]).toMatchObject({ url: 'ws://two', updatedAt: 2_000 });
    page.edit(id, withUrl('ws://one'));
    expect(page.state().drafts).toEqual({});
    expect((await reload(page)).state().drafts).toEqual({});
  });

  it('forgets a profile never saved when its draft is discarded', async () => {
    const page = await load();
    const id = page.create();
    page.discard(id);
    expect(selectProfile(page.state(), id)).toBeNull();
    expect(page.state().selectedId).toBeNull();
  });

  it('renames and moves what is saved without saving the draft', async () => {
    const page = await load();
    const id = page.create({ name: 'One', url: 'ws://one' });
    page.save(id);
    page.edit(id, withUrl('ws://two'));
    page.rename(id, 'Two');
    page.move({ [id]: 'Contoso' });
    expect(page.state().saved[id]).toMatchObject({ name: 'Two', folder: 'Contoso', url: 'ws://one' });
    expect(page.state().drafts[id]).toMatchObject({ name: 'Two', folder: 'Contoso', url: 'ws://two' });
  });

  it('duplicates a profile with secrets of its own', async () => {
    const page = await load();
    const id = page.create({ name: 'One', parameters: [secretField('s1')] });
    page.setSecret('s1', 'hunter2');
    page.save(id);
    const copyId = page.duplicate(id);
    const copy = page.state().saved[copyId];
    expect(copy?.name).toBe('One copy');
    expect(page.state().selectedId).toBe(copyId);
    const value = copy?.parameters[0]?.value;
    const secretId = value?.kind === 'secret' ? value.secretId : '';
    expect(secretId).not.toBe('s1');
    expect(page.state().secrets[secretId]).toBe('hunter2');
  });

  it('writes by itself soon after a change', async () => {
    const page = await load();
    page.create({ name: 'Written' });
    await vi.waitFor(async () => expect((await storage.read()).drafts.size).toBe(1));
    expect((await storage.read()).version).toBe(2);
  });

  it('writes only the records that have changed', async () => {
    const page = await load();
    const one = page.create();
    page.create();
    await page.store.flush();
    const write = vi.spyOn(storage, 'write');
    page.edit(one, withUrl('ws://one'));
    await page.store.flush();
    const written = write.mock.calls.flatMap(([changes]) => changes as RecordChange[]);
    expect(written.map((change) => ('key' in change ? change.key : change.kind))).toEqual([one]);
  });
});

describe('saving several profiles at once', () => {
  it('saves them with their secrets and selects the first', async () => {
    const page = await load();
    const { ids } = page.saveAll(
      [
        { name: 'One', parameters: [secretField('s1')] },
        { name: 'Two', id: 'two' },
      ],
      {
        s1: 'hunter2',
      },
    );
    expect(ids[1]).toBe('two');
    expect(page.state()).toMatchObject({ drafts: {}, selectedId: ids[0], secrets: { s1: 'hunter2' } });
    const after = await reload(page);
    expect(ids.map((id) => after.state().saved[id]?.name)).toEqual(['One', 'Two']);
    expect(after.state().secrets).toEqual({ s1: 'hunter2' });
  });

  it('is taken back whole, and touches no other profile', async () => {
    const page = await load();
    const kept = page.create({ name: 'Kept', parameters: [secretField('shared')] });
    page.setSecret('shared', 'kept');
    page.save(kept);
    const { ids, undo } = page.saveAll([{ parameters: [secretField('s1'), secretField('shared')] }], {
      s1: 'hunter2',
    });
    page.edit(ids[0] ?? '', withUrl('ws://edited'));
    undo();
    expect(page.state()).toMatchObject({
      drafts: {},
      selectedId: kept,
      deleted: [],
      secrets: { shared: 'kept' },
    });
    const after = await reload(page);
    expect(Object.keys(after.state().saved)).toEqual([kept]);
    expect(after.state().secrets).toEqual({ shared: 'kept' });
  });

  it('takes the place of a profile and its draft, and the undo brings back all that was there', async () => {
    const page = await load();
    const id = page.create({
      name: 'One',
      parameters: [secretField('s1')],
      headers: [secretField('dropped')],
    });
    page.setSecret('s1', 'hunter1');
    page.setSecret('dropped', 'hunter2');
    page.save(id);
    clock = 2_000;
    page.edit(id, withUrl('ws://draft'));
    const { saved, drafts, secrets } = page.state();

    clock = 3_000;
    const update = { id, name: 'Theirs', parameters: [secretField('s1'), secretField('s3')] };
    const { undo } = page.saveAll([update], { s3: 'new' });
    expect(page.state().drafts).toEqual({});
    expect(page.state().saved[id]).toMatchObject({ name: 'Theirs', createdAt: 1_000, updatedAt: 3_000 });
    expect(page.state().secrets).toEqual({ s1: 'hunter1', s3: 'new' });

    page.setSecret('s1', 'typed meanwhile');
    undo();
    expect(page.state()).toMatchObject({ saved, drafts, selectedId: id });
    expect(page.state().secrets).toEqual(secrets);
    const after = await reload(page);
    expect(after.state()).toMatchObject({ saved, drafts, secrets });
  });
});

describe('deleting a profile', () => {
  it('can be undone once, draft and secrets included', async () => {
    const page = await load();
    const id = page.create({ name: 'One', parameters: [secretField('s1')] });
    page.setSecret('s1', 'hunter2');
    page.save(id);
    page.edit(id, withUrl('ws://draft'));
    page.remove([id]);
    expect(selectProfile(page.state(), id)).toBeNull();
    expect(page.state().deleted.map(({ name }) => name)).toEqual(['One']);
    page.undoRemove();
    expect(page.state()).toMatchObject({ deleted: [], selectedId: id, secrets: { s1: 'hunter2' } });
    expect(page.state().saved[id]?.url).toBe('');
    expect(page.state().drafts[id]?.url).toBe('ws://draft');
  });

  it('takes its secrets along when the next one is deleted', async () => {
    const page = await load();
    const one = page.create({ parameters: [secretField('s1'), secretField('shared')] });
    const two = page.create({ parameters: [secretField('shared')] });
    page.setSecret('s1', 'hunter2');
    page.setSecret('shared', 'both');
    page.remove([one]);
    expect(page.state().secrets).toEqual({ s1: 'hunter2', shared: 'both' });
    page.remove([two]);
    expect(page.state().secrets).toEqual({ shared: 'both' });
  });

  it('takes its secrets along when the page is closed', async () => {
    const page = await load();
    const id = page.create({ parameters: [secretField('s1')] });
    page.setSecret('s1', 'hunter2');
    page.save(id);
    page.remove([id]);
    const after = await reload(page);
    expect(after.state().secrets).toEqual({});
    await after.store.flush();
    expect((await storage.read()).secrets.size).toBe(0);
  });
});

describe('ready-made profiles', () => {
  const LOCAL = newProfile('local:echo', 0, {
    name: 'APIM echo',
    folder: 'Local/APIM',
    url: 'ws://127.0.0.1:4111/echo',
    parameters: [secretField('local:key')],
  });

  it('are never stored, nor are their secrets', async () => {
    const page = await load();
    page.setReadyMade([LOCAL], { 'local:key': 'minted' });
    page.select('local:echo');
    await page.store.flush();
    const stored = await storage.read();
    expect([stored.profiles.size, stored.drafts.size, stored.secrets.size]).toEqual([0, 0, 0]);
    expect(stored.selectedId).toBe('local:echo');
  });

  it('are saved as new profiles of the person', async () => {
    const page = await load();
    page.setReadyMade([LOCAL], { 'local:key': 'minted' });
    page.edit('local:echo', (profile) => ({ ...profile, name: 'Mine' }));
    const id = page.save('local:echo');
    expect(id).not.toBe('local:echo');
    expect(page.state().saved[id]).toMatchObject({ name: 'Mine', folder: '' });
    expect(page.state()).toMatchObject({ selectedId: id, drafts: {} });
    const after = await reload(page);
    expect(Object.values(after.state().secrets)).toEqual(['minted']);
  });

  it('keep a secret that was edited until the companion mints another', async () => {
    const page = await load();
    page.setReadyMade([LOCAL], { 'local:key': 'minted' });
    page.setSecret('local:key', 'wrong on purpose');
    page.setReadyMade([LOCAL], { 'local:key': 'minted' });
    expect(page.state().secrets['local:key']).toBe('wrong on purpose');
    page.setReadyMade([LOCAL], { 'local:key': 'minted again' });
    expect(page.state().secrets['local:key']).toBe('minted again');
  });

  it('are as they were made once the draft is discarded', async () => {
    const page = await load();
    page.setReadyMade([LOCAL], { 'local:key': 'minted' });
    page.edit('local:echo', withUrl('ws://elsewhere'));
    page.setSecret('local:key', 'wrong on purpose');
    page.discard('local:echo');
    expect(selectProfile(page.state(), 'local:echo')).toBe(LOCAL);
    expect(page.state().secrets['local:key']).toBe('minted');
    page.remove(['local:echo']);
    expect(selectProfile(page.state(), 'local:echo')).toBe(LOCAL);
  });
});

describe('profiles of a catalogue', () => {
  const URL = 'https://example.org/t.json';
  const ID = `catalogue:${URL}#p1`;
  const ECHO = newProfile(ID, 0, {
    name: 'Echo',
    folder: 'Contoso',
    parameters: [secretField(`${ID}/key`)],
  });
  const LOCAL = newProfile('local:echo', 0, { name: 'APIM echo' });

  it('stand beside those of the local gateways, and are never stored; what is typed for them is', async () => {
    const page = await load();
    page.setCatalogue([ECHO]);
    page.setReadyMade([LOCAL], {});
    page.setSecret(`${ID}/key`, 'mine');
    expect(Object.keys(page.state().readyMade)).toEqual([ID, 'local:echo']);
    page.setCatalogue([]);
    expect(Object.keys(page.state().readyMade)).toEqual(['local:echo']);
    await page.store.flush();
    const stored = await storage.read();
    expect([stored.profiles.size, stored.drafts.size]).toEqual([0, 0]);
    expect((await reload(page)).state().secrets).toEqual({ [`${ID}/key`]: 'mine' });
  });

  it('are saved as new profiles of the person, in their folder and with their secrets', async () => {
    const page = await load();
    page.setCatalogue([ECHO]);
    page.setSecret(`${ID}/key`, 'mine');
    const id = page.save(ID);
    expect(page.state().saved[id]).toMatchObject({ name: 'Echo', folder: 'Contoso' });
    page.forgetCatalogue(URL);
    expect(page.state().readyMade).toEqual({});
    expect(Object.values(page.state().secrets)).toEqual(['mine']);
    expect(page.state().secrets[`${ID}/key`]).toBeUndefined();
  });

  it('leave what was edited of them to the person when they are forgotten', async () => {
    const page = await load();
    page.setCatalogue([ECHO]);
    page.setSecret(`${ID}/key`, 'mine');
    page.edit(ID, withUrl('wss://mine.example/'));
    page.forgetCatalogue(URL);
    expect(selectProfile(page.state(), ID)?.url).toBe('wss://mine.example/');
    expect(page.state().secrets).toEqual({ [`${ID}/key`]: 'mine' });
  });
});

describe('environments', () => {
  it('are kept over a reload, with their secrets and the one that is chosen', async () => {
    const page = await load();
    const staging = page.addEnvironment('Staging', [secretField('k')]);
    page.setSecret('k', 'k-1');
    page.addEnvironment('Production');
    page.chooseEnvironment(staging);
    const again = await reload(page);
    expect(again.state().environments).toEqual({
      id1: { id: 'id1', name: 'Staging', variables: [secretField('k')] },
      id2: { id: 'id2', name: 'Production', variables: [] },
    });
    expect(again.state()).toMatchObject({ environmentId: 'id1', secrets: { k: 'k-1' } });
  });

  it('come back whole when a deletion is taken back, and leave no secret behind when not', async () => {
    const page = await load();
    const id = page.addEnvironment('Staging', [secretField('k')]);
    page.setSecret('k', 'k-1');
    const environment = page.state().environments[id];
    page.removeEnvironment(id);
    expect(page.state()).toMatchObject({ environments: {}, environmentId: null, secrets: { k: 'k-1' } });
    if (environment !== undefined) page.putEnvironment(environment);
    expect((await reload(page)).state()).toMatchObject({
      environments: { [id]: { name: 'Staging' } },
      secrets: { k: 'k-1' },
    });
    page.removeEnvironment(id);
    expect((await reload(await reload(page))).state().secrets).toEqual({});
  });

  it('of a file are added to, and what they brought is taken back, unless it was changed since', async () => {
    const page = await load();
    const own = page.addEnvironment('Staging', [secretField('k')]);
    const theirs = [
      { id: 'x', name: 'staging', variables: [secretField('k'), { ...secretField('other'), name: 'room' }] },
      { id: 'y', name: 'Production', variables: [secretField('k')] },
    ];
    const takeBack = page.takeEnvironments(theirs);
    const { environments } = page.state();
    expect(Object.values(environments).map(({ name, variables }) => [name, variables.length])).toEqual([
      ['Staging', 2],
      ['Production', 1],
    ]);
    // Not the secret that the file named.
    expect(environments['y']?.variables[0]?.value).not.toEqual({ kind: 'secret', secretId: 'k' });
    page.putEnvironment({ id: 'y', name: 'Production', variables: [] });
    takeBack();
    expect(page.state().environments).toEqual({
      [own]: { id: own, name: 'Staging', variables: [secretField('k')] },
      y: { id: 'y', name: 'Production', variables: [] },
    });
  });

  it('that cannot be read are said to be there, and stay as they are', async () => {
    await storage.write([
      { kind: 'set-version', version: 2 },
      { kind: 'put', collection: 'environments', key: 'e', value: { id: 'e', version: 9 } },
      { kind: 'put', collection: 'environments', key: 'f', value: { id: 'f', version: 1, name: 7 } },
    ]);
    const page = await load();
    expect(page.state()).toMatchObject({
      environments: {},
      problem: { code: 'storage-newer' },
    });
    page.addEnvironment('Staging');
    await page.store.flush();
    expect((await storage.read()).environments.get('e')).toEqual({ id: 'e', version: 9 });
  });
});

describe('storage that is not as it should be', () => {
  it('keeps a broken record untouched and loads the others with every secret', async () => {
    const good = newProfile('good', 1, { name: 'Good' });
    await storage.write([
      { kind: 'set-version', version: 1 },
      { kind: 'put', collection: 'profiles', key: 'good', value: encodeStoredProfile(good) },
      { kind: 'put', collection: 'profiles', key: 'bad', value: { id: 'bad', name: 'Bad', version: 1 } },
      { kind: 'put', collection: 'secrets', key: 's1', value: 'of the bad one' },
    ]);
    const page = await load();
    expect(page.state().saved).toEqual({ good });
    expect(page.state().problem).toEqual({
      code: 'storage-broken',
      message:
        'The saved profile “Bad” cannot be read: folder is not what it should be. It is kept as it is.',
    });
    page.rename('good', 'Better');
    await page.store.flush();
    const stored = await storage.read();
    expect(stored.profiles.get('bad')).toEqual({ id: 'bad', name: 'Bad', version: 1 });
    expect(stored.secrets.get('s1')).toBe('of the bad one');
    expect(stored.profiles.get('good')).toMatchObject({ name: 'Better' });
  });

  it.each([3, 'three'])('overwrites nothing of schema version %j and works in memory', async (version) => {
    await storage.write([{ kind: 'put', collection: 'profiles', key: 'a', value: { newer: true } }]);
    const read = storage.read;
    storage = { ...storage, read: async () => ({ ...(await read()), version }) };
    const write = vi.spyOn(storage, 'write');
    const page = await load();
    expect(page.state()).toMatchObject({ status: 'ready', problem: { code: 'storage-newer' } });
    page.save(page.create({ name: 'In memory' }));
    await page.store.flush();
    expect(Object.values(page.state().saved).map((profile) => profile.name)).toEqual(['In memory']);
    expect(write).not.toHaveBeenCalled();
  });

  it('says that storage is blocked and works in memory', async () => {
    const page = await load({
      ...storage,
      read: () => Promise.reject(new StorageError('storage-blocked')),
      write: () => Promise.reject(new StorageError('storage-blocked')),
    });
    expect(page.state()).toMatchObject({ status: 'ready', problem: { code: 'storage-blocked' } });
  });

  it('says that storage is full until a write succeeds, and loses nothing', async () => {
    let isFull = true;
    const page = await load({
      ...storage,
      write: (changes) =>
        isFull ? Promise.reject(new StorageError('storage-full')) : storage.write(changes),
    });
    const one = page.create({ name: 'One' });
    await page.store.flush();
    expect(page.state().problem?.code).toBe('storage-full');
    isFull = false;
    const two = page.create({ name: 'Two' });
    await page.store.flush();
    expect(page.state().problem).toBeNull();
    expect([...(await storage.read()).drafts.keys()]).toEqual([one, two]);
  });

  it('keeps what was done before storage had answered', async () => {
    const page = open();
    const loading = page.load();
    const id = page.create({ name: 'Early' });
    await loading;
    expect((await reload(page)).state().drafts[id]?.name).toBe('Early');
  });

  it('finds profiles again in IndexedDB', async () => {
    storage = createIndexedDbProfileStorage(createDatabaseOpener(), SILENT_CHANNEL);
    const page = await load();
    const id = page.create({ name: 'Kept', headers: [secretField('s1')] });
    page.setSecret('s1', 'hunter2');
    page.save(id);
    storage = createIndexedDbProfileStorage(createDatabaseOpener(), SILENT_CHANNEL);
    const after = await reload(page);
    expect(after.state()).toMatchObject({ selectedId: id, secrets: { s1: 'hunter2' } });
    expect(after.state().saved[id]).toEqual(page.state().saved[id]);
  });
});

describe('two tabs', () => {
  const channels: ChangeChannel[] = [];

  afterEach(() => {
    for (const channel of channels.splice(0)) channel.close();
  });

  function loadTab() {
    const channel = createChangeChannel(CHANNEL_NAME);
    channels.push(channel);
    return load(createIndexedDbProfileStorage(createDatabaseOpener(), channel));
  }

  it('see each other’s drafts, saved profiles, secrets and environments', async () => {
    const [one, two] = [await loadTab(), await loadTab()];
    const id = one.create({ name: 'Echo', headers: [secretField('s1')] });
    one.setSecret('s1', 'hunter2');
    one.addEnvironment('Staging');
    await one.store.flush();
    await vi.waitFor(() => {
      expect(two.state().drafts[id]?.name).toBe('Echo');
      expect(two.state().secrets).toEqual({ s1: 'hunter2' });
      expect(Object.values(two.state().environments)).toMatchObject([{ name: 'Staging' }]);
    });
    two.edit(id, withUrl('wss://two.example'));
    two.save(id);
    await two.store.flush();
    await vi.waitFor(() => expect(one.state().saved[id]?.url).toBe('wss://two.example'));
    expect(one.state().drafts).toEqual({});
    expect(one.state().selectedId).toBe(id);
    expect(two.state().selectedId).toBeNull();
  });

  it('that change different parts of a profile in the same moment keep both', async () => {
    const [one, two] = [await loadTab(), await loadTab()];
    const id = one.save(one.create({ name: 'Echo' }));
    await one.store.flush();
    await vi.waitFor(() => expect(two.state().saved[id]).toBeDefined());
    one.edit(id, withUrl('wss://one.example'));
    two.edit(id, (profile) => ({ ...profile, origin: 'https://two.example' }));
    // The other tab has not written yet.
    await one.store.flush();
    const both = { url: 'wss://one.example', origin: 'https://two.example' };
    await vi.waitFor(() => {
      expect(one.state().drafts[id]).toMatchObject(both);
      expect(two.state().drafts[id]).toMatchObject(both);
    });
  });

  it('say when the profile shown in one is deleted in the other, and can keep it', async () => {
    const [one, two] = [await loadTab(), await loadTab()];
    const id = one.save(one.create({ name: 'Echo' }));
    await one.store.flush();
    await vi.waitFor(() => expect(two.state().saved[id]).toBeDefined());
    two.remove([id]);
    await two.store.flush();
    await vi.waitFor(() => {
      const { selectedId, saved } = one.state();
      expect([selectedId, saved]).toEqual([null, {}]);
    });
    const deleted = one.state().deletedElsewhere;
    expect(deleted?.name).toBe('Echo');
    if (deleted !== null) one.restore(deleted);
    await one.store.flush();
    await vi.waitFor(() => expect(two.state().saved[id]?.name).toBe('Echo'));
  });
});

describe('storage that was cleared under the page', () => {
  it('is said at the next write, which cannot store a part of the whole, and is filled again when told', async () => {
    storage = createIndexedDbProfileStorage(createDatabaseOpener(), SILENT_CHANNEL);
    const page = await load();
    const id = page.save(page.create({ name: 'Echo', headers: [secretField('s1')] }));
    page.setSecret('s1', 'hunter2');
    await page.store.flush();
    const emptied = await createDatabaseOpener()();
    await Promise.all([...emptied.objectStoreNames].map((name) => emptied.clear(name)));
    await page.store.checkStorage();
    expect(page.state().problem?.code).toBe('storage-cleared');
    page.create({ name: 'Another' });
    await page.store.flush();
    expect(page.state().problem?.code).toBe('storage-cleared');
    page.storeAgain();
    await page.store.flush();
    expect(page.state().problem).toBeNull();
    const again = await load();
    expect(again.state().saved[id]?.name).toBe('Echo');
    expect(again.state().secrets).toEqual({ s1: 'hunter2' });
    expect(Object.values(again.state().drafts)).toMatchObject([{ name: 'Another' }]);
  });
});

describe('a store that remembers no secrets', () => {
  async function storedSecrets() {
    return Object.fromEntries((await storage.read()).secrets);
  }

  it('deletes those that are stored, has them until the page goes, and stores them again when it may', async () => {
    let isRemembering = true;
    const store = createProfilesStore({
      storage,
      now: () => clock,
      newId: () => `id${(ids += 1)}`,
      remembersSecrets: () => isRemembering,
    });
    const { load, create, setSecret } = store.getState().actions;
    await load();
    create({ url: 'wss://a', parameters: [secretField('s')] });
    setSecret('s', 'k3y');
    await store.flush();
    expect(await storedSecrets()).toEqual({ s: 'k3y' });

    isRemembering = false;
    await store.flush();
    setSecret('t', 'other');
    await store.flush();
    expect(await storedSecrets()).toEqual({});
    expect(store.getState().secrets).toEqual({ s: 'k3y', t: 'other' });

    isRemembering = true;
    await store.flush();
    expect(await storedSecrets()).toEqual({ s: 'k3y', t: 'other' });
  });

  it('begins without those that are stored, and deletes them', async () => {
    const before = await load();
    before.create({ url: 'wss://a', parameters: [secretField('s')] });
    before.setSecret('s', 'k3y');
    await before.store.flush();
    const store = createProfilesStore({
      storage,
      now: () => clock,
      newId: () => 'x',
      remembersSecrets: () => false,
    });
    await store.getState().actions.load();
    await store.flush();
    expect(store.getState().secrets).toEqual({});
    expect(await storedSecrets()).toEqual({});
  });

  it('keeps its own when another tab deletes what is stored', async () => {
    const channelOne = createChangeChannel(CHANNEL_NAME);
    const channelTwo = createChangeChannel(CHANNEL_NAME);
    let isRemembering = true;
    const opened = [channelOne, channelTwo].map((channel) =>
      createProfilesStore({
        storage: createIndexedDbProfileStorage(createDatabaseOpener(), channel),
        now: () => clock,
        newId: () => `id${(ids += 1)}`,
        remembersSecrets: () => isRemembering,
      }),
    );
    const [one, two] = opened;
    if (one === undefined || two === undefined) throw new Error('Two stores were opened.');
    await one.getState().actions.load();
    one.getState().actions.create({ url: 'wss://a', parameters: [secretField('s')] });
    one.getState().actions.setSecret('s', 'k3y');
    await one.flush();
    await two.getState().actions.load();
    isRemembering = false;
    await one.flush();
    await two.flush();
    await vi.waitFor(async () => {
      const stored = await createIndexedDbProfileStorage(createDatabaseOpener(), channelOne).read();
      expect(stored.secrets.size).toBe(0);
    });
    expect(two.getState().secrets).toEqual({ s: 'k3y' });
    expect(one.getState().secrets).toEqual({ s: 'k3y' });
  });
});
