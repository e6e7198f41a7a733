import { expect, test } from 'vitest';
import type { PastConnection } from '#domain/connection/pastConnection.ts';
import type { PastConnections } from '#engine/engineClient.ts';
import { createPastConnectionsStore } from './createPastConnectionsStore.ts';

function past(id: string, profileId: string): PastConnection {
  return {
    id,
    profileId,
    startedAt: 0,
    writtenAt: 0,
    end: null,
    connections: 1,
    bytes: 0,
    importedFrom: null,
  };
}

function createDevice(...kept: PastConnection[]): PastConnections & { readonly kept: PastConnection[] } {
  return {
    kept,
    list: () => Promise.resolve([...kept]),
    remove(id) {
      kept.splice(
        kept.findIndex((past) => past.id === id),
        1,
      );
      return Promise.resolve();
    },
    removeAll() {
      kept.length = 0;
      return Promise.resolve();
    },
  };
}

test('lists what the device keeps, once it has been read', async () => {
  const store = createPastConnectionsStore(createDevice(past('2', 'a'), past('1', 'b')));
  expect(store.getState().list).toBeNull();
  await store.getState().actions.refresh();
  expect(store.getState().list?.map(({ id }) => id)).toEqual(['2', '1']);
});

test('removes one, those of a profile, or all', async () => {
  const device = createDevice(past('4', 'a'), past('3', 'b'), past('2', 'a'), past('1', 'b'));
  const store = createPastConnectionsStore(device);
  const { actions } = store.getState();
  await actions.refresh();
  await actions.remove('3');
  expect(device.kept.map(({ id }) => id)).toEqual(['4', '2', '1']);
  await actions.removeOf('a');
  expect(device.kept.map(({ id }) => id)).toEqual(['1']);
  expect(store.getState().list?.map(({ id }) => id)).toEqual(['1']);
  await actions.removeAll();
  expect([device.kept, store.getState().list]).toEqual([[], []]);
});

test('has nothing to choose from where the device lets nobody look', async () => {
  const list = () => Promise.reject(new Error('Storage is switched off.'));
  const store = createPastConnectionsStore({ ...createDevice(), list });
  await store.getState().actions.refresh();
  expect(store.getState().list).toEqual([]);
});
