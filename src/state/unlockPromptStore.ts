import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

/** Whether the page asks for the passphrase of the secrets, and what for. */
export interface UnlockPromptState {
  readonly asked: UnlockRequest | null;
  readonly actions: {
    readonly ask: (request?: UnlockRequest) => void;
    readonly close: () => void;
  };
}

export interface UnlockRequest {
  /** The profile that cannot connect without; `null` when the person just wants them unlocked. */
  readonly profileName: string | null;
  /** Goes on with what had to wait. */
  readonly afterwards: () => void;
}

export type UnlockPromptStore = StoreApi<UnlockPromptState>;

const NOTHING_WAITS: UnlockRequest = { profileName: null, afterwards: () => {} };

export function createUnlockPromptStore(): UnlockPromptStore {
  return createStore<UnlockPromptState>()((set) => ({
    asked: null,
    actions: {
      ask: (request = NOTHING_WAITS) => set({ asked: request }),
      close: () => set({ asked: null }),
    },
  }));
}
