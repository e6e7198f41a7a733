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
      const transaction = (await open()).transaction('composers', 'readwrite');
      const { store } = transaction;
      const request = composer === null ? store.delete(id) : store.put(composer, id);
      // At once: a page that is going would not hear that the request is done, and its write be undone.
      transaction.commit();
      await Promise.all([request, transaction.done]);
    },
  };
}
