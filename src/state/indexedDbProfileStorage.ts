import { assertNever } from '#domain/assertNever.ts';
import { storageErrorOf } from './database.ts';
import type { Database, PosternSchema } from './database.ts';
import { RECORD_COLLECTIONS } from './profileStorage.ts';
import type { ProfileStorage, RecordChange, RecordCollection } from './profileStorage.ts';
import type { IDBPTransaction } from 'idb';

const META = {
  schemaVersion: 'schemaVersion',
  selectedId: 'selectedId',
  environmentId: 'environmentId',
} as const;

const STORES = [...RECORD_COLLECTIONS, 'meta'] as const;

type WriteTransaction = IDBPTransaction<PosternSchema, (typeof STORES)[number][], 'readwrite'>;

/** Profiles in IndexedDB, a record each, so that a broken one harms no other. */
export function createIndexedDbProfileStorage(open: () => Promise<Database>): ProfileStorage {
  return {
    async read() {
      try {
        const database = await open();
        const [profiles, drafts, secrets, environments, version, selectedId, environmentId] =
          await Promise.all([
            readCollection(database, 'profiles'),
            readCollection(database, 'drafts'),
            readCollection(database, 'secrets'),
            readCollection(database, 'environments'),
            database.get('meta', META.schemaVersion),
            database.get('meta', META.selectedId),
            database.get('meta', META.environmentId),
          ]);
        return {
          version: version ?? null,
          selectedId: selectedId ?? null,
          environmentId: environmentId ?? null,
          profiles,
          drafts,
          secrets,
          environments,
        };
      } catch (error) {
        throw storageErrorOf(error);
      }
    },

    async write(changes) {
      try {
        const database = await open();
        const transaction = database.transaction([...STORES], 'readwrite');
        const requests = changes.map((change) => apply(transaction, change));
        // At once, not when the requests are done: a page that is going would not hear of that, and its writes be undone.
        transaction.commit();
        await Promise.all([...requests, transaction.done]);
      } catch (error) {
        throw storageErrorOf(error);
      }
    },
  };
}

async function readCollection(
  database: Database,
  collection: RecordCollection,
): Promise<ReadonlyMap<string, unknown>> {
  const transaction = database.transaction(collection);
  const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  return new Map(keys.map((key, index) => [key, values[index]]));
}

async function apply(transaction: WriteTransaction, change: RecordChange): Promise<void> {
  const meta = transaction.objectStore('meta');
  switch (change.kind) {
    case 'put':
      await transaction.objectStore(change.collection).put(change.value, change.key);
      return;
    case 'delete':
      await transaction.objectStore(change.collection).delete(change.key);
      return;
    case 'select':
      await meta.put(change.id, META.selectedId);
      return;
    case 'choose-environment':
      await meta.put(change.id, META.environmentId);
      return;
    case 'set-version':
      await meta.put(change.version, META.schemaVersion);
      return;
    default:
      assertNever(change);
  }
}
