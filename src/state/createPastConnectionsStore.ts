import { createStore } from 'zustand/vanilla';
import type { PastConnections } from '#engine/engineClient.ts';
import type { PastConnectionsState, PastConnectionsStore } from './pastConnectionsStore.ts';

export function createPastConnectionsStore(device: PastConnections): PastConnectionsStore {
  const store = createStore<PastConnectionsState>()((set, get) => ({
    list: null,
    actions: {
      async refresh() {
        try {
          set({ list: await device.list() });
        } catch {
          // Storage is switched off, or in a state that only the browser knows: there is nothing to choose from.
          set({ list: [] });
        }
      },

      async remove(id) {
        set(({ list }) => ({ list: list?.filter((past) => past.id !== id) ?? null }));
        await device.remove(id);
      },

      async removeOf(profileId) {
        const theirs = get().list?.filter((past) => past.profileId === profileId) ?? [];
        await Promise.all(theirs.map(({ id }) => get().actions.remove(id)));
      },

      async removeAll() {
        set({ list: [] });
        await device.removeAll();
      },
    },
  }));
  return store;
}
