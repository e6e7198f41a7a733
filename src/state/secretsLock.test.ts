import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { catalogueIdPrefix } from '#domain/profile/catalogue/catalogueProfile.ts';
import type { Field } from '#domain/profile/profile.ts';
import { createChangeChannel } from './changeChannel.ts';
import type { ChangeChannel } from './changeChannel.ts';
import { createProfilesStore } from './createProfilesStore.ts';
import type { StoredProfilesStore } from './createProfilesStore.ts';
import { createDatabaseOpener } from './database.ts';
import { createIndexedDbProfileStorage } from './indexedDbProfileStorage.ts';
import type { ProfileStorage, RecordChange } from './profileStorage.ts';
import { deriveKey } from './sealing/deriveKey.ts';
import { createVault } from './sealing/vault.ts';

/** Argon2id with as little work as it allows: what is tested here is not how long it takes. */
const VAULT = createVault((passphrase, kdf) => deriveKey(passphrase, { ...kdf, memoryKiB: 8, passes: 1 }));

const PASSPHRASE = 'not a real passphrase';
const KEY = 'not-a-real-key-1';

let channels: ChangeChannel[];
let stores: StoredProfilesStore[];
let ids: number;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  channels = [];
  stores = [];
  ids = 0;
});

afterEach(async () => {
  // A store that has not written yet would try again and again, its channel being closed.
  await Promise.all(stores.map((store) => store.flush()));
  for (const channel of channels) channel.close();
});

function createStorage(): ProfileStorage {
  const channel = createChangeChannel('profiles of secretsLock.test');
  channels.push(channel);
  return createIndexedDbProfileStorage(createDatabaseOpener(), channel);
}

/** A tab of the browser; what it has written are the changes of each write. */
async function openTab({ isRemembering = () => true }: { readonly isRemembering?: () => boolean } = {}) {
  const storage = createStorage();
  const writes: (readonly RecordChange[])[] = [];
  const store = createProfilesStore({
    storage: {
      ...storage,
      write: (changes) => {
        writes.push(changes);
        return storage.write(changes);
      },
    },
    now: () => 1_000,
    newId: () => `id${(ids += 1)}`,
    remembersSecrets: isRemembering,
    loadVault: () => Promise.resolve(VAULT),
  });
  stores.push(store);
  const { actions } = store.getState();
  await actions.load();
  return { ...actions, store, writes, state: () => store.getState(), flush: () => store.flush() };
}

function secretField(secretId: string): Field {
  return { id: `field-${secretId}`, name: 'apikey', value: { kind: 'secret', secretId }, isEnabled: true };
}

async function storedSecrets(): Promise<Readonly<Record<string, unknown>>> {
  return Object.fromEntries((await createStorage().read()).secrets);
}

const SEALED = expect.objectContaining({ kind: 'sealed' }) as unknown;
const LOCK = expect.objectContaining({ kind: 'lock' }) as unknown;

/** A tab with the secrets `a` and `b` of a saved profile, locked with `PASSPHRASE` and open. */
async function openLockedTab() {
  const tab = await openTab();
  const id = tab.save(tab.create({ name: 'Echo', headers: [secretField('a'), secretField('b')] }));
  tab.setSecret('a', KEY);
  tab.setSecret('b', 'b-value');
  await tab.flush();
  await tab.setLock(PASSPHRASE);
  return { ...tab, id };
}

