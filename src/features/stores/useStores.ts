import { useStore } from 'zustand';
import type { PastConnection } from '#domain/connection/pastConnection.ts';
import type { CatalogueState } from '#state/catalogueStore.ts';
import type { ConnectionsState, Session } from '#state/connectionsStore.ts';
import type { DraftMessagesState } from '#state/draftMessagesStore.ts';
import type { NoticesState } from '#state/noticesStore.ts';
import { selectProfile } from '#state/profilesStore.ts';
import type { ProfilesState } from '#state/profilesStore.ts';
import type { ReconnectionsState } from '#state/reconnectionsStore.ts';
import type { SettingsState } from '#state/settingsStore.ts';
import type { TokenFetch } from '#state/tokensStore.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import type { Reconnection } from '#domain/reconnect/reconnection.ts';
import { useStores } from './StoresContext.ts';

/** The bindings of the stores to React: each selects narrowly, so that a view renders only when its part changes. */
export function useConnections<Selected>(select: (state: ConnectionsState) => Selected): Selected {
  return useStore(useStores().connections, select);
}

/** The past connections of a profile, newest first. */
export function usePastConnections(id: ProfileId): readonly PastConnection[] {
  const list = useStore(useStores().pastConnections, (state) => state.list);
  return list?.filter((past) => past.profileId === id) ?? [];
}

export function useProfiles<Selected>(select: (state: ProfilesState) => Selected): Selected {
  return useStore(useStores().profiles, select);
}

export function useCatalogue<Selected>(select: (state: CatalogueState) => Selected): Selected {
  return useStore(useStores().catalogue, select);
}

export function useDraftMessages<Selected>(select: (state: DraftMessagesState) => Selected): Selected {
  return useStore(useStores().draftMessages, select);
}

export function useSettings<Selected>(select: (state: SettingsState) => Selected): Selected {
  return useStore(useStores().settings, select);
}

export function useNotices<Selected>(select: (state: NoticesState) => Selected): Selected {
  return useStore(useStores().notices, select);
}

export function useReconnections(): ReconnectionsState['reconnections'] {
  return useStore(useStores().reconnections, ({ reconnections }) => reconnections);
}

/** Where the profile's connection stands that is opened again by itself; `null` when it is not. */
export function useReconnection(id: ProfileId): Reconnection | null {
  return useStore(useStores().reconnections, ({ reconnections }) => reconnections[id] ?? null);
}

/** The fetching of the profile's token; `null` when there is none to speak of. */
export function useTokenFetch(id: ProfileId): TokenFetch | null {
  return useStore(useStores().tokens, ({ fetches }) => fetches[id] ?? null);
}

/** A part of a profile's session; `null` before its first use. */
export function useSession<Selected>(id: ProfileId, select: (session: Session) => Selected): Selected | null {
  return useConnections((state) => {
    const session = state.sessions[id];
    return session === undefined ? null : select(session);
  });
}

/** The profile that the page shows, as edited; `null` when none is selected. */
export function useSelectedProfile(): Profile | null {
  return useProfiles((state) => selectProfile(state, state.selectedId));
}
