import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import type { SendConsentState, SendConsentStore } from './sendConsentStore.ts';
import type { SettingsStorage } from './createSettingsStore.ts';

const CONSENT_KEY = 'postern.sent-variables';

/** Agreements that are kept, the latest: some kilobytes, where a person has a few dozen. */
const MAX_AGREEMENTS = 500;

const AgreementsSchema = v.array(v.string());

export function createSendConsentStore(storage: SettingsStorage): SendConsentStore {
  /** For where nothing can be stored: then they last until the reload. */
  let agreed: readonly string[] = [];

  // Read each time: another tab may have agreed, or the person have cleared what is stored.
  function read(): readonly string[] {
    try {
      const text = storage.getItem(CONSENT_KEY);
      return text === null ? agreed : v.parse(AgreementsSchema, JSON.parse(text));
    } catch {
      return agreed;
    }
  }

  return createStore<SendConsentState>()((set, get) => ({
    asked: null,
    actions: {
      undecided(names, way) {
        const known = new Set(read());
        return names.filter((name) => !known.has(agreement(name, way)));
      },
      ask: (question) => set({ asked: question }),
      close: () => set({ asked: null }),
      agree() {
        const { asked } = get();
        if (asked === null) return;
        const added = asked.names.map((name) => agreement(name, asked.way));
        agreed = [...read().filter((one) => !added.includes(one)), ...added].slice(-MAX_AGREEMENTS);
        try {
          storage.setItem(CONSENT_KEY, JSON.stringify(agreed));
        } catch {
          // Storage is full or switched off: asked again after a reload.
        }
        set({ asked: null });
        asked.afterwards();
      },
    },
  }));
}

function agreement(name: string, way: string): string {
  return JSON.stringify([name, way]);
}
