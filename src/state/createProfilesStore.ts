import { createStore } from 'zustand/vanilla';
import { duplicateProfile } from '#domain/profile/duplicateProfile.ts';
import { isSameProfile } from '#domain/profile/isSameProfile.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import { PROFILE_SCHEMA_VERSION } from '#domain/profile/profile.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { secretIdsOf } from '#domain/profile/secretIdsOf.ts';
import { createCatalogueActions } from './catalogueActions.ts';
import { createEnvironmentActions } from './environmentActions.ts';
import { inFolders } from './inFolders.ts';
import { loadProfiles, problemOf } from './loadProfiles.ts';
import { mergeRecords, mergeWork } from './mergeRecords.ts';
import { StorageError } from './profileStorage.ts';
import type { ProfileStorage, RecordRef, StoredRecord } from './profileStorage.ts';
import { isOfLocalGateway, isOwnId } from './profileOwner.ts';
import { createProfileWriter } from './profileWriter.ts';
import type { ProfilesSnapshot, ProfileWriter } from './profileWriter.ts';
import { keptProfile, selectProfile } from './profilesStore.ts';
import type { ProfilesActions, ProfilesState, ProfilesStore, StorageProblemCode } from './profilesStore.ts';
import { createReadyMadeProfiles } from './readyMadeProfiles.ts';
import { byId, pick, without } from './record.ts';
import type { Vault } from './sealing/vault.ts';
import { secretIdsOfAll } from './secretIdsOfAll.ts';
import { createSecretKeeper, splitSecrets } from './secretKeeper.ts';
import { parseStoredSecret } from './storedSecret.ts';
import type { StoredSecrets } from './storedSecret.ts';
import { NO_TAB_MEMORY } from './tabMemory.ts';
import type { TabMemory } from './tabMemory.ts';
import { createTeamActions } from './teamActions.ts';
import { outdatedBases, splitBases } from './teamBases.ts';
import { withoutSecrets } from './withoutSecrets.ts';
import { withWork, workOf } from './stateWork.ts';
import { encodeUnwrittenWork, NO_WORK, parseUnwrittenWork } from './unwrittenWork.ts';
import type { Work } from './unwrittenWork.ts';

export interface ProfilesStoreOptions {
  readonly storage: ProfileStorage;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Whether the values of secrets may be stored; asked at every write. */
  readonly remembersSecrets?: () => boolean;
  /** For what is not yet stored as the page goes. */
  readonly tabMemory?: TabMemory;
  /** What makes and opens the lock of secrets. It comes when there is one. */
  readonly loadVault?: () => Promise<Vault>;
}

export interface StoredProfilesStore extends ProfilesStore {
  /** Writes at once what is not written yet. */
  readonly flush: () => Promise<void>;
  /** The same for the moment before the page goes: what storage may not come to, the tab keeps. */
  readonly leave: () => Promise<void>;
  /** Looks whether the device still has what was stored, and says so when not: for when the browser has closed it. */
  readonly checkStorage: () => Promise<void>;
}

/** What is no longer so once something could be written. */
const MENDED_BY_A_WRITE: ReadonlySet<StorageProblemCode> = new Set([
  'storage-full',
  'storage-blocked',
  'storage-cleared',
]);

