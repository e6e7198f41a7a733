import { assertNever } from '#domain/assertNever.ts';
import { storageErrorOf } from './database.ts';
import type { ProfileStorage, RecordChange } from './profileStorage.ts';

/** All of them or none, as a device that stores them. */
function copyOf(changes: readonly RecordChange[]): readonly RecordChange[] {
  try {
    return structuredClone(changes);
  } catch (error) {
    throw storageErrorOf(error);
  }
}

/** Profiles for as long as the page lives: for tests, and where nothing can be stored. */
export function createMemoryProfileStorage(): ProfileStorage {
  const collections = {
    profiles: new Map<string, unknown>(),
    drafts: new Map<string, unknown>(),
    secrets: new Map<string, unknown>(),
    environments: new Map<string, unknown>(),
  };
  let version: number | null = null;
  let selectedId: string | null = null;
  let environmentId: string | null = null;

  function apply(change: RecordChange): void {
    switch (change.kind) {
      case 'put':
        collections[change.collection].set(change.key, change.value);
        return;
      case 'delete':
        collections[change.collection].delete(change.key);
        return;
      case 'select':
        selectedId = change.id;
        return;
      case 'choose-environment':
        environmentId = change.id;
        return;
      case 'set-version':
        version = change.version;
        return;
      default:
        assertNever(change);
    }
  }

  return {
    read: () => Promise.resolve(structuredClone({ version, selectedId, environmentId, ...collections })),
    readSome: (refs) =>
      Promise.resolve(
        refs.map((ref) => ({ ...ref, value: structuredClone(collections[ref.collection].get(ref.key)) })),
      ),
    // There is no other tab.
    watch: () => {},
    async write(changes) {
      for (const change of copyOf(changes)) apply(change);
    },
  };
}
