import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import { createChangeChannel } from './changeChannel.ts';
import type { ChangeChannel } from './changeChannel.ts';
import { createProfilesStore } from './createProfilesStore.ts';
import { createDatabaseOpener } from './database.ts';
import { createIndexedDbProfileStorage } from './indexedDbProfileStorage.ts';

const FILE = { name: 'team.json', problems: [], environments: [] };

const channels: ChangeChannel[] = [];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

async function openTab() {
  const channel = createChangeChannel();
  channels.push(channel);
  const storage = createIndexedDbProfileStorage(createDatabaseOpener(), channel);
  const write = vi.spyOn(storage, 'write');
  let ids = 0;
  const store = createProfilesStore({ storage, now: () => 1_000, newId: () => `id${(ids += 1)}` });
  const { actions } = store.getState();
  await actions.load();
  // Each tab reads the file for itself.
  actions.setTeam(FILE, [newProfile('p1', 0, { name: 'Echo', url: 'wss://a.example/one' })]);
  return { store, ...actions, state: () => store.getState(), write };
}

it('is written once what a draft of the team’s file was made from, however many tabs have read the file', async () => {
  const [one, two] = [await openTab(), await openTab()];
  one.edit('team:p1', (profile) => ({ ...profile, url: 'wss://a.example/mine' }));
  await one.store.flush();
  await vi.waitFor(() => expect(two.state().drafts['team:p1']?.url).toBe('wss://a.example/mine'));
  for (let round = 0; round < 3; round += 1) {
    await two.store.flush();
    await one.store.flush();
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  expect(two.write).not.toHaveBeenCalled();
  expect(one.write).toHaveBeenCalledOnce();
});