export function createProfilesStore({
  storage,
  now,
  newId,
  remembersSecrets = () => true,
  tabMemory = NO_TAB_MEMORY,
  loadVault = () => Promise.reject(new Error('This page was made without a way to lock secrets.')),
}: ProfilesStoreOptions): StoredProfilesStore {
  /** `null` until storage has been read, and for good when it must not be written. */
  let writer: ProfileWriter | null = null;
  /** Until then: what storage held, as a page before this one in the tab had seen it, of what that one had changed. */
  let knownBefore: Work = NO_WORK;
  let isKeptInTab = false;
  /** The drafts that were deleted with `deleted`, and the one of them that was selected. */
  let deletedDrafts: Readonly<Record<ProfileId, Profile>> = {};
  let deletedSelection: ProfileId | null = null;

  const access: Pick<ProfilesStore, 'getState' | 'setState'> = {
    getState: () => store.getState(),
    setState: (change) => store.setState(change),
  };
  const readyMadeProfiles = createReadyMadeProfiles(access);

  const actions: ProfilesActions = {
    ...createEnvironmentActions(access, newId),
    ...readyMadeProfiles.actions,
    ...createCatalogueActions(access),
    ...createTeamActions(access),
    setLock: (passphrase, signal) => keeper.setLock(passphrase, signal),
    unlock: (passphrase, signal) => keeper.unlock(passphrase, signal),
    lockNow: () => keeper.lockNow(),
    changePassphrase: (from, to, signal) => keeper.changePassphrase(from, to, signal),
    dropLock: () => keeper.dropLock(),

    async load() {
      const unwritten = parseUnwrittenWork(tabMemory.take());
      knownBefore = unwritten.base;
      store.setState((state) => withWork(state, mergeWork(NO_WORK, workOf(state), unwritten.mine)));
      const loaded = await loadProfiles(storage);
      const { problem, isWritable, isCurrent, storedSecrets, saved, drafts, secrets, selectedId } = loaded;
      const { environments, environmentId } = loaded;
      if (isWritable) {
        writer = createProfileWriter({
          storage,
          version: isCurrent ? null : PROFILE_SCHEMA_VERSION,
          stored: {
            saved,
            drafts,
            secrets: storedSecrets,
            selectedId,
            environments,
            environmentId,
          },
          current: (stored) => snapshot(stored.secrets),
          onWritten: (error) => noteWrite(error),
        });
        storage.watch((refs) => void takeOver(refs));
      }
      const read = keeper.load(secrets);
      // What the person did before storage had answered is newer than what it holds.
      store.setState((state) => ({
        status: 'ready',
        problem,
        ...withWork(state, mergeWork(knownBefore, workOf(state), loaded)),
        ...read,
        secrets: { ...read.secrets, ...state.secrets },
        pageOnlySecrets: { ...read.pageOnlySecrets, ...state.pageOnlySecrets },
      }));
    },

    storeAgain() {
      writer?.beginAnew();
      // What is wrong is told until it has been put right.
      void writer?.flush();
    },

    restore: (profile) =>
      store.setState((state) => ({
        saved: { ...state.saved, [profile.id]: profile },
        selectedId: profile.id,
      })),

    select: (selectedId) => store.setState({ selectedId }),

    create(fields = {}) {
      const profile = newProfile(newId(), now(), fields);
      store.setState((state) => ({
        drafts: { ...state.drafts, [profile.id]: profile },
        selectedId: profile.id,
      }));
      return profile.id;
    },

    edit(id, change) {
      const profile = selectProfile(store.getState(), id);
      if (profile !== null) putDraft({ ...change(profile), id, updatedAt: now() });
    },

    setSecret: (id, value) =>
      store.setState((state) =>
        value === '' && id in state.lockedSecrets && !(id in state.secrets)
          ? state
          : { secrets: { ...state.secrets, [id]: value } },
      ),

    copySecret: (from, to) =>
      store.setState(({ secrets, lockedSecrets }) => {
        const [value, locked] = [secrets[from], lockedSecrets[from]];
        return value === undefined && locked !== undefined
          ? { lockedSecrets: { ...lockedSecrets, [to]: locked } }
          : { secrets: { ...secrets, [to]: value ?? '' } };
      }),

    setPageOnly: (id, isPageOnly) =>
      store.setState((state) => {
        const { secrets, pageOnlySecrets, lockedSecrets } = state;
        if (id in lockedSecrets && !(id in secrets)) return state;
        if (!isPageOnly) return { pageOnlySecrets: without(pageOnlySecrets, [id]) };
        return {
          pageOnlySecrets: { ...pageOnlySecrets, [id]: true },
          lockedSecrets: without(lockedSecrets, [id]),
        };
      }),

    save(id) {
      const profile = selectProfile(store.getState(), id);
      if (profile === null) return id;
      if (!isOwnId(id)) {
        const { name } = profile;
        const savedId = saveCopy(profile, isOfLocalGateway(id) ? { name, folder: '' } : { name });
        actions.discard(id);
        return savedId;
      }
      store.setState((state) => ({
        saved: { ...state.saved, [id]: profile },
        drafts: without(state.drafts, [id]),
      }));
      return id;
    },

    discard(id) {
      const { drafts, readyMade } = store.getState();
      const draft = drafts[id];
      const kept = keptProfile(store.getState(), id);
      store.setState((state) => ({
        drafts: without(state.drafts, [id]),
        teamBases: without(state.teamBases, [id]),
        // What was tried on a ready-made profile's secrets goes with the draft.
        secrets: { ...state.secrets, ...readyMadeProfiles.givenSecretsOf(readyMade[id]) },
        selectedId: kept === undefined && state.selectedId === id ? null : state.selectedId,
      }));
      if (draft !== undefined) forgetSecretsOf([draft]);
    },

    rename(id, name) {
      const { saved, drafts } = store.getState();
      const profile = saved[id];
      const draft = drafts[id];
      if (profile === undefined) return actions.edit(id, (current) => ({ ...current, name }));
      // Of the saved one at once: it is no edit to save.
      store.setState((state) => ({
        saved: { ...state.saved, [id]: { ...profile, name, updatedAt: now() } },
      }));
      if (draft !== undefined) putDraft({ ...draft, name });
    },

    move: (folders) =>
      store.setState(({ saved, drafts }) => ({
        saved: inFolders(saved, folders, now()),
        drafts: inFolders(drafts, folders, now()),
      })),

    duplicate(id) {
      const profile = selectProfile(store.getState(), id);
      return profile === null ? id : saveCopy(profile, isOfLocalGateway(id) ? { folder: '' } : {});
    },

    remove(ids) {
      for (const id of ids) if (!isOwnId(id)) actions.discard(id);
      const { saved, drafts, deleted, selectedId } = store.getState();
      const removed = Object.values({ ...pick(drafts, ids), ...pick(saved, ids) }).filter(({ id }) =>
        isOwnId(id),
      );
      if (removed.length === 0) return;
      const forgotten = [...deleted, ...Object.values(deletedDrafts)];
      const removedIds = removed.map(({ id }) => id);
      deletedDrafts = pick(drafts, removedIds);
      deletedSelection = removedIds.find((id) => id === selectedId) ?? null;
      store.setState((state) => ({
        saved: without(state.saved, removedIds),
        drafts: without(state.drafts, removedIds),
        deleted: removed,
        selectedId: deletedSelection === null ? state.selectedId : null,
      }));
      forgetSecretsOf(forgotten);
    },

    undoRemove() {
      const { deleted } = store.getState();
      const drafts = deletedDrafts;
      deletedDrafts = {};
      const saved = deleted.filter((profile) => drafts[profile.id] !== profile);
      const only = deleted.length === 1 ? deleted[0]?.id : undefined;
      store.setState((state) => ({
        saved: { ...state.saved, ...byId(saved) },
        drafts: { ...state.drafts, ...drafts },
        deleted: [],
        selectedId: only ?? deletedSelection ?? state.selectedId,
      }));
    },

    saveAll(profiles, secrets) {
      const before = store.getState();
      const saved = profiles.map((fields) => {
        const profile = newProfile(fields.id ?? newId(), now(), { ...fields, updatedAt: now() });
        return { ...profile, createdAt: selectProfile(before, profile.id)?.createdAt ?? now() };
      });
      const ids = saved.map(({ id }) => id);
      const replaced = profilesOf(before, ids);
      store.setState((state) => ({
        saved: { ...state.saved, ...byId(saved) },
        drafts: without(state.drafts, ids),
        secrets: { ...state.secrets, ...secrets },
        selectedId: ids[0] ?? state.selectedId,
      }));
      forgetSecretsOf(replaced);
      return { ids, undo: () => putBack(ids, before) };
    },
  };

  const store = createStore<ProfilesState>()(() => ({
    status: 'loading',
    problem: null,
    saved: {},
    drafts: {},
    readyMade: {},
    team: {},
    teamFile: null,
    teamBases: {},
    secrets: {},
    lockedSecrets: {},
    pageOnlySecrets: {},
    secretsLock: 'none',
    selectedId: null,
    environments: {},
    environmentId: null,
    deleted: [],
    deletedElsewhere: null,
    actions,
  }));

  const keeper = createSecretKeeper({
    ...access,
    isRemembering: remembersSecrets,
    isReadyMade: readyMadeProfiles.isGiven,
    loadVault,
    reread: (keys) => takeOver(keys.map((key) => ({ collection: 'secrets', key }))),
    flush: async () => writer?.flush(),
  });

  store.subscribe(({ secrets }, before) => {
    writer?.schedule();
    // At once: what is being entered as the page goes is sealed by then, and can be written.
    if (secrets !== before.secrets) void keeper.settle().then(() => writer?.schedule());
  });

  function snapshot(stored: StoredSecrets): ProfilesSnapshot {
    return { ...workOf(store.getState()), secrets: keeper.toStore(stored) };
  }

  /** Keeps in the tab what storage is not known to hold. */
  function keepUnwritten(): void {
    const state = store.getState();
    const isStorable = writer !== null || state.status === 'loading';
    const base = writer?.stored() ?? knownBefore;
    const unwritten = isStorable ? encodeUnwrittenWork({ base, mine: workOf(state) }) : null;
    tabMemory.keep(unwritten);
    isKeptInTab = unwritten !== null;
  }

  async function takeOver(refs: readonly RecordRef[]): Promise<void> {
    // What another tab stores of secrets is none of this one's that stores none: neither to have nor to delete.
    const wanted = remembersSecrets() ? refs : refs.filter(({ collection }) => collection !== 'secrets');
    await writer?.takeOver(wanted, prepare, (stored, records) => {
      const before = store.getState();
      const shown = selectProfile(before, before.selectedId);
      const mine = snapshot(stored.secrets);
      const merged = mergeRecords(stored, mine, records);
      const { saved, environments } = merged.mine;
      const { drafts, teamBases } = splitBases(merged.mine.drafts);
      store.setState(({ team }) => ({
        saved,
        drafts,
        teamBases: outdatedBases(teamBases, team),
        environments,
        ...(remembersSecrets() && keeper.takeOver(mine.secrets, merged.mine.secrets)),
      }));
      if (shown !== null && selectProfile(store.getState(), shown.id) === null) {
        store.setState({ selectedId: null, deletedElsewhere: shown });
      }
      return merged.stored;
    });
  }

  async function prepare(records: readonly StoredRecord[]): Promise<void> {
    await keeper.prepare(
      records.flatMap(({ collection, key, value }) => {
        const secret = collection === 'secrets' ? parseStoredSecret(key, value) : null;
        return secret === null ? [] : [secret];
      }),
    );
  }

  function noteWrite(error: unknown): void {
    const { problem } = store.getState();
    // The page was left and has come back.
    if (error === null && isKeptInTab) keepUnwritten();
    if (error !== null) store.setState({ problem: problemOf(error) });
    else if (problem !== null && MENDED_BY_A_WRITE.has(problem.code)) store.setState({ problem: null });
  }

  /** A draft that says what is saved is none. */
  function putDraft(draft: Profile): void {
    const kept = keptProfile(store.getState(), draft.id);
    // The team's file may have changed since: what it was made from is as good as what is there now.
    const base = store.getState().teamBases[draft.id];
    const isEdited = [kept, base].every((each) => each === undefined || !isSameProfile(draft, each));
    store.setState((state) => ({
      drafts: isEdited ? { ...state.drafts, [draft.id]: draft } : without(state.drafts, [draft.id]),
      teamBases: isEdited ? state.teamBases : without(state.teamBases, [draft.id]),
    }));
  }

  /** Makes these profiles as they were `before`, with the secrets that they had, and those that are not theirs forgotten. */
  function putBack(ids: readonly ProfileId[], before: ProfilesState): void {
    const gone = profilesOf(store.getState(), ids);
    const secretIds = profilesOf(before, ids).flatMap(secretIdsOf);
    store.setState((state) => ({
      saved: { ...without(state.saved, ids), ...pick(before.saved, ids) },
      drafts: { ...without(state.drafts, ids), ...pick(before.drafts, ids) },
      secrets: { ...state.secrets, ...pick(before.secrets, secretIds) },
      lockedSecrets: { ...state.lockedSecrets, ...pick(before.lockedSecrets, secretIds) },
      pageOnlySecrets: { ...state.pageOnlySecrets, ...pick(before.pageOnlySecrets, secretIds) },
      selectedId:
        state.selectedId !== null && ids.includes(state.selectedId) ? before.selectedId : state.selectedId,
    }));
    forgetSecretsOf(gone);
  }

  function saveCopy(profile: Profile, fields: Partial<Profile>): ProfileId {
    const { secrets, lockedSecrets } = store.getState();
    const copy = duplicateProfile(profile, { ...lockedSecrets, ...secrets }, newId, now());
    const saved = { ...copy.profile, ...fields };
    const copies = splitSecrets(copy.secrets);
    store.setState((state) => ({
      saved: { ...state.saved, [saved.id]: saved },
      secrets: { ...state.secrets, ...copies.secrets },
      lockedSecrets: { ...state.lockedSecrets, ...copies.lockedSecrets },
      selectedId: saved.id,
    }));
    return saved.id;
  }

  /** Forgets the secrets that these profiles named and no other names. */
  function forgetSecretsOf(profiles: readonly Profile[]): void {
    const { saved, drafts, readyMade, team, deleted, environments } = store.getState();
    const rest = [saved, drafts, readyMade, team].flatMap((group) => Object.values(group));
    const stillNamed = secretIdsOfAll(
      [...rest, ...deleted, ...Object.values(deletedDrafts)],
      Object.values(environments),
    );
    const unnamed = profiles.flatMap(secretIdsOf).filter((id) => !stillNamed.has(id));
    if (unnamed.length === 0) return;
    store.setState((state) => withoutSecrets(state, unnamed));
  }

  return Object.assign(store, {
    async flush() {
      const written = writer?.flush();
      await keeper.settle();
      await written;
      await writer?.flush();
    },

    async leave() {
      keepUnwritten();
      // What is there, and at once: a page that is going may not come to the rest.
      const written = writer?.writeNow();
      await keeper.settle();
      await written;
      await writer?.flush();
    },

    async checkStorage() {
      if (writer === null) return;
      await writer.flush();
      try {
        const { version } = await storage.read();
        if (version === null) noteWrite(new StorageError('storage-cleared'));
      } catch (error) {
        noteWrite(error);
      }
    },
  });
}

/** What stands under these ids, saved and edited. */
function profilesOf({ saved, drafts }: ProfilesState, ids: readonly ProfileId[]): readonly Profile[] {
  return [saved, drafts].flatMap((group) => Object.values(pick(group, ids)));
}
