import { assertNever } from '#domain/assertNever.ts';
import type { SecretId } from '#domain/profile/profile.ts';
import type { ProfilesState } from './profilesStore.ts';
import { without } from './record.ts';
import type { DataKey } from './sealing/dataKey.ts';
import type { Vault } from './sealing/vault.ts';
import { lockOf, LOCK_KEY, PAGE_ONLY } from './storedSecret.ts';
import type { SealedSecret, SecretsLock, StoredSecret, StoredSecrets } from './storedSecret.ts';
import { withoutSecrets } from './withoutSecrets.ts';
import type { KnownSecrets } from './withoutSecrets.ts';

/** What of the state is the keeper's. */
export type SecretsState = Pick<
  ProfilesState,
  'secrets' | 'lockedSecrets' | 'pageOnlySecrets' | 'secretsLock'
>;

export interface SecretKeeperOptions {
  readonly getState: () => SecretsState;
  readonly setState: (change: Partial<SecretsState>) => void;
  /** Whether values may be stored; asked at every write. */
  readonly isRemembering: () => boolean;
  /** Those of ready-made profiles are never stored. */
  readonly isReadyMade: (id: SecretId) => boolean;
  readonly loadVault: () => Promise<Vault>;
  /** Takes over what storage holds of these by now. */
  readonly reread: (ids: readonly string[]) => Promise<void>;
  /** Writes what is not written yet. */
  readonly flush: () => Promise<void>;
}

/**
 * Keeps the values of secrets on the device as the person wants it: as they are, sealed, or not at all. While they are locked,
 * this page has no value that is sealed, and leaves all of them as they stand in storage. What is entered meanwhile is kept in
 * the page and sealed once it is unlocked: asking for the passphrase at once would be in the way of who only tries something
 * out, and of tokens that come by themselves.
 */
export interface SecretKeeper extends SecretLockActions {
  /** What storage is to hold, where it holds `stored` now. */
  readonly toStore: (stored: StoredSecrets) => StoredSecrets;
  /** The state that follows from what storage holds. */
  readonly load: (stored: StoredSecrets) => SecretsState;
  /** Opens, where it can, what is about to be taken over. */
  readonly prepare: (found: readonly StoredSecret[]) => Promise<void>;
  /** The state once what was `before` to be stored has become `after`, for what another tab has written. */
  readonly takeOver: (before: StoredSecrets, after: StoredSecrets) => Partial<SecretsState>;
  /** Begins to seal what has been entered; done when all is. */
  readonly settle: () => Promise<void>;
}

/**
 * Those that take a passphrase reject with `SealError` when it is another one. It takes a second or two to make a key of it,
 * in which the person may think better of it: once `signal` is aborted nothing is done, and they reject with its reason.
 */
export interface SecretLockActions {
  /** Seals all values, from now on. */
  readonly setLock: (passphrase: string, signal?: AbortSignal) => Promise<void>;
  readonly unlock: (passphrase: string, signal?: AbortSignal) => Promise<void>;
  /** Forgets in this page what is sealed. */
  readonly lockNow: () => Promise<void>;
  readonly changePassphrase: (from: string, to: string, signal?: AbortSignal) => Promise<void>;
  /** Does away with the lock. Values that this page has opened stay; those that it has not are deleted with it. */
  readonly dropLock: () => Promise<void>;
}

interface Sealed {
  readonly value: string;
  readonly secret: SealedSecret;
}