describe('a lock', () => {
  it('takes the place of all values that were stored, in one write', async () => {
    const tab = await openTab();
    tab.create({ headers: [secretField('a'), secretField('b')] });
    tab.setSecret('a', KEY);
    tab.setSecret('b', 'b-value');
    await tab.flush();
    expect(await storedSecrets()).toEqual({ a: KEY, b: 'b-value' });
    tab.writes.length = 0;
    await tab.setLock(PASSPHRASE);
    expect(await storedSecrets()).toEqual({ a: SEALED, b: SEALED, lock: LOCK });
    expect(tab.writes).toHaveLength(1);
    expect(JSON.stringify(await storedSecrets())).not.toContain(KEY);
    expect(tab.state()).toMatchObject({ secretsLock: 'unlocked', secrets: { a: KEY, b: 'b-value' } });
  });

  it('keeps what is entered from then on sealed, and never in the clear', async () => {
    const tab = await openLockedTab();
    tab.setSecret('a', 'another');
    await tab.flush();
    expect(tab.writes.flat()).not.toContainEqual(expect.objectContaining({ value: 'another' }));
    const next = await openTab();
    await next.unlock(PASSPHRASE);
    expect(next.state().secrets).toEqual({ a: 'another', b: 'b-value' });
  });

  it('is made where nothing was remembered, and nothing is stored in the clear on the way', async () => {
    let isRemembering = false;
    const tab = await openTab({ isRemembering: () => isRemembering });
    tab.create({ headers: [secretField('a')] });
    tab.setSecret('a', KEY);
    await tab.setLock(PASSPHRASE);
    isRemembering = true;
    await tab.flush();
    expect(JSON.stringify(tab.writes)).not.toContain(KEY);
    expect(await storedSecrets()).toEqual({ a: SEALED, lock: LOCK });
  });

  it('shuts after a reload, and opens with its passphrase alone', async () => {
    await openLockedTab();
    const tab = await openTab();
    expect(tab.state()).toMatchObject({ secretsLock: 'locked', secrets: {} });
    expect(Object.keys(tab.state().lockedSecrets)).toEqual(['a', 'b']);
    await expect(tab.unlock('another')).rejects.toMatchObject({ code: 'not-opened' });
    expect(tab.state()).toMatchObject({ secretsLock: 'locked', secrets: {} });
    await tab.unlock(PASSPHRASE);
    expect(tab.state()).toMatchObject({
      secretsLock: 'unlocked',
      secrets: { a: KEY, b: 'b-value' },
      lockedSecrets: {},
    });
    expect(tab.writes).toEqual([]);
  });

  it('can be shut by hand, after what was entered last has been kept', async () => {
    const tab = await openLockedTab();
    tab.setSecret('a', 'just now');
    await tab.lockNow();
    expect(tab.state()).toMatchObject({ secretsLock: 'locked', secrets: {} });
    await tab.unlock(PASSPHRASE);
    expect(tab.state().secrets).toEqual({ a: 'just now', b: 'b-value' });
    expect(await storedSecrets()).toEqual({ a: SEALED, b: SEALED, lock: LOCK });
  });

  it('gets another passphrase with one record, under which all stay as they are', async () => {
    const tab = await openLockedTab();
    const before = await storedSecrets();
    tab.writes.length = 0;
    await expect(tab.changePassphrase('another', 'new passphrase')).rejects.toMatchObject({
      code: 'not-opened',
    });
    await tab.changePassphrase(PASSPHRASE, 'new passphrase');
    expect(tab.writes.flat()).toMatchObject([{ kind: 'put', collection: 'secrets', key: 'lock' }]);
    const { lock: _lock, ...after } = await storedSecrets();
    expect(before).toMatchObject(after);
    const next = await openTab();
    await expect(next.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'not-opened' });
    await next.unlock('new passphrase');
    expect(next.state().secrets).toEqual({ a: KEY, b: 'b-value' });
  });

  it('is neither made, changed nor opened for who thinks better of it while the key is made', async () => {
    const tab = await openTab();
    tab.create({ headers: [secretField('a')] });
    tab.setSecret('a', KEY);
    await expect(tab.setLock(PASSPHRASE, AbortSignal.abort())).rejects.toThrow('aborted');
    await tab.flush();
    expect(tab.state().secretsLock).toBe('none');
    expect(await storedSecrets()).toEqual({ a: KEY });

    await tab.setLock(PASSPHRASE);
    const locked = await storedSecrets();
    await expect(tab.changePassphrase(PASSPHRASE, 'new passphrase', AbortSignal.abort())).rejects.toThrow(
      'aborted',
    );
    await tab.flush();
    expect(await storedSecrets()).toEqual(locked);

    await tab.lockNow();
    await expect(tab.unlock(PASSPHRASE, AbortSignal.abort())).rejects.toThrow('aborted');
    expect(tab.state()).toMatchObject({ secretsLock: 'locked', secrets: {} });
  });

  it('is done away with, and the values are stored as they are again', async () => {
    const tab = await openLockedTab();
    await tab.dropLock();
    expect(await storedSecrets()).toEqual({ a: KEY, b: 'b-value' });
    expect(tab.state().secretsLock).toBe('none');
  });

  it('whose passphrase was forgotten goes with all that it locks, and with nothing else', async () => {
    const { id } = await openLockedTab();
    const tab = await openTab();
    tab.setSecret('a', 'entered since');
    await tab.dropLock();
    expect(await storedSecrets()).toEqual({ a: 'entered since' });
    expect(tab.state()).toMatchObject({ secretsLock: 'none', lockedSecrets: {} });
    expect(tab.state().saved[id]?.name).toBe('Echo');
  });

  it('opens all but what is damaged, which stays', async () => {
    await openLockedTab();
    const { a } = (await storedSecrets()) as { readonly a: { readonly sealed: string } };
    const damaged = { ...a, sealed: a.sealed.replace(/.{8}$/, 'AAAAAAAA') };
    await createStorage().write([
      { kind: 'put', collection: 'secrets', key: 'a', value: damaged },
      { kind: 'set-version', version: 2 },
    ]);
    const tab = await openTab();
    await tab.unlock(PASSPHRASE);
    expect(tab.state().secrets).toEqual({ b: 'b-value' });
    expect(tab.state().lockedSecrets).toEqual({ a: damaged });
    await tab.flush();
    expect(await storedSecrets()).toMatchObject({ a: damaged });
    tab.setSecret('a', 'entered again');
    await tab.flush();
    await tab.lockNow();
    await tab.unlock(PASSPHRASE);
    expect(tab.state().secrets).toEqual({ a: 'entered again', b: 'b-value' });
  });

  it('that cannot be read is said to be there, and stays with all that it locks', async () => {
    await openLockedTab();
    const lock = { kind: 'lock', keyId: 7 };
    await createStorage().write([
      { kind: 'put', collection: 'secrets', key: 'lock', value: lock },
      { kind: 'set-version', version: 2 },
    ]);
    const tab = await openTab();
    expect(tab.state()).toMatchObject({ secretsLock: 'none', problem: { code: 'storage-broken' } });
    tab.create({ name: 'Another' });
    await tab.flush();
    expect(await storedSecrets()).toEqual({ a: SEALED, b: SEALED, lock });
  });

  it('whose key is damaged says so, and stays shut', async () => {
    await openLockedTab();
    const { lock } = (await storedSecrets()) as { readonly lock: { readonly sealedKey: string } };
    await createStorage().write([
      {
        kind: 'put',
        collection: 'secrets',
        key: 'lock',
        value: { ...lock, sealedKey: lock.sealedKey.slice(0, 40) },
      },
      { kind: 'set-version', version: 2 },
    ]);
    const tab = await openTab();
    await expect(tab.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'seal-damaged' });
    expect(Object.keys(tab.state().lockedSecrets)).toEqual(['a', 'b']);
  });
});

