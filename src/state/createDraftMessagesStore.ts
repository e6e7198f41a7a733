import { createStore } from 'zustand/vanilla';
import type { ProfileId, TypedMessage } from '#domain/profile/profile.ts';
import { MAX_KEPT_MESSAGE_LENGTH, toTypedMessage } from '#domain/profile/savedMessages.ts';
import type { MessageStorage } from './messageStorage.ts';
import { EMPTY_COMPOSER, selectComposer, typedMessage } from './draftMessagesStore.ts';
import type { Composer, DraftMessagesState, DraftMessagesStore } from './draftMessagesStore.ts';
import { parseComposer, storedComposer } from './storedComposer.ts';
import { NO_TAB_MEMORY } from './tabMemory.ts';
import type { TabMemory } from './tabMemory.ts';
import { WRITE_DELAY_MS } from './profileWriter.ts';
import { without } from './record.ts';

/** Sent messages remembered for each profile. */
const MAX_HISTORY = 100;

export interface StoredDraftMessagesStore extends DraftMessagesStore {
  /** Writes at once what is not written yet: for the moment before the page goes. */
  readonly flush: () => Promise<void>;
}

export function createDraftMessagesStore(options: {
  readonly storage: MessageStorage;
  /** For what is typed before storage has answered. */
  readonly tabMemory?: TabMemory;
}): StoredDraftMessagesStore {
  const { tabMemory = NO_TAB_MEMORY } = options;
  const unwritten = new Set<ProfileId>();
  let isLoaded = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const store = createStore<DraftMessagesState>()(() => ({
    composers: {},
    actions: {
      async load() {
        const early = toComposers(tabMemory.take());
        store.setState((state) => ({ composers: { ...early, ...state.composers } }));
        for (const id of Object.keys(early)) schedule(id);
        const composers = await readComposers(options.storage);
        // What was typed before storage had answered is newer.
        store.setState((state) => ({ composers: { ...composers, ...state.composers } }));
        isLoaded = true;
        tabMemory.keep(null);
      },

      setText: (id, text) => change(id, { text }),
      setMode: (id, mode) => change(id, { mode }),
      setBinaryEncoding: (id, binaryEncoding) => change(id, { binaryEncoding }),
      setFile: (id, file) => change(id, { file }),

      put,

      recall(id, index) {
        const sent = composerOf(id).history[index];
        if (sent !== undefined) put(id, sent);
      },

      push(id) {
        const composer = composerOf(id);
        const { history } = composer;
        const sent = typedMessage(composer);
        if (sent === null || sent.text.length > MAX_KEPT_MESSAGE_LENGTH) return;
        if (!isSame(sent, history[0])) change(id, { history: [sent, ...history].slice(0, MAX_HISTORY) });
      },

      clearHistory: (id) => change(id, { history: [] }),

      forget(id) {
        store.setState((state) => ({ composers: without(state.composers, [id]) }));
        schedule(id);
      },
    },
  }));

  function composerOf(id: ProfileId): Composer {
    return selectComposer(store.getState(), id);
  }

  function change(id: ProfileId, fields: Partial<Composer>): void {
    store.setState((state) => ({
      composers: { ...state.composers, [id]: { ...(state.composers[id] ?? EMPTY_COMPOSER), ...fields } },
    }));
    schedule(id);
  }

  function put(id: ProfileId, message: TypedMessage): void {
    change(id, { ...toTypedMessage(message), file: null });
  }

  function schedule(id: ProfileId): void {
    unwritten.add(id);
    timer ??= setTimeout(() => void flush(), WRITE_DELAY_MS);
  }

  async function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!isLoaded) keepInTab();
    const ids = [...unwritten];
    unwritten.clear();
    await Promise.all(ids.map(write));
  }

  function keepInTab(): void {
    const { composers } = store.getState();
    const typed = Object.entries(composers).map(([id, composer]) => [id, storedComposer(composer)] as const);
    tabMemory.keep(typed.length === 0 ? null : Object.fromEntries(typed));
  }

  async function write(id: ProfileId): Promise<void> {
    const composer = store.getState().composers[id];
    try {
      await options.storage.write(id, composer === undefined ? null : storedComposer(composer));
    } catch {
      // The profiles store meets the same storage and says what is wrong with it; once is enough. The text itself
      // stands in the composer and is tried again with the next change.
      unwritten.add(id);
    }
  }

  return Object.assign(store, { flush });
}

async function readComposers(storage: MessageStorage): Promise<Readonly<Record<ProfileId, Composer>>> {
  try {
    return toComposers(Object.fromEntries(await storage.read()));
  } catch {
    // As with writing: the profiles store says it.
    return {};
  }
}

/** Those of the records that are composers, by profile. */
function toComposers(records: unknown): Readonly<Record<ProfileId, Composer>> {
  const entries = Object.entries(records instanceof Object ? records : {});
  return Object.fromEntries(
    entries.flatMap(([id, record]: [string, unknown]) => {
      const composer = parseComposer(record);
      return composer === null ? [] : [[id, composer]];
    }),
  );
}

function isSame(sent: TypedMessage, other: TypedMessage | undefined): boolean {
  return (
    sent.mode === other?.mode && sent.text === other.text && sent.binaryEncoding === other.binaryEncoding
  );
}