export function createSecretKeeper(options: SecretKeeperOptions): SecretKeeper {
  const { getState, setState } = options;
  let lock: SecretsLock | null = null;
  /** `null` while they are locked, or there is no lock. */
  let key: DataKey | null = null;
  /** What is sealed of the values that this page has. */
  const sealed = new Map<SecretId, Sealed>();
  /** What sealed texts hold, of those that were opened. */
  const opened = new Map<string, string>();

  function forgetKey(): void {
    key = null;
    sealed.clear();
    opened.clear();
  }

  function isKept(id: SecretId): boolean {
    return !options.isReadyMade(id) && !(id in getState().pageOnlySecrets);
  }

  /** The values that are kept, and are not sealed as they are now. */
  function unsealed(): readonly (readonly [SecretId, string])[] {
    return Object.entries(getState().secrets).filter(
      ([id, value]) => isKept(id) && sealed.get(id)?.value !== value,
    );
  }

  /** Until there is nothing left to seal, or the key is wanted no more. */
  async function sealAll(sealing: DataKey, isWanted: () => boolean): Promise<void> {
    for (let work = unsealed(); isWanted() && work.length > 0; work = unsealed()) {
      const made = await Promise.all(
        work.map(async ([id, value]) => ({ id, value, secret: await sealing.seal(value) })),
      );
      if (!isWanted()) return;
      for (const { id, value, secret } of made) sealed.set(id, { value, secret });
    }
  }

  async function settle(): Promise<void> {
    const sealing = key;
    if (sealing !== null) await sealAll(sealing, () => key === sealing);
  }

  function toStore(stored: StoredSecrets): StoredSecrets {
    const { secrets, lockedSecrets, pageOnlySecrets } = getState();
    const marks = Object.keys(pageOnlySecrets).map((id) => [id, PAGE_ONLY] as const);
    if (!options.isRemembering()) return Object.fromEntries(marks);
    const values = Object.entries(secrets).flatMap(([id, value]): (readonly [string, StoredSecret])[] => {
      if (!isKept(id)) return [];
      if (lock === null) return [[id, value]];
      const own = sealed.get(id);
      if (own?.value === value) return [[id, own.secret]];
      // Until it is sealed, storage keeps what it has.
      const kept = stored[id];
      return kept === undefined ? [] : [[id, kept]];
    });
    return Object.fromEntries([
      // What is locked comes first: the same id among the values is one that was entered since.
      ...Object.entries(lockedSecrets),
      ...values,
      ...marks,
      ...(lock === null ? [] : [[LOCK_KEY, lock] as const]),
    ]);
  }

  function load(stored: StoredSecrets): SecretsState {
    lock = options.isRemembering() ? lockOf(stored) : null;
    const state = { secrets: {}, lockedSecrets: {}, pageOnlySecrets: {} };
    const read = Object.entries(stored).reduce((soFar, [id, found]) => withFound(soFar, id, found), state);
    const { pageOnlySecrets } = read;
    return {
      ...(options.isRemembering() ? read : { ...state, pageOnlySecrets }),
      secretsLock: lock === null ? 'none' : 'locked',
    };
  }

  async function prepare(found: readonly StoredSecret[]): Promise<void> {
    const opening = key;
    if (opening === null) return;
    await Promise.all(found.map((secret) => openInto(opening, secret)));
  }

  /** What does not open stays locked: it is damaged, or another key's. */
  async function openInto(opening: DataKey, secret: StoredSecret): Promise<void> {
    if (typeof secret === 'string' || secret.kind !== 'sealed' || secret.keyId !== opening.id) return;
    try {
      opened.set(secret.sealed, await opening.open(secret));
    } catch {
      opened.delete(secret.sealed);
    }
  }

  function takeOver(before: StoredSecrets, after: StoredSecrets): Partial<SecretsState> {
    // What was entered here and is not stored yet is newer than what another tab has written.
    const own = new Set(lock === null ? [] : unsealed().map(([id]) => id));
    const theirs = lockOf(after);
    if (theirs?.keyId !== lock?.keyId) forgetKey();
    lock = theirs;
    const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
    const changed = [...ids].filter((id) => id !== LOCK_KEY && before[id] !== after[id]);
    const { secrets, lockedSecrets, pageOnlySecrets } = getState();
    const state: KnownSecrets = { secrets, lockedSecrets, pageOnlySecrets };
    const taken = changed.reduce((soFar, id) => {
      const found = after[id];
      if (!own.has(id)) return withFound(soFar, id, found);
      const value = soFar.secrets[id] ?? '';
      const next = withFound(soFar, id, found);
      return { ...next, secrets: { ...next.secrets, [id]: value } };
    }, state);
    return { ...taken, secretsLock: lock === null ? 'none' : key === null ? 'locked' : 'unlocked' };
  }

  /** The state once storage holds this under an id. */
  function withFound(state: KnownSecrets, id: string, found: StoredSecret | undefined): KnownSecrets {
    const rest = withoutSecrets(state, [id]);
    if (found === undefined) return rest;
    if (typeof found === 'string') return { ...rest, secrets: { ...rest.secrets, [id]: found } };
    switch (found.kind) {
      case 'sealed': {
        const value = opened.get(found.sealed);
        if (value === undefined) return { ...rest, lockedSecrets: { ...rest.lockedSecrets, [id]: found } };
        sealed.set(id, { value, secret: found });
        return { ...rest, secrets: { ...rest.secrets, [id]: value } };
      }
      case 'page-only':
        // This page keeps the value that it has.
        return {
          ...rest,
          secrets: state.secrets,
          pageOnlySecrets: { ...rest.pageOnlySecrets, [id]: true },
        };
      case 'lock':
        return state;
      default:
        return assertNever(found);
    }
  }

  async function setLock(passphrase: string, signal?: AbortSignal): Promise<void> {
    const { createLock } = await options.loadVault();
    const made = await createLock(passphrase);
    signal?.throwIfAborted();
    await rereadAll();
    // Before there is a lock: so that storage gets it together with all that it locks, in the place of what stands there.
    await sealAll(made.key, () => lock === null);
    if (lock !== null) throw new Error(CHANGED_MEANWHILE);
    lock = made.lock;
    key = made.key;
    setState({ secretsLock: 'unlocked' });
    await options.flush();
  }

  async function unlock(passphrase: string, signal?: AbortSignal): Promise<void> {
    const wanted = lock;
    if (wanted === null || key !== null) return;
    const { openLock } = await options.loadVault();
    const opening = await openLock(wanted, passphrase);
    signal?.throwIfAborted();
    const tried = new Set<SealedSecret>();
    // Another tab may write meanwhile: what it has sealed is opened as well.
    for (let rest = untried(); rest.length > 0; rest = untried()) {
      for (const secret of rest) tried.add(secret);
      await Promise.all(rest.map((secret) => openInto(opening, secret)));
    }
    if (lock?.keyId !== wanted.keyId) {
      opened.clear();
      throw new Error(CHANGED_MEANWHILE);
    }
    key = opening;
    const { secrets, lockedSecrets, pageOnlySecrets } = getState();
    const before = { secrets: {}, lockedSecrets: {}, pageOnlySecrets };
    const read = Object.entries(lockedSecrets).reduce(
      (soFar, [id, secret]) => withFound(soFar, id, secret),
      before,
    );
    setState({
      // What was entered since is newer.
      secrets: { ...read.secrets, ...secrets },
      lockedSecrets: read.lockedSecrets,
      secretsLock: 'unlocked',
    });
    await settle();
    await options.flush();

    function untried(): readonly SealedSecret[] {
      return Object.values(getState().lockedSecrets).filter((secret) => !tried.has(secret));
    }
  }

  async function lockNow(): Promise<void> {
    if (key === null) return;
    await settle();
    await options.flush();
    const { secrets, lockedSecrets } = getState();
    const shut = Object.fromEntries(
      [...sealed].flatMap(([id, { value, secret }]) =>
        isKept(id) && secrets[id] === value ? [[id, secret]] : [],
      ),
    );
    forgetKey();
    setState({
      secrets: without(secrets, Object.keys(shut)),
      lockedSecrets: { ...lockedSecrets, ...shut },
      secretsLock: 'locked',
    });
  }

  async function changePassphrase(from: string, to: string, signal?: AbortSignal): Promise<void> {
    const wanted = lock;
    if (wanted === null) return;
    const vault = await options.loadVault();
    const changed = await vault.changePassphrase(wanted, from, to);
    signal?.throwIfAborted();
    if (lock !== wanted) throw new Error(CHANGED_MEANWHILE);
    lock = changed;
    await options.flush();
  }

  /** Before all values are written anew: what another tab has written a moment ago is not to be undone by that. */
  async function rereadAll(): Promise<void> {
    const { secrets, lockedSecrets } = getState();
    await options.reread([...Object.keys({ ...secrets, ...lockedSecrets }).filter(isKept), LOCK_KEY]);
  }

  async function dropLock(): Promise<void> {
    await rereadAll();
    lock = null;
    forgetKey();
    setState({ lockedSecrets: {}, secretsLock: 'none' });
    await options.flush();
  }

  return {
    toStore,
    load,
    prepare,
    takeOver,
    settle,
    setLock,
    unlock,
    lockNow,
    changePassphrase,
    dropLock,
  };
}

const CHANGED_MEANWHILE =
  'Another tab has changed the lock meanwhile. Nothing was done here: look at it once more, and try again.';

/** Values of secrets, those that are locked among them as they are. */
export type HeldSecrets = Readonly<Record<SecretId, string | SealedSecret>>;

export function splitSecrets(held: HeldSecrets): {
  readonly secrets: Readonly<Record<SecretId, string>>;
  readonly lockedSecrets: Readonly<Record<SecretId, SealedSecret>>;
} {
  const entries = Object.entries(held);
  return {
    secrets: Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    lockedSecrets: Object.fromEntries(
      entries.filter((entry): entry is [string, SealedSecret] => typeof entry[1] !== 'string'),
    ),
  };
}
