import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { StorageError } from './profileStorage.ts';

/** Everything Postern keeps in IndexedDB. Records are parsed by whoever reads them. */
export interface PosternSchema extends DBSchema {
  profiles: { key: string; value: unknown };
  drafts: { key: string; value: unknown };
  secrets: { key: string; value: unknown };
  environments: { key: string; value: unknown };
  /** `schemaVersion` of the records, `selectedId`, `environmentId`. */
  meta: { key: string; value: unknown };
  /** What stands in the composer of each profile, and what was sent before. */
  composers: { key: string; value: unknown };
}

export type Database = IDBPDatabase<PosternSchema>;

const DATABASE_NAME = 'postern';

/**
 * The version of the set of object stores. The version of the records in them is `PROFILE_SCHEMA_VERSION`, which can
 * be read without the upgrade that raising this one forces upon other tabs.
 */
const DATABASE_VERSION = 2;

const STORE_NAMES = ['profiles', 'drafts', 'secrets', 'environments', 'meta', 'composers'] as const;

/** Opens the database on first use, once; opens it anew after the browser or a newer tab has closed it. */
export function createDatabaseOpener({
  onTerminated = () => {},
}: {
  /** The browser has closed the database, as it does when the person clears the page's data. */
  readonly onTerminated?: () => void;
} = {}): () => Promise<Database> {
  let opened: Promise<Database> | null = null;

  function forget(): void {
    opened = null;
  }

  function terminated(): void {
    forget();
    onTerminated();
  }

  return () => {
    opened ??= openWhenCleared(forget, terminated).catch((error: unknown) => {
      forget();
      throw storageErrorOf(error);
    });
    return opened;
  };
}

/** While the browser clears the page's data, what is opened is closed at once; it takes some milliseconds. */
const CLEARING_PAUSE_MS = 100;
const CLEARING_ATTEMPTS = 20;

async function openWhenCleared(forget: () => void, terminated: () => void): Promise<Database> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openDatabase(forget, terminated);
    } catch (error) {
      const isBeingCleared = error instanceof DOMException && error.name === 'AbortError';
      if (!isBeingCleared || attempt === CLEARING_ATTEMPTS) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, CLEARING_PAUSE_MS);
      });
    }
  }
}

async function openDatabase(forget: () => void, terminated: () => void): Promise<Database> {
  return await openDB<PosternSchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(database) {
      for (const name of STORE_NAMES) {
        if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
      }
    },
    // A newer page wants to raise the version: let it, and come back as the older one that it then is.
    blocking(_currentVersion, _blockedVersion, event) {
      forget();
      (event.target as IDBDatabase).close();
    },
    terminated,
  });
}

/** What IndexedDB's own error means to the person at the page. */
export function storageErrorOf(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'VersionError') return new StorageError('storage-newer', { cause: error });
  if (name === 'QuotaExceededError') return new StorageError('storage-full', { cause: error });
  return new StorageError('storage-blocked', { cause: error });
}
