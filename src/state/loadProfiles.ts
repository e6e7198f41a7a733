import type { Environment } from '#domain/profile/environment.ts';
import { parseStoredEnvironment } from '#domain/profile/storedEnvironment.ts';
import { PROFILE_SCHEMA_VERSION } from '#domain/profile/profile.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { isCatalogueId } from '#domain/profile/catalogue/catalogueProfile.ts';
import { isTeamId } from '#domain/profile/team/teamProfile.ts';
import { parseStoredProfile } from '#domain/profile/profileStore.ts';
import { StorageError } from './profileStorage.ts';
import type { ProfileStorage, StoredRecords } from './profileStorage.ts';
import type { ProfilesSnapshot } from './profileWriter.ts';
import type { ProfilesState } from './profilesStore.ts';
import { secretIdsOfAll } from './secretIdsOfAll.ts';
import { lockOf, LOCK_KEY, parseStoredSecret } from './storedSecret.ts';
import type { StoredSecrets } from './storedSecret.ts';

type StorageProblem = NonNullable<ProfilesState['problem']>;

export interface LoadedProfiles extends ProfilesSnapshot {
  readonly problem: ProfilesState['problem'];
  /** The secrets as storage holds them; `secrets` lacks those that nothing names any more. */
  readonly storedSecrets: StoredSecrets;
  /** False when storage cannot be read or is not ours to change: then nothing may be written. */
  readonly isWritable: boolean;
  /** False when storage is new or an older schema wrote it: the next write says so. */
  readonly isCurrent: boolean;
}

const NOTHING_LOADED: LoadedProfiles = {
  saved: {},
  drafts: {},
  secrets: {},
  storedSecrets: {},
  selectedId: null,
  environments: {},
  environmentId: null,
  problem: null,
  isWritable: false,
  isCurrent: true,
};

/** Reads what the device holds. Never throws: what cannot be read is said in `problem`. */
export async function loadProfiles(storage: ProfileStorage): Promise<LoadedProfiles> {
  try {
    return readLoaded(await storage.read());
  } catch (error) {
    return { ...NOTHING_LOADED, problem: problemOf(error) };
  }
}

export function problemOf(error: unknown): StorageProblem {
  const { code, message } =
    error instanceof StorageError ? error : new StorageError('storage-blocked', { cause: error });
  return { code, message };
}

function readLoaded(records: StoredRecords): LoadedProfiles {
  if (isNewer(records.version)) throw new StorageError('storage-newer');
  const profiles = readProfiles(records.profiles);
  const drafts = readProfiles(records.drafts);
  const environments = readEnvironments(records.environments);
  const storedSecrets = readSecrets(records.secrets);
  const problems = [
    ...profiles.problems,
    ...drafts.problems,
    ...environments.problems,
    ...problemsOfLock(records.secrets),
  ];
  return {
    saved: profiles.read,
    drafts: drafts.read,
    // A record that cannot be read now may be read by a later version, which then needs its secrets: they stay.
    secrets:
      problems.length > 0
        ? storedSecrets
        : secretsInUse(storedSecrets, [profiles.read, drafts.read], environments.read),
    storedSecrets,
    selectedId: idOrNull(records.selectedId),
    environments: environments.read,
    environmentId: idOrNull(records.environmentId),
    problem: summarise(problems, environments.problems.length > 0 ? 'profiles and environments' : 'profiles'),
    isWritable: true,
    isCurrent: records.version === PROFILE_SCHEMA_VERSION,
  };
}

function isNewer(version: unknown): boolean {
  return version !== null && !(typeof version === 'number' && version <= PROFILE_SCHEMA_VERSION);
}

interface ReadProfiles {
  readonly read: Record<string, Profile>;
  /** What is wrong with those that were not read. They stay as they are under their keys. */
  readonly problems: readonly StorageProblem[];
}

function readProfiles(records: ReadonlyMap<string, unknown>): ReadProfiles {
  const read: Record<string, Profile> = {};
  const problems: StorageProblem[] = [];
  for (const [key, record] of records) {
    const parsed = parseStoredProfile(record);
    if (!parsed.ok) problems.push({ code: parsed.code, message: parsed.message });
    else if (parsed.profile.id !== key) problems.push({ code: 'storage-broken', message: WRONG_KEY });
    else read[key] = parsed.profile;
  }
  return { read, problems };
}

function readEnvironments(records: ReadonlyMap<string, unknown>): {
  readonly read: Record<string, Environment>;
  readonly problems: readonly StorageProblem[];
} {
  const read: Record<string, Environment> = {};
  const problems: StorageProblem[] = [];
  for (const [key, record] of records) {
    const parsed = parseStoredEnvironment(record);
    if (!parsed.ok) problems.push({ code: parsed.code, message: parsed.message });
    else if (parsed.environment.id === key) read[key] = parsed.environment;
  }
  return { read, problems };
}

function idOrNull(stored: unknown): string | null {
  return typeof stored === 'string' ? stored : null;
}

function readSecrets(records: ReadonlyMap<string, unknown>): StoredSecrets {
  const all: StoredSecrets = Object.fromEntries(
    [...records].flatMap(([key, record]) => {
      const secret = parseStoredSecret(key, record);
      return secret === null ? [] : [[key, secret]];
    }),
  );
  const keyId = lockOf(all)?.keyId;
  // What another key has sealed, none that is here opens: it stays as it is until something takes its place.
  return Object.fromEntries(
    Object.entries(all).filter(
      ([, secret]) => typeof secret === 'string' || secret.kind !== 'sealed' || secret.keyId === keyId,
    ),
  );
}

/**
 * A profile deleted shortly before the page was closed leaves its secrets behind, for an undo that no longer exists. Those of
 * the team's and a catalogue's profiles stay: which these are, the companion or the site says later, and another branch of the
 * repository has others.
 */
function secretsInUse(
  secrets: StoredSecrets,
  profiles: readonly Readonly<Record<string, Profile>>[],
  environments: Readonly<Record<string, Environment>>,
): StoredSecrets {
  const used = secretIdsOfAll(
    profiles.flatMap((group) => Object.values(group)),
    Object.values(environments),
  );
  return Object.fromEntries(
    Object.entries(secrets).filter(
      ([id]) => used.has(id) || isTeamId(id) || isCatalogueId(id) || id === LOCK_KEY,
    ),
  );
}

/** Without a lock that can be read, what it locks stays where it is, and nobody is asked for its passphrase. */
function problemsOfLock(records: ReadonlyMap<string, unknown>): readonly StorageProblem[] {
  const record = records.get(LOCK_KEY);
  if (record === undefined || parseStoredSecret(LOCK_KEY, record) !== null) return [];
  return [{ code: 'storage-broken', message: BROKEN_LOCK }];
}

const BROKEN_LOCK =
  'The lock of the secrets on this device cannot be read, so what it locks cannot be unlocked. It is kept as it is. Secrets that you enter now are kept without a lock: choose in the settings where they are to be.';

const WRONG_KEY =
  'A saved profile stands in the place of another one, so it is not shown. It is kept as it is.';

/** One sentence for all of them: there is one place to say it. */
function summarise(problems: readonly StorageProblem[], what: string): StorageProblem | null {
  const [first] = problems;
  if (first === undefined || problems.length === 1) return first ?? null;
  const message = `${problems.length} ${what} on this device cannot be read, so they are not shown. They are kept as they are. The first: ${first.message}`;
  return { code: first.code, message };
}
