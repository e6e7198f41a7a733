import type { StoreApi } from 'zustand/vanilla';
import type { PastConnection } from '#domain/connection/pastConnection.ts';
import type { ProfileId } from '#domain/profile/profile.ts';

/** The logs of earlier pages that this device keeps. */
export interface PastConnectionsState {
  /** Newest first; `null` until they have been read. */
  readonly list: readonly PastConnection[] | null;
  readonly actions: {
    /** Reads the list anew. A device that keeps none, or lets nobody look, has none. */
    readonly refresh: () => Promise<void>;
    readonly remove: (id: string) => Promise<void>;
    readonly removeOf: (profileId: ProfileId) => Promise<void>;
    /** Those that are open now, in any tab, are cleared too. */
    readonly removeAll: () => Promise<void>;
  };
}

export type PastConnectionsStore = StoreApi<PastConnectionsState>;
