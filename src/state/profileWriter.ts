import type { Environment, EnvironmentId } from '#domain/profile/environment.ts';
import { encodeStoredEnvironment } from '#domain/profile/storedEnvironment.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { PROFILE_SCHEMA_VERSION } from '#domain/profile/profile.ts';
import { encodeStoredProfile } from '#domain/profile/profileStore.ts';
import type {
  ProfileStorage,
  RecordChange,
  RecordCollection,
  RecordRef,
  StoredRecord,
} from './profileStorage.ts';
import type { StoredSecrets } from './storedSecret.ts';

/** What is kept on the device. */
export interface ProfilesSnapshot {
  readonly saved: Readonly<Record<ProfileId, Profile>>;
  readonly drafts: Readonly<Record<ProfileId, Profile>>;
  readonly secrets: StoredSecrets;
  readonly selectedId: ProfileId | null;
  readonly environments: Readonly<Record<EnvironmentId, Environment>>;
  readonly environmentId: EnvironmentId | null;
}

/** Changes are written so long after the first of them, ms: one write for a burst of key strokes, none lost for long. */
export const WRITE_DELAY_MS = 300;

export interface ProfileWriterOptions {
  readonly storage: ProfileStorage;
  /** The schema version to write with the first change; `null` when it stands there already. */
  readonly version: number | null;
  /** What storage holds already. */
  readonly stored: ProfilesSnapshot;
  /** What is to be there, where storage holds `stored`. */
  readonly current: (stored: ProfilesSnapshot) => ProfilesSnapshot;
  /** After each write: the error, or `null` for success. */
  readonly onWritten: (error: unknown) => void;
}

/** Writes what differs between storage and now: only the records that have changed, all at once. */
export interface ProfileWriter {
  readonly schedule: () => void;
  /** Writes at once whatever is not written yet. */
  readonly flush: () => Promise<void>;
  /** The same, without waiting for the end of what is being written, of which a page that is going would not hear. */
  readonly writeNow: () => Promise<void>;
  /** What storage is known to hold. */
  readonly stored: () => ProfilesSnapshot;
  /**
   * Reads these records, when nothing is being written, and hands them on with what storage held as far as was known;
   * `prepare` sees them before.
   */
  readonly takeOver: (
    refs: readonly RecordRef[],
    prepare: (records: readonly StoredRecord[]) => Promise<void>,
    merge: (stored: ProfilesSnapshot, records: readonly StoredRecord[]) => ProfilesSnapshot,
  ) => Promise<void>;
  /** Storage has lost everything: the next write writes all. */
  readonly beginAnew: () => void;
}

const NOTHING: ProfilesSnapshot = {
  saved: {},
  drafts: {},
  secrets: {},
  selectedId: null,
  environments: {},
  environmentId: null,
};

export function createProfileWriter(options: ProfileWriterOptions): ProfileWriter {
  let { stored, version } = options;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing = Promise.resolve();

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing = writing.then(write);
    return writing;
  }

  async function write(): Promise<void> {
    const next = options.current(stored);
    const changes = changesBetween(stored, next);
    if (changes.length === 0) return;
    if (version !== null) changes.unshift({ kind: 'set-version', version });
    try {
      await options.storage.write(changes);
      stored = next;
      version = null;
      options.onWritten(null);
    } catch (error) {
      // `stored` is as it was, so the next write tries these changes again.
      options.onWritten(error);
    }
  }

  return {
    schedule() {
      timer ??= setTimeout(() => void flush(), WRITE_DELAY_MS);
    },
    flush,
    writeNow: write,
    stored: () => stored,
    takeOver(refs, prepare, merge) {
      writing = writing.then(async () => {
        try {
          const records = await options.storage.readSome(refs);
          await prepare(records);
          stored = merge(stored, records);
        } catch {
          // What cannot be read now is read with the next change or the next load; writing says what is wrong.
        }
      });
      return writing;
    },
    beginAnew() {
      stored = NOTHING;
      version = PROFILE_SCHEMA_VERSION;
    },
  };
}

function changesBetween(before: ProfilesSnapshot, after: ProfilesSnapshot): RecordChange[] {
  const changes = [
    ...recordChanges('profiles', before.saved, after.saved, encodeStoredProfile),
    ...recordChanges('drafts', before.drafts, after.drafts, encodeStoredProfile),
    ...recordChanges('secrets', before.secrets, after.secrets, (secret) => secret),
    ...recordChanges('environments', before.environments, after.environments, encodeStoredEnvironment),
  ];
  if (before.selectedId !== after.selectedId) changes.push({ kind: 'select', id: after.selectedId });
  if (before.environmentId !== after.environmentId) {
    changes.push({ kind: 'choose-environment', id: after.environmentId });
  }
  return changes;
}

/** Records never change in place, so whatever is another object or text is to be written. */
function recordChanges<Value>(
  collection: RecordCollection,
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
  encode: (value: Value) => unknown,
): RecordChange[] {
  const puts = Object.entries(after)
    .filter(([key, value]) => before[key] !== value)
    .map(([key, value]) => ({ kind: 'put', collection, key, value: encode(value) }) as const);
  const deletes = Object.keys(before)
    .filter((key) => !(key in after))
    .map((key) => ({ kind: 'delete', collection, key }) as const);
  return [...puts, ...deletes];
}
