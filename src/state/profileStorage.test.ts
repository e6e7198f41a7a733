import { deleteDB, openDB } from 'idb';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDatabaseOpener, storageErrorOf } from './database.ts';
import { createIndexedDbProfileStorage } from './indexedDbProfileStorage.ts';
import { createMemoryProfileStorage } from './memoryProfileStorage.ts';
import { StorageError } from './profileStorage.ts';
import { SILENT_CHANNEL } from './testing/silentChannel.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe.each([
  ['memory', createMemoryProfileStorage],
  ['IndexedDB', () => createIndexedDbProfileStorage(createDatabaseOpener(), SILENT_CHANNEL)],
])('profile storage in %s', (_name, createStorage) => {
  it('holds nothing and no version at first', async () => {
    expect(await createStorage().read()).toEqual({
      version: null,
      selectedId: null,
      environmentId: null,
      profiles: new Map(),
      drafts: new Map(),
      secrets: new Map(),
      environments: new Map(),
    });
  });

  it('gives back what was written, whatever it is', async () => {
    const storage = createStorage();
    await storage.write([
      { kind: 'set-version', version: 1 },
      { kind: 'select', id: 'a' },
      { kind: 'choose-environment', id: 'e' },
      { kind: 'put', collection: 'profiles', key: 'a', value: { id: 'a', url: 'ws://127.0.0.1' } },
      { kind: 'put', collection: 'drafts', key: 'a', value: 'no profile at all' },
      { kind: 'put', collection: 'secrets', key: 's1', value: 'hunter2' },
      { kind: 'put', collection: 'environments', key: 'e', value: { id: 'e' } },
    ]);
    expect(await storage.read()).toEqual({
      version: 1,
      selectedId: 'a',
      environmentId: 'e',
      profiles: new Map([['a', { id: 'a', url: 'ws://127.0.0.1' }]]),
      drafts: new Map([['a', 'no profile at all']]),
      secrets: new Map([['s1', 'hunter2']]),
      environments: new Map([['e', { id: 'e' }]]),
    });
  });

  it('deletes the record named and no other', async () => {
    const storage = createStorage();
    await storage.write([
      { kind: 'set-version', version: 1 },
      { kind: 'put', collection: 'secrets', key: 's1', value: 'one' },
      { kind: 'put', collection: 'secrets', key: 's2', value: 'two' },
    ]);
    await storage.write([{ kind: 'delete', collection: 'secrets', key: 's1' }]);
    expect((await storage.read()).secrets).toEqual(new Map([['s2', 'two']]));
  });

  it('writes all of the changes or none', async () => {
    const storage = createStorage();
    await storage.write([
      { kind: 'set-version', version: 1 },
      { kind: 'put', collection: 'profiles', key: 'a', value: 'before' },
    ]);
    const write = storage.write([
      { kind: 'put', collection: 'profiles', key: 'a', value: 'after' },
      // Which no device can store.
      { kind: 'put', collection: 'profiles', key: 'b', value: () => {} },
      { kind: 'put', collection: 'profiles', key: 'c', value: 'after' },
    ]);
    await expect(write).rejects.toBeInstanceOf(StorageError);
    expect((await storage.read()).profiles).toEqual(new Map([['a', 'before']]));
  });
});

describe('the database', () => {
  it('gets the stores that an older page did not make, and keeps what is in the others', async () => {
    const older = await openDB('postern', 1, {
      upgrade(database) {
        for (const name of ['profiles', 'drafts', 'secrets', 'meta', 'composers']) {
          database.createObjectStore(name);
        }
      },
    });
    await older.put('secrets', 'hunter2', 's1');
    older.close();
    const stored = await createIndexedDbProfileStorage(createDatabaseOpener(), SILENT_CHANNEL).read();
    expect(stored.secrets).toEqual(new Map([['s1', 'hunter2']]));
    expect(stored.environments).toEqual(new Map());
  });

  it('is not opened when a newer page has made it', async () => {
    (await openDB('postern', 99)).close();
    const storage = createIndexedDbProfileStorage(createDatabaseOpener(), SILENT_CHANNEL);
    await expect(storage.read()).rejects.toMatchObject({ name: 'StorageError', code: 'storage-newer' });
  });

  it('makes way for a newer page and comes back as the older one', async () => {
    const storage = createIndexedDbProfileStorage(createDatabaseOpener(), SILENT_CHANNEL);
    await storage.write([{ kind: 'set-version', version: 1 }]);
    (await openDB('postern', 3)).close();
    await expect(storage.read()).rejects.toMatchObject({ code: 'storage-newer' });
    await deleteDB('postern');
    expect((await storage.read()).version).toBeNull();
  });

  it.each([
    ['QuotaExceededError', 'storage-full'],
    ['VersionError', 'storage-newer'],
    ['InvalidStateError', 'storage-blocked'],
    ['SecurityError', 'storage-blocked'],
  ])('says %s as %s', (name, code) => {
    const cause = new DOMException('refused', name);
    expect(storageErrorOf(cause)).toMatchObject({ code, cause });
  });
});

describe('a write that the browser breaks off', () => {
  it('fails once, with nothing left that nobody waits for', async () => {
    const storage = createIndexedDbProfileStorage(createDatabaseOpener(), SILENT_CHANNEL);
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    // As it does while it clears the data of the page.
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (
      this: IDBTransaction,
    ) {
      this.abort();
    });
    await expect(
      storage.write([{ kind: 'put', collection: 'secrets', key: 's1', value: 'one' }]),
    ).rejects.toThrow(StorageError);
    commit.mockRestore();
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

it('tells other tabs of records, and not of what is selected here', async () => {
  const tell = vi.fn();
  const storage = createIndexedDbProfileStorage(createDatabaseOpener(), { ...SILENT_CHANNEL, tell });
  await storage.write([
    { kind: 'set-version', version: 1 },
    { kind: 'select', id: 'a' },
  ]);
  expect(tell).not.toHaveBeenCalled();
  await storage.write([{ kind: 'put', collection: 'secrets', key: 's1', value: 'one' }]);
  expect(tell.mock.calls).toEqual([[[{ collection: 'secrets', key: 's1' }]]]);
});
