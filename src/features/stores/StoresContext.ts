import { createContext, use } from 'react';
import type { OpenPayload } from '#domain/payload/payloadReader.ts';
import type { ProfilesFile } from '#query/createProfilesFile.ts';
import type { CatalogueStore } from '#state/catalogueStore.ts';
import type { ConnectionsStore } from '#state/connectionsStore.ts';
import type { DraftMessagesStore } from '#state/draftMessagesStore.ts';
import type { NoticesStore } from '#state/noticesStore.ts';
import type { PastConnectionsStore } from '#state/pastConnectionsStore.ts';
import type { ProfilesStore } from '#state/profilesStore.ts';
import type { ReconnectionsStore } from '#state/reconnectionsStore.ts';
import type { SendConsentStore } from '#state/sendConsentStore.ts';
import type { SettingsStore } from '#state/settingsStore.ts';
import type { TokensStore } from '#state/tokensStore.ts';
import type { UnlockPromptStore } from '#state/unlockPromptStore.ts';
import type { Part } from '#ui/onDemand.ts';

/** The stores that `main.tsx` made, handed down to every feature. */
export interface Stores {
  readonly connections: ConnectionsStore;
  readonly reconnections: ReconnectionsStore;
  readonly pastConnections: PastConnectionsStore;
  readonly profiles: ProfilesStore;
  readonly draftMessages: DraftMessagesStore;
  readonly settings: SettingsStore;
  readonly notices: NoticesStore;
  readonly tokens: TokensStore;
  readonly unlockPrompt: UnlockPromptStore;
  readonly sendConsent: SendConsentStore;
  /** The catalogue that the page's address names. */
  readonly catalogue: CatalogueStore;
  /** The file of profiles that the companion was started with. */
  readonly profilesFile: ProfilesFile;
  /** For payloads that are too large to be read between two frames, and in formats that take a library. */
  readonly payloads: Part<OpenPayload>;
}

export const StoresContext = createContext<Stores | null>(null);

export function useStores(): Stores {
  const stores = use(StoresContext);
  if (stores === null) throw new Error('StoresContext has no provider: main.tsx sets one around <App/>.');
  return stores;
}
