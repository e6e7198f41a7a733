import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#app/App.tsx';
import { tellMissingPart } from '#app/tellMissingPart.ts';
import { WORKBENCH } from '#app/workbench.tsx';
import '#app/styles.css';
import { createWorkerEngine } from '#engine/createWorkerEngine.ts';
import { createOpfsPastConnections } from '#engine/stored/opfsPastConnections.ts';
import { showLatestPast } from '#features/transcript/showLatestPast.ts';
import { connectLocalGateways } from '#features/profiles/connectLocalGateways.ts';
import { connectTeamFile } from '#features/profiles/team/connectTeamFile.ts';
import { tellDeletionsElsewhere } from '#features/profiles/tellDeletionsElsewhere.ts';
import { followTheme } from '#features/settings/applyTheme.ts';
import { SEALING } from '#features/secrets/sealingOnDemand.ts';
import { dialProfile } from '#features/stores/dialProfile.ts';
import { newId } from '#features/stores/newId.ts';
import { StoresContext } from '#features/stores/StoresContext.ts';
import type { Stores } from '#features/stores/StoresContext.ts';
import { readCatalogueAddress } from '#domain/profile/catalogue/catalogueAddress.ts';
import { createProfilesFile } from '#query/createProfilesFile.ts';
import { fetchToken } from '#query/fetchToken.ts';
import { takeTokenFromFragment } from '#query/takeTokenFromFragment.ts';
import { createCatalogueStore } from '#state/createCatalogueStore.ts';
import { createConnectionsStore } from '#state/createConnectionsStore.ts';
import { createPastConnectionsStore } from '#state/createPastConnectionsStore.ts';
import { createDraftMessagesStore } from '#state/createDraftMessagesStore.ts';
import { createChangeChannel } from '#state/changeChannel.ts';
import { createProfilesStore } from '#state/createProfilesStore.ts';
import type { StoredProfilesStore } from '#state/createProfilesStore.ts';
import { createReconnectionsStore } from '#state/createReconnectionsStore.ts';
import { createSendConsentStore } from '#state/createSendConsentStore.ts';
import { createSettingsStore, isRememberingSecrets } from '#state/createSettingsStore.ts';
import { createTabMemory } from '#state/tabMemory.ts';
import { createTokensStore } from '#state/createTokensStore.ts';
import { createDatabaseOpener } from '#state/database.ts';
import { createIndexedDbMessageStorage } from '#state/indexedDbMessageStorage.ts';
import { createIndexedDbProfileStorage } from '#state/indexedDbProfileStorage.ts';
import { createUnlockPromptStore } from '#state/unlockPromptStore.ts';
import { deviceStorage } from '#ui/deviceStorage.ts';
import { definePart, loadAllParts } from '#ui/onDemand.ts';
import { whenIdle } from '#ui/whenIdle.ts';
import { createNoticesStore } from '#state/noticesStore.ts';
import { whenCalm } from '#state/whenCalm.ts';
import { RELAY_PATH } from '#wire/relayMessage.ts';

/** After the first load, ms: parts that were not needed at once come when nobody waits for anything. */
const LOAD_ALL_PARTS_AFTER_MS = 5_000;

