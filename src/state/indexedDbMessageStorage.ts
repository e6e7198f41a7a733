import type { Database } from './database.ts';
import type { MessageStorage } from './messageStorage.ts';

export function createIndexedDbMessageStorage(open: () => Promise<Database>): MessageStorage {
  return {
    async read() {
      const { store } = (await open()).transaction('composers');
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return new Map(keys.map((key, index) => [key, values[index]]));
    },

    async write(id, composer) {
      const database = await open();
      if (composer === null) await database.delete('composers', id);
      else await database.put('composers', composer, id);
    },
  };
}
