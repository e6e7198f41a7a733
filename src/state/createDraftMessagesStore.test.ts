import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { MAX_KEPT_MESSAGE_LENGTH } from '#domain/profile/savedMessages.ts';
import { createDraftMessagesStore } from './createDraftMessagesStore.ts';
import { createDatabaseOpener } from './database.ts';
import { EMPTY_COMPOSER, selectComposer } from './draftMessagesStore.ts';
import { createIndexedDbMessageStorage } from './indexedDbMessageStorage.ts';
import { createMemoryMessageStorage } from './messageStorage.ts';
import { createTabMemory } from './tabMemory.ts';
import { tabStorageOf } from './testing/tabStorageOf.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function open(storage = createMemoryMessageStorage()) {
  const store = createDraftMessagesStore({ storage });
  return { store, actions: store.getState().actions, composer: () => selectComposer(store.getState(), 'a') };
}

describe('createDraftMessagesStore', () => {
  it('has an empty composer for every profile', () => {
    expect(open().composer()).toBe(EMPTY_COMPOSER);
  });

  it('remembers what was sent, newest first, a repetition once', () => {
    const { actions, composer } = open();
    for (const text of ['one', 'two', 'two', 'one']) {
      actions.setText('a', text);
      actions.push('a');
    }
    expect(composer().history.map((sent) => sent.text)).toEqual(['one', 'two', 'one']);
  });

  it('tells the same text in another mode apart', () => {
    const { actions, composer } = open();
    actions.setText('a', '7b');
    actions.push('a');
    actions.setMode('a', 'binary');
    actions.push('a');
    expect(composer().history).toEqual([
      { mode: 'binary', text: '7b', binaryEncoding: 'hex' },
      { mode: 'text', text: '7b', binaryEncoding: 'hex' },
    ]);
  });

  it('remembers a hundred messages', () => {
    const { actions, composer } = open();
    for (let index = 1; index <= 101; index += 1) {
      actions.setText('a', `${index}`);
      actions.push('a');
    }
    expect(composer().history).toHaveLength(100);
    expect(composer().history.at(-1)?.text).toBe('2');
  });

  it('remembers no file and no message longer than the limit', () => {
    const { actions, composer } = open();
    actions.setText('a', 'x'.repeat(MAX_KEPT_MESSAGE_LENGTH + 1));
    actions.push('a');
    actions.setText('a', '');
    actions.setMode('a', 'binary');
    actions.setBinaryEncoding('a', 'file');
    actions.setFile('a', { name: 'a.bin', bytes: new Uint8Array(3) });
    actions.push('a');
    expect(composer().history).toEqual([]);
  });

  it('recalls mode and text together', () => {
    const { actions, composer } = open();
    actions.setMode('a', 'json');
    actions.setText('a', '{"action":"echo"}');
    actions.push('a');
    actions.setMode('a', 'text');
    actions.setText('a', 'hello');
    actions.recall('a', 0);
    expect(composer()).toMatchObject({ mode: 'json', text: '{"action":"echo"}' });
    actions.recall('a', 7);
    expect(composer().text).toBe('{"action":"echo"}');
  });

  it('finds composers again after a reload, all but the chosen file', async () => {
    const storage = createIndexedDbMessageStorage(createDatabaseOpener());
    const before = open(storage);
    before.actions.setMode('a', 'json');
    before.actions.setText('a', '{}');
    before.actions.push('a');
    before.actions.setFile('a', { name: 'a.bin', bytes: new Uint8Array(3) });
    await before.store.flush();
    const after = open(createIndexedDbMessageStorage(createDatabaseOpener()));
    await after.actions.load();
    expect(after.composer()).toEqual({ ...before.composer(), file: null });
  });

  it('forgets the composer of a profile on the device too', async () => {
    const storage = createIndexedDbMessageStorage(createDatabaseOpener());
    const { store, actions } = open(storage);
    actions.setText('a', 'hello');
    await store.flush();
    actions.forget('a');
    await store.flush();
    expect(await storage.read()).toEqual(new Map());
  });

  it('leaves out what is no composer and keeps what was typed meanwhile', async () => {
    const storage = createMemoryMessageStorage();
    await storage.write('a', { mode: 'text', text: 'stored', binaryEncoding: 'hex', history: [] });
    await storage.write('b', { mode: 'telepathy' });
    const { store, actions, composer } = open(storage);
    const loading = actions.load();
    actions.setText('a', 'typed');
    await loading;
    expect(composer().text).toBe('typed');
    expect(Object.keys(store.getState().composers)).toEqual(['a']);
  });

  it('tries again what could not be written', async () => {
    const storage = createMemoryMessageStorage();
    let isRefusing = true;
    const { store, actions } = open({
      ...storage,
      write: (id, composer) =>
        isRefusing ? Promise.reject(new Error('refused')) : storage.write(id, composer),
    });
    actions.setText('a', 'hello');
    await store.flush();
    isRefusing = false;
    await store.flush();
    expect((await storage.read()).get('a')).toMatchObject({ text: 'hello' });
  });

  it.each([
    { storageThat: 'answers nothing', read: () => new Promise<never>(() => {}) },
    { storageThat: 'writes nothing', read: () => Promise.resolve(new Map<string, unknown>()) },
  ])('finds after a reload what was typed over a storage that $storageThat', async ({ read }) => {
    const items = new Map<string, string>();
    const tabMemory = createTabMemory(() => tabStorageOf(items), 'unwritten');
    const storage = createMemoryMessageStorage();
    await storage.write('b', { mode: 'text', text: 'stored', binaryEncoding: 'hex', history: [] });
    const gone = createDraftMessagesStore({
      storage: { read, write: () => new Promise(() => {}) },
      tabMemory,
    });
    const loading = gone.getState().actions.load();
    gone.getState().actions.setText('a', 'not sent yet');
    await Promise.race([loading, Promise.resolve()]);
    void gone.leave();
    const next = createDraftMessagesStore({ storage, tabMemory });
    await next.getState().actions.load();
    expect(selectComposer(next.getState(), 'a').text).toBe('not sent yet');
    expect(selectComposer(next.getState(), 'b').text).toBe('stored');
    expect(items.size).toBe(0);
    await next.flush();
    expect((await storage.read()).get('a')).toMatchObject({ text: 'not sent yet' });
  });

  it('keeps nothing in the tab of what storage has taken', async () => {
    const items = new Map<string, string>();
    const tabMemory = createTabMemory(() => tabStorageOf(items), 'unwritten');
    const store = createDraftMessagesStore({ storage: createMemoryMessageStorage(), tabMemory });
    await store.getState().actions.load();
    store.getState().actions.setText('a', 'hello');
    const left = store.leave();
    expect(items.size).toBe(1);
    await left;
    expect(items.size).toBe(0);
  });
});
