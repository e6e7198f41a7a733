import { assertNever } from '#domain/assertNever.ts';
import { storageErrorOf } from './database.ts';
import type { Database, PosternSchema } from './database.ts';
import type { ChangeChannel } from './changeChannel.ts';
import { RECORD_COLLECTIONS, StorageError } from './profileStorage.ts';
import type { ProfileStorage, RecordChange, RecordCollection, RecordRef } from './profileStorage.ts';
import type { IDBPTransaction } from 'idb';

const META = {
  schemaVersion: 'schemaVersion',
  selectedId: 'selectedId',
  environmentId: 'environmentId',
} as const;

const STORES = [...RECORD_COLLECTIONS, 'meta'] as const;

type ReadTransaction = IDBPTransaction<PosternSchema, (typeof STORES)[number][]>;
type WriteTransaction = IDBPTransaction<PosternSchema, (typeof STORES)[number][], 'readwrite'>;

/** Profiles in IndexedDB, a record each, so that a broken one harms no other. */
export function createIndexedDbProfileStorage(
  open: () => Promise<Database>,
  channel: ChangeChannel,
): ProfileStorage {
  return {
    async read() {
      try {
        const database = await open();
        // As it stands at one moment: secrets of a profile that was not there a moment before would be taken for nobody's.
        const transaction = database.transaction([...STORES]);
        const meta = transaction.objectStore('meta');
        const [profiles, drafts, secrets, environments, version, selectedId, environmentId] =
          await Promise.all([
            readCollection(transaction, 'profiles'),
            readCollection(transaction, 'drafts'),
            readCollection(transaction, 'secrets'),
            readCollection(transaction, 'environments'),
            meta.get(META.schemaVersion),
            meta.get(META.selectedId),
            meta.get(META.environmentId),
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

    async readSome(refs) {
      try {
        const database = await open();
        const transaction = database.transaction(RECORD_COLLECTIONS);
        return await Promise.all(
          refs.map(async ({ collection, key }) => {
            const value: unknown = await transaction.objectStore(collection).get(key);
            return { collection, key, value };
          }),
        );
      } catch (error) {
        throw storageErrorOf(error);
      }
    },

    async write(changes) {
      try {
        const database = await open();
        const transaction = database.transaction([...STORES], 'readwrite');
        const requests = askAll(transaction, changes);
        // At once, not when the requests are done: a page that is going would not hear of that, and its writes be undone.
        transaction.commit();
        // Who is told now and reads waits for what is being committed.
        const refs = refsOf(changes);
        // What is selected is each tab's own.
        if (refs.length > 0) channel.tell(refs);
        const [version] = await Promise.all([...requests, transaction.done]);
        if (isPart(changes) && version === undefined) throw new StorageError('storage-cleared');
      } catch (error) {
        throw storageErrorOf(error);
      }
    },

    watch: (onChanged) => channel.listen(onChanged),
  };
}

/** Whoever does not write the version has written it before, and the rest with it. */
function isPart(changes: readonly RecordChange[]): boolean {
  return !changes.some(({ kind }) => kind === 'set-version');
}

function refsOf(changes: readonly RecordChange[]): readonly RecordRef[] {
  return changes.flatMap((change) =>
    change.kind === 'put' || change.kind === 'delete'
      ? [{ collection: change.collection, key: change.key }]
      : [],
  );
}

async function readCollection(
  transaction: ReadTransaction,
  collection: RecordCollection,
): Promise<ReadonlyMap<string, unknown>> {
  const records = transaction.objectStore(collection);
  const [keys, values] = await Promise.all([records.getAllKeys(), records.getAll()]);
  return new Map(keys.map((key, index) => [key, values[index]]));
}

/** Asks for the version that is there, and for all of the changes; when one cannot be asked for, for none. */
function askAll(
  transaction: WriteTransaction,
  changes: readonly RecordChange[],
): readonly Promise<unknown>[] {
  const requests: Promise<unknown>[] = [transaction.objectStore('meta').get(META.schemaVersion)];
  try {
    for (const change of changes) requests.push(ask(transaction, change));
    return requests;
  } catch (error) {
    // They fail with the transaction, and what is wrong is told here.
    Promise.allSettled([...requests, transaction.done]).catch(() => {});
    transaction.abort();
    throw error;
  }
}

/** Throws at once what IndexedDB cannot store. */
function ask(transaction: WriteTransaction, change: RecordChange): Promise<unknown> {
  const meta = transaction.objectStore('meta');
  switch (change.kind) {
    case 'put':
      return transaction.objectStore(change.collection).put(change.value, change.key);
    case 'delete':
      return transaction.objectStore(change.collection).delete(change.key);
    case 'select':
      return meta.put(change.id, META.selectedId);
    case 'choose-environment':
      return meta.put(change.id, META.environmentId);
    case 'set-version':
      return meta.put(change.version, META.schemaVersion);
    default:
      return assertNever(change);
  }
}