describe('while secrets are locked', () => {
  it('what is done leaves what is sealed as it is', async () => {
    const { id } = await openLockedTab();
    const before = await storedSecrets();
    const tab = await openTab();
    tab.edit(id, (profile) => ({ ...profile, url: 'wss://elsewhere.example' }));
    tab.save(id);
    tab.rename(id, 'Renamed');
    tab.create({ name: 'Another' });
    // As a form does that could not show the value.
    tab.setSecret('a', '');
    await tab.flush();
    expect(await storedSecrets()).toEqual(before);
    expect(tab.state().secrets).toEqual({});
  });

  it('what is entered is kept in the page, and sealed once it is unlocked', async () => {
    await openLockedTab();
    const before = await storedSecrets();
    const tab = await openTab();
    tab.create({ headers: [secretField('c')] });
    tab.setSecret('a', 'newer');
    tab.setSecret('c', 'new');
    await tab.flush();
    expect(await storedSecrets()).toEqual(before);
    await tab.unlock(PASSPHRASE);
    expect(tab.state().secrets).toEqual({ a: 'newer', b: 'b-value', c: 'new' });
    expect(tab.writes.flat()).not.toContainEqual(expect.objectContaining({ value: 'newer' }));
    const next = await openTab();
    await next.unlock(PASSPHRASE);
    expect(next.state().secrets).toEqual({ a: 'newer', b: 'b-value', c: 'new' });
  });

  it('a copy of a profile has them, and a profile that is deleted takes its own along', async () => {
    const { id } = await openLockedTab();
    const tab = await openTab();
    const copy = tab.duplicate(id);
    tab.remove([id]);
    tab.remove([tab.create()]);
    await tab.flush();
    const next = await openTab();
    expect(Object.keys(next.state().saved)).toEqual([copy]);
    await next.unlock(PASSPHRASE);
    expect(Object.values(next.state().secrets)).toEqual([KEY, 'b-value']);
    expect(Object.keys(next.state().secrets)).not.toContain('a');
  });

  it('a catalogue that is forgotten takes along what was typed for it', async () => {
    const url = 'https://example.org/team.json';
    const id = `${catalogueIdPrefix(url)}echo/key`;
    const first = await openLockedTab();
    first.setSecret(id, 'typed');
    await first.flush();
    const tab = await openTab();
    expect(Object.keys(tab.state().lockedSecrets)).toContain(id);
    tab.forgetCatalogue(url);
    await tab.flush();
    expect(await storedSecrets()).toEqual({ lock: LOCK, a: SEALED, b: SEALED });
  });

  it('a profile that an import has replaced comes back whole', async () => {
    const { id } = await openLockedTab();
    const before = await storedSecrets();
    const tab = await openTab();
    const { undo } = tab.saveAll([{ id, name: 'Theirs' }], {});
    await tab.flush();
    expect(await storedSecrets()).toEqual({ lock: LOCK });
    undo();
    await tab.flush();
    expect(await storedSecrets()).toEqual(before);
  });
});