/** By these there is somebody: what a URL brings with it is fetched before there is one. */
const SIGNS_OF_A_PERSON = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/** The composition root: makes every part once and hands it to those who use it. */
async function main(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no element #root.');

  const openDatabase = createDatabaseOpener({ onTerminated: () => void profiles.checkStorage() });
  const settings = createSettingsStore({ storage: deviceStorage });
  const profiles: StoredProfilesStore = createProfilesStore({
    storage: createIndexedDbProfileStorage(openDatabase, createChangeChannel()),
    now: Date.now,
    newId,
    remembersSecrets: () => isRememberingSecrets(settings, deviceStorage),
    loadVault: async () => (await SEALING.load()).vault,
    tabMemory: createTabMemory(() => sessionStorage, 'postern.unwritten-profiles'),
  });
  const draftMessages = createDraftMessagesStore({
    storage: createIndexedDbMessageStorage(openDatabase),
    tabMemory: createTabMemory(() => sessionStorage, 'postern.unwritten-messages'),
  });
  const pastConnections: Stores['pastConnections'] = createPastConnectionsStore(
    createOpfsPastConnections(navigator, () => void pastConnections.getState().actions.refresh()),
  );
  const connections = createConnectionsStore({
    engine: createWorkerEngine({ relayUrl: relayUrl(location) }),
    now: Date.now,
  });
  const sendConsent = createSendConsentStore(deviceStorage);
  const tokens = createTokensStore({ profiles, fetchToken, now: Date.now, newId });
  const queryClient = new QueryClient();
  const stores: Stores = {
    profiles,
    draftMessages,
    connections,
    reconnections: createReconnectionsStore({
      profiles,
      connections,
      dial: (id, order, signal) =>
        dialProfile({ profiles, connections, tokens, sendConsent }, id, order, signal),
      now: Date.now,
      random: Math.random,
    }),
    pastConnections,
    settings,
    notices: createNoticesStore({ newId }),
    tokens,
    unlockPrompt: createUnlockPromptStore(),
    sendConsent,
    catalogue: createCatalogueStore(catalogueNamedBy(location), deviceStorage),
    profilesFile: createProfilesFile(queryClient),
    payloads: definePart(async () =>
      (await import('#engine/payload/createPayloadReader.ts')).createPayloadOpener(),
    ),
  };

  giveStylesTheNonce();
  followTheme(settings);
  followBudgets(settings, stores.connections);
  // At once, either way: what is to be gone is gone, and what is to be kept is kept.
  settings.subscribe(({ remembersSecrets }, before) => {
    if (remembersSecrets !== before.remembersSecrets) void profiles.flush();
  });
  addEventListener('pagehide', () => {
    void profiles.leave();
    void draftMessages.leave();
  });
  await takeTokenFromFragment(location, history);
  void loadProfiles(profiles);
  void draftMessages.getState().actions.load();
  void pastConnections.getState().actions.refresh();
  showLatestPast(stores);
  connectLocalGateways(queryClient, profiles);
  connectTeamFile(queryClient, stores);
  // Few addresses name one.
  if (stores.catalogue.getState().reading?.ok === true) void followCatalogue(queryClient, stores);
  tellDeletionsElsewhere(stores);
  tellMissingPart(window, stores.notices);

  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <StoresContext value={stores}>
          <App />
        </StoresContext>
      </QueryClientProvider>
    </StrictMode>,
  );
  for (const sign of SIGNS_OF_A_PERSON) addEventListener(sign, WORKBENCH.prefetch, { once: true });
  const whenNobodyWaits = async () => {
    await whenCalm(connections);
    await whenIdle();
  };
  setTimeout(() => void loadAllParts(whenNobodyWaits), LOAD_ALL_PARTS_AFTER_MS);
}

async function followCatalogue(queryClient: QueryClient, stores: Stores): Promise<void> {
  const { connectCatalogue } = await import('#features/profiles/catalogue/connectCatalogue.ts');
  connectCatalogue(queryClient, stores);
}

/** Libraries of the page add `<style>` elements while a dialog is open; the page's policy lets those with its nonce in. */
function giveStylesTheNonce(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  if (nonce !== undefined && nonce !== '') setNonce(nonce);
}

function followBudgets(settings: Stores['settings'], connections: Stores['connections']): void {
  const { setBudgets } = connections.getState().actions;
  setBudgets(settings.getState().budgets);
  settings.subscribe(({ budgets }, before) => {
    if (budgets !== before.budgets) setBudgets(budgets);
  });
}

/** There is always an endpoint to type into: who has none selected begins with a new one. */
async function loadProfiles(profiles: Stores['profiles']): Promise<void> {
  await profiles.getState().actions.load();
  const { selectedId, actions } = profiles.getState();
  if (selectedId === null) actions.create();
  // Who comes back most likely has a URL: its log comes while the page is drawn.
  else WORKBENCH.prefetch();
}

function catalogueNamedBy({ search, href }: Location) {
  const named = new URLSearchParams(search).get('profiles');
  return named === null ? null : readCatalogueAddress(named, href);
}

/** The companion serves the page, so its relay is on the page's own host. */
function relayUrl({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${RELAY_PATH}`;
}

void main();
