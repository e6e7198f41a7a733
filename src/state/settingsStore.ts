import type { StoreApi } from 'zustand/vanilla';
import type { RetentionBudgets } from '#domain/transcript/retention.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** How the person likes the page; kept in local storage. */
export interface SettingsState {
  readonly theme: ThemeChoice;
  /** Whether Enter sends (and Shift+Enter breaks the line), or ⌘/Ctrl+Enter sends. The latter always does. */
  readonly isEnterSending: boolean;
  /** How much of logs is kept. */
  readonly budgets: RetentionBudgets;
  /** Whether the values of secrets are kept on this device, or in this page alone. */
  readonly remembersSecrets: boolean;
  readonly actions: {
    readonly setTheme: (theme: ThemeChoice) => void;
    readonly setEnterSending: (isEnterSending: boolean) => void;
    readonly setRemembersSecrets: (remembersSecrets: boolean) => void;
    readonly setBudgets: (budgets: RetentionBudgets) => void;
  };
}

export type SettingsStore = StoreApi<SettingsState>;