describe('two tabs with a lock', () => {
  it('are unlocked each by itself, and the locked one harms nothing that the other keeps', async () => {
    const one = await openLockedTab();
    const two = await openTab();
    one.create({ headers: [secretField('c')] });
    one.setSecret('c', 'c-value');
    one.setSecret('a', 'newer');
    await one.flush();
    const stored = await storedSecrets();
    await vi.waitFor(() =>
      expect(two.state().lockedSecrets).toEqual({ a: stored['a'], b: SEALED, c: SEALED }),
    );
    two.edit(one.id, (profile) => ({ ...profile, url: 'wss://two.example' }));
    await two.flush();
    expect(await storedSecrets()).toEqual(stored);
    await two.unlock(PASSPHRASE);
    expect(two.state().secrets).toEqual({ a: 'newer', b: 'b-value', c: 'c-value' });
    expect(await storedSecrets()).toEqual(stored);
  });

  it('see what the other enters while both are open', async () => {
    const one = await openLockedTab();
    const two = await openTab();
    await two.unlock(PASSPHRASE);
    one.setSecret('a', 'from one');
    await one.flush();
    await vi.waitFor(() => expect(two.state().secrets['a']).toBe('from one'));
    two.setSecret('b', 'from two');
    await two.flush();
    await vi.waitFor(() => expect(one.state().secrets).toEqual({ a: 'from one', b: 'from two' }));
  });

  it('are both locked when one of them locks, and what the other is about to write is kept', async () => {
    const one = await openTab();
    one.create({ headers: [secretField('a'), secretField('b')] });
    one.setSecret('a', KEY);
    one.setSecret('b', 'b-value');
    await one.flush();
    const two = await openTab();
    two.setSecret('b', 'entered in two');
    await one.setLock(PASSPHRASE);
    await vi.waitFor(() => expect(two.state().secretsLock).toBe('locked'));
    expect(two.state().secrets).toEqual({ b: 'entered in two' });
    await two.flush();
    expect(await storedSecrets()).toEqual({ a: SEALED, b: SEALED, lock: LOCK });
    await two.unlock(PASSPHRASE);
    await vi.waitFor(() => expect(one.state().secrets).toEqual({ a: KEY, b: 'entered in two' }));
  });

  it('have the values again when one of them does away with the lock', async () => {
    const one = await openLockedTab();
    const two = await openTab();
    await one.dropLock();
    await vi.waitFor(() =>
      expect(two.state()).toMatchObject({ secretsLock: 'none', secrets: { a: KEY, b: 'b-value' } }),
    );
    await two.flush();
    expect(await storedSecrets()).toEqual({ a: KEY, b: 'b-value' });
  });

  it('stay open when one of them changes the passphrase', async () => {
    const one = await openLockedTab();
    const two = await openTab();
    await two.unlock(PASSPHRASE);
    await one.changePassphrase(PASSPHRASE, 'new passphrase');
    await vi.waitFor(async () => {
      // The other one's too: it knows the record by now, for it does not write the old one again.
      await two.flush();
      await two.lockNow();
      await expect(two.unlock('new passphrase')).resolves.toBeUndefined();
    });
    expect(two.state().secrets).toEqual({ a: KEY, b: 'b-value' });
    const next = await openTab();
    await next.unlock('new passphrase');
    expect(next.state().secretsLock).toBe('unlocked');
  });

  it('of which one remembers nothing leave what the other has locked', async () => {
    const two = await openTab({ isRemembering: () => false });
    const one = await openLockedTab();
    const stored = await storedSecrets();
    await vi.waitFor(() => expect(two.state().saved[one.id]).toBeDefined());
    two.setSecret('a', 'of this page');
    two.rename(one.id, 'Renamed');
    await two.flush();
    await vi.waitFor(() => expect(one.state().saved[one.id]?.name).toBe('Renamed'));
    expect(await storedSecrets()).toEqual(stored);
    expect(two.state()).toMatchObject({ secretsLock: 'none', secrets: { a: 'of this page' } });
  });

  it('never write what one had just entered as the other locked over what is sealed for good', async () => {
    const one = await openTab();
    one.create({ headers: [secretField('a')] });
    one.setSecret('a', KEY);
    await one.flush();
    const two = await openTab();
    two.setSecret('a', 'entered in two');
    // Both at once: whichever comes last, what was entered last is sealed in the end.
    await Promise.all([one.setLock(PASSPHRASE), two.flush()]);
    await vi.waitFor(async () => {
      await one.flush();
      expect(one.state().secrets).toEqual({ a: 'entered in two' });
      expect(await storedSecrets()).toEqual({ a: SEALED, lock: LOCK });
    });
  });
});

