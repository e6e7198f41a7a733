import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { DEFAULT_BUDGETS } from '#domain/transcript/retention.ts';
import type { SettingsState, SettingsStore } from './settingsStore.ts';

/** What of `localStorage` is used. */
export type SettingsStorage = Pick<Storage, 'getItem' | 'setItem'>;

const SETTINGS_KEY = 'postern.settings';

type Settings = Omit<SettingsState, 'actions'>;

const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  isEnterSending: false,
  budgets: DEFAULT_BUDGETS,
  remembersSecrets: true,
};

const bytesSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A setting that is missing or not understood takes its default; the others stay. */
const settingsSchema = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), DEFAULT_SETTINGS.theme),
  isEnterSending: v.fallback(v.boolean(), DEFAULT_SETTINGS.isEnterSending),
  budgets: v.fallback(
    v.object({ memoryBytes: bytesSchema, diskBytes: bytesSchema, allLogsBytes: bytesSchema }),
    DEFAULT_SETTINGS.budgets,
  ),
  remembersSecrets: v.fallback(v.boolean(), DEFAULT_SETTINGS.remembersSecrets),
});

export function createSettingsStore({ storage }: { readonly storage: SettingsStorage }): SettingsStore {
  const store = createStore<SettingsState>()(() => ({
    ...readSettings(storage),
    actions: {
      setTheme: (theme) => change({ theme }),
      setEnterSending: (isEnterSending) => change({ isEnterSending }),
      setRemembersSecrets: (remembersSecrets) => change({ remembersSecrets }),
      setBudgets: (budgets) => change({ budgets }),
    },
  }));

  function change(fields: Partial<Settings>): void {
    // Another tab may have stopped remembering: that must not be undone by a change of the theme here.
    const remembersSecrets = isRememberingSecrets(store, storage);
    store.setState({ remembersSecrets, ...fields });
    const { actions: _actions, ...settings } = store.getState();
    try {
      storage.setItem(SETTINGS_KEY, JSON.stringify(settings));
    } catch {
      // Storage is full or switched off: a setting that lasts until the reload is all there is to have.
    }
  }

  return store;
}

/** Whether secrets may be stored, as this tab and every other one has it: when any of them says no, none is. */
export function isRememberingSecrets(settings: SettingsStore, storage: SettingsStorage): boolean {
  return settings.getState().remembersSecrets && readSettings(storage).remembersSecrets;
}

function readSettings(storage: SettingsStorage): Settings {
  try {
    return v.parse(settingsSchema, JSON.parse(storage.getItem(SETTINGS_KEY) ?? '{}'));
  } catch {
    // Not JSON, not an object, or no access: settings are a convenience, so they start afresh.
    return DEFAULT_SETTINGS;
  }
}
