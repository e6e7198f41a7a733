import type { PastConnection } from '#domain/connection/pastConnection.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { createFakeEngine } from '#engine/testing/fakeEngine.ts';
import type { FakeEngine } from '#engine/testing/fakeEngine.ts';
import { createConnectionsStore } from '#state/createConnectionsStore.ts';
import { createPastConnectionsStore } from '#state/createPastConnectionsStore.ts';
import { createProfilesStore } from '#state/createProfilesStore.ts';
import { createReconnectionsStore } from '#state/createReconnectionsStore.ts';
import { createMemoryProfileStorage } from '#state/memoryProfileStorage.ts';
import { deriveKey } from '#state/sealing/deriveKey.ts';
import { createVault } from '#state/sealing/vault.ts';
import { createNoticesStore } from '#state/noticesStore.ts';
import type { Notice } from '#state/noticesStore.ts';
import { createSendConsentStore } from '#state/createSendConsentStore.ts';
import { createTokensStore } from '#state/createTokensStore.ts';
import { createUnlockPromptStore } from '#state/unlockPromptStore.ts';
import { dialProfile } from '../../stores/dialProfile.ts';
import type { Stores } from '../../stores/StoresContext.ts';

export interface TestStores extends Pick<
  Stores,
  | 'profiles'
  | 'connections'
  | 'reconnections'
  | 'pastConnections'
  | 'notices'
  | 'tokens'
  | 'profilesFile'
  | 'unlockPrompt'
  | 'sendConsent'
> {
  /** What the device keeps of past connections, newest first. */
  readonly kept: PastConnection[];
  readonly engine: FakeEngine;
  /** Saves a profile with these fields and returns its id. */
  readonly save: (fields: Partial<Profile>) => string;
  readonly lastNotice: () => Notice | undefined;
}

/** Argon2id with as little work as it allows. */
const VAULT = createVault((passphrase, kdf) => deriveKey(passphrase, { ...kdf, memoryKiB: 8, passes: 1 }));

/** Real stores, in memory, with an engine whose other end is the test. */
export function createTestStores(): TestStores {
  let count = 0;
  const newId = () => `id-${(count += 1)}`;
  const now = () => 1_000;
  const kept: PastConnection[] = [];
  const engine = createFakeEngine({ now });
  const profiles = createProfilesStore({
    storage: createMemoryProfileStorage(),
    now,
    newId,
    loadVault: () => Promise.resolve(VAULT),
  });
  const notices = createNoticesStore({ newId });
  const { actions } = profiles.getState();
  const connections = createConnectionsStore({ engine, now });
  const tokens = createTokensStore({
    profiles,
    now,
    newId,
    fetchToken: () => Promise.reject(new Error('There is no companion in this test.')),
  });
  const stored = new Map<string, string>();
  const sendConsent = createSendConsentStore({
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
  });
  return {
    profiles,
    notices,
    tokens,
    connections,
    reconnections: createReconnectionsStore({
      profiles,
      connections,
      dial: (id, order, signal) =>
        dialProfile({ profiles, connections, tokens, sendConsent }, id, order, signal),
      now,
      random: () => 0.5,
    }),
    pastConnections: createPastConnectionsStore({
      list: () => Promise.resolve([...kept]),
      remove: (id) => Promise.resolve(void kept.splice(indexOf(kept, id), 1)),
      removeAll: () => Promise.resolve(void kept.splice(0)),
    }),
    profilesFile: {
      current: () => null,
      save: () => Promise.reject(new Error('There is no companion in this test.')),
    },
    unlockPrompt: createUnlockPromptStore(),
    sendConsent,
    kept,
    engine,
    save: (fields) => actions.save(actions.create(fields)),
    lastNotice: () => notices.getState().notices.at(-1),
  };
}

function indexOf(kept: readonly PastConnection[], id: string): number {
  return kept.findIndex((past) => past.id === id);
}