describe('a secret of this page only', () => {
  it('is not stored while others are, and known as such after a reload', async () => {
    const tab = await openTab();
    tab.create({ headers: [secretField('a'), secretField('b')] });
    tab.setSecret('a', KEY);
    tab.setSecret('b', 'b-value');
    await tab.flush();
    tab.setPageOnly('a', true);
    await tab.flush();
    expect(await storedSecrets()).toEqual({ a: { kind: 'page-only' }, b: 'b-value' });
    expect(tab.state().secrets).toEqual({ a: KEY, b: 'b-value' });
    const next = await openTab();
    expect(next.state()).toMatchObject({ secrets: { b: 'b-value' }, pageOnlySecrets: { a: true } });
    next.setSecret('a', 'again');
    await next.flush();
    expect(await storedSecrets()).toEqual({ a: { kind: 'page-only' }, b: 'b-value' });
    next.setPageOnly('a', false);
    await next.flush();
    expect(await storedSecrets()).toEqual({ a: 'again', b: 'b-value' });
  });

  it('is kept by each tab that has it, and stays out of a lock', async () => {
    const one = await openLockedTab();
    const two = await openTab();
    await two.unlock(PASSPHRASE);
    one.setPageOnly('a', true);
    await one.flush();
    await vi.waitFor(() => expect(two.state().pageOnlySecrets).toEqual({ a: true }));
    expect(two.state().secrets).toEqual({ a: KEY, b: 'b-value' });
    await one.lockNow();
    expect(one.state().secrets).toEqual({ a: KEY });
    expect(await storedSecrets()).toEqual({ a: { kind: 'page-only' }, b: SEALED, lock: LOCK });
  });
});
