import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

/** A short message over the page, for what happened just now. */
export interface Notice {
  readonly id: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface NoticesState {
  /** Oldest first. */
  readonly notices: readonly Notice[];
  readonly actions: {
    /** Returns the notice's id. */
    readonly show: (text: string, action?: Notice['action']) => string;
    readonly dismiss: (id: string) => void;
  };
}

export type NoticesStore = StoreApi<NoticesState>;

/** How long a notice stays, ms: time to read two sentences. With an action in it, time to decide as well. */
export const NOTICE_MS = 6_000;
export const NOTICE_WITH_ACTION_MS = 12_000;

/** More than this at once is a wall; the oldest goes. */
const MAX_NOTICES = 4;

export interface NoticesStoreOptions {
  readonly newId: () => string;
  /** Runs `dismiss` after a time; without it notices stay until they are dismissed. */
  readonly later?: (dismiss: () => void, ms: number) => void;
}

export function createNoticesStore({ newId, later }: NoticesStoreOptions): NoticesStore {
  return createStore<NoticesState>()((set, get) => ({
    notices: [],
    actions: {
      show(text, action) {
        const id = newId();
        const notice = action === undefined ? { id, text } : { id, text, action };
        set((state) => ({ notices: [...state.notices, notice].slice(-MAX_NOTICES) }));
        later?.(() => get().actions.dismiss(id), action === undefined ? NOTICE_MS : NOTICE_WITH_ACTION_MS);
        return id;
      },
      dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
    },
  }));
}
