import type { StoreApi } from 'zustand/vanilla';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { Reconnection } from '#domain/reconnect/reconnection.ts';

export interface ReconnectionsState {
  /** By profile; one that is not here has nothing to do with reconnecting. */
  readonly reconnections: Readonly<Record<ProfileId, Reconnection>>;
  readonly actions: ReconnectionsActions;
}

export interface ReconnectionsActions {
  /** Makes the attempt that is waited for at once. */
  readonly tryNow: (id: ProfileId) => void;
  /** Ends a wait, and what an attempt does before it dials; an attempt that has dialled is the connection's to cancel. */
  readonly cancel: (id: ProfileId) => void;
  /** The person connects on their own: what was before counts no more. */
  readonly forget: (id: ProfileId) => void;
}

export type ReconnectionsStore = StoreApi<ReconnectionsState>;
