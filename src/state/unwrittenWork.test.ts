import { beforeEach, describe, expect, it } from 'vitest';
import type { Field } from '#domain/profile/profile.ts';
import { createProfilesStore } from './createProfilesStore.ts';
import { createMemoryProfileStorage } from './memoryProfileStorage.ts';
import type { ProfileStorage } from './profileStorage.ts';
import { selectProfile } from './profilesStore.ts';
import { createTabMemory } from './tabMemory.ts';
import { tabStorageOf } from './testing/tabStorageOf.ts';

let ids: number;
let storage: ProfileStorage;

beforeEach(() => {
  ids = 0;
  storage = createMemoryProfileStorage();
});

function secretField(secretId: string): Field {
  return { id: `field-${secretId}`, name: 'apikey', value: { kind: 'secret', secretId }, isEnabled: true };
}

describe('a page that goes before storage has taken what was done', () => {
  const NEVER = new Promise<never>(() => {});

  /** What is written waits for its turn until the page has gone. */
  const STUCK: Pick<ProfileStorage, 'write'> = { write: () => NEVER };

  /** A tab over its reloads. */
  function openTab() {
    const items = new Map<string, string>();
    const tabMemory = createTabMemory(() => tabStorageOf(items), 'unwritten');
    /** With a device that answers when it is told to. */
    const visit = ({ write }: Pick<ProfileStorage, 'write'> = storage) => {
      let answer = () => {};
      const answering = new Promise<void>((resolve) => (answer = resolve));
      const slow: ProfileStorage = {
        ...storage,
        read: () => answering.then(() => storage.read()),
        write,
      };
      const newId = () => `id${(ids += 1)}`;
      const store = createProfilesStore({ storage: slow, now: () => 1_000, newId, tabMemory });
      const loading = store.getState().actions.load();
      const answered = async () => {
        answer();
        await loading;
      };
      return { store, ...store.getState().actions, state: () => store.getState(), answered };
    };
    const reload = async (device?: Pick<ProfileStorage, 'write'>) => {
      const page = visit(device);
      await page.answered();
      return page;
    };
    return { items, visit, reload };
  }

  /** A tab in which nothing was left unwritten, with a saved profile. */
  async function openTabWithSaved() {
    const tab = openTab();
    const page = await tab.reload();
    const id = page.save(page.create({ name: 'Saved', url: 'wss://one.example/' }));
    await page.store.leave();
    return { tab, id };
  }

  it('finds after the reload what was typed and saved before storage had answered, and stores it then', async () => {
    const tab = openTab();
    const first = tab.visit();
    const saved = first.save(first.create({ name: 'Saved', headers: [secretField('s1')] }));
    first.setSecret('s1', 'hunter2');
    const draft = first.create({ name: 'Draft' });
    await first.store.leave();
    expect([...tab.items.values()].join()).not.toContain('hunter2');
    const second = tab.visit();
    expect(second.state().drafts[draft]?.name).toBe('Draft');
    expect([second.state().saved[saved]?.name, second.state().selectedId]).toEqual(['Saved', draft]);
    await second.answered();
    await second.store.flush();
    expect([...(await storage.read()).drafts.keys()]).toEqual([draft]);
    expect([...(await storage.read()).profiles.keys()]).toEqual([saved]);
    expect(tab.items.size).toBe(0);
  });

  it('finds after two reloads what was typed while a write was waiting for its turn', async () => {
    const { tab, id } = await openTabWithSaved();
    const page = await tab.reload(STUCK);
    page.edit(id, (profile) => ({ ...profile, url: 'wss://two.example/' }));
    void page.store.flush();
    page.edit(id, (profile) => ({ ...profile, url: 'wss://three.example/' }));
    page.addEnvironment('Staging');
    void page.store.leave();
    const unanswered = tab.visit();
    expect(selectProfile(unanswered.state(), id)?.url).toBe('wss://three.example/');
    void unanswered.store.leave();
    const last = await tab.reload();
    expect(selectProfile(last.state(), id)?.url).toBe('wss://three.example/');
    expect(last.state().saved[id]?.url).toBe('wss://one.example/');
    expect(Object.values(last.state().environments).map(({ name }) => name)).toEqual(['Staging']);
    await last.store.flush();
    expect((await storage.read()).drafts.get(id)).toMatchObject({ url: 'wss://three.example/' });
  });

  it('writes what was done last although a write before it has not ended', async () => {
    const writes: string[][] = [];
    const page = await openTab().reload({
      write(changes) {
        writes.push(changes.flatMap((change) => (change.kind === 'put' ? [change.key] : [])));
        return NEVER;
      },
    });
    page.create({ name: 'One' });
    void page.store.flush();
    await Promise.resolve();
    page.create({ name: 'Two' });
    void page.store.leave();
    expect(writes).toEqual([['id1'], ['id1', 'id2']]);
  });

  it('finds gone what it had deleted, but not what another tab has changed since', async () => {
    const { tab, id } = await openTabWithSaved();
    const page = await tab.reload(STUCK);
    page.remove([id]);
    void page.store.leave();
    const copy = new Map(tab.items);
    expect((await tab.reload()).state().saved).toEqual({});
    const elsewhere = await openTab().reload();
    elsewhere.rename(id, 'Renamed elsewhere');
    await elsewhere.store.flush();
    for (const [key, text] of copy) tab.items.set(key, text);
    expect((await tab.reload()).state().saved[id]?.name).toBe('Renamed elsewhere');
  });

  it('joins what it had changed with what another tab has changed since', async () => {
    const { tab, id } = await openTabWithSaved();
    const page = await tab.reload(STUCK);
    page.rename(id, 'Mine');
    void page.store.leave();
    const elsewhere = await openTab().reload();
    elsewhere.move({ [id]: 'Theirs' });
    await elsewhere.store.flush();
    expect((await tab.reload()).state().saved[id]).toMatchObject({ name: 'Mine', folder: 'Theirs' });
  });

  it('keeps nothing in the tab once storage has taken it, or where nothing was done', async () => {
    const tab = openTab();
    const page = tab.visit();
    await page.store.leave();
    expect(tab.items.size).toBe(0);
    page.create({ name: 'Draft' });
    await page.store.leave();
    expect(tab.items.size).toBe(1);
    await page.answered();
    await page.store.flush();
    expect(tab.items.size).toBe(0);
    page.create({ name: 'Another' });
    const left = page.store.leave();
    expect(tab.items.size).toBe(1);
    await left;
    expect(tab.items.size).toBe(0);
  });

  it('takes nothing of what it cannot read', async () => {
    const tab = openTab();
    tab.items.set('unwritten', '{"saved":[{"id":7}],"drafts":"none"}');
    const page = await tab.reload();
    expect([page.state().saved, page.state().drafts, tab.items.size]).toEqual([{}, {}, 0]);
  });
});
