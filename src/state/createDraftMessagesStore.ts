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
import { pick, without } from './record.ts';

/** Sent messages remembered for each profile. */
const MAX_HISTORY = 100;

export interface StoredDraftMessagesStore extends DraftMessagesStore {
  /** Writes at once what is not written yet. */
  readonly flush: () => Promise<void>;
  /** The same for the moment before the page goes: what storage may not come to, the tab keeps. */
  readonly leave: () => Promise<void>;
}

export function createDraftMessagesStore(options: {
  readonly storage: MessageStorage;
  /** For what is not yet stored as the page goes. */
  readonly tabMemory?: TabMemory;
}): StoredDraftMessagesStore {
  const { tabMemory = NO_TAB_MEMORY } = options;
  /** What storage is known to hold. Composers never change in place: another object is another one to write. */
  let stored: DraftMessagesState['composers'] = {};
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isKeptInTab = false;

  const store = createStore<DraftMessagesState>()(() => ({
    composers: {},
    actions: {
      async load() {
        const unwritten = toComposers(tabMemory.take());
        store.setState((state) => ({ composers: { ...unwritten, ...state.composers } }));
        stored = await readComposers(options.storage);
        // What was typed before storage had answered is newer.
        store.setState((state) => ({ composers: { ...stored, ...state.composers } }));
        schedule();
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
        schedule();
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
    schedule();
  }

  function put(id: ProfileId, message: TypedMessage): void {
    change(id, { ...toTypedMessage(message), file: null });
  }

  function schedule(): void {
    timer ??= setTimeout(() => void flush(), WRITE_DELAY_MS);
  }

  async function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    await Promise.all(unwritten().map(write));
    // The page was left and has come back.
    if (isKeptInTab) keepUnwritten();
  }

  /** The profiles whose composers storage is not known to hold as they are. */
  function unwritten(): readonly ProfileId[] {
    const { composers } = store.getState();
    const ids = new Set([...Object.keys(stored), ...Object.keys(composers)]);
    return [...ids].filter((id) => stored[id] !== composers[id]);
  }

  function keepUnwritten(): void {
    const kept = Object.entries(pick(store.getState().composers, unwritten()));
    isKeptInTab = kept.length > 0;
    tabMemory.keep(
      isKeptInTab ? Object.fromEntries(kept.map(([id, composer]) => [id, storedComposer(composer)])) : null,
    );
  }

  async function write(id: ProfileId): Promise<void> {
    const composer = store.getState().composers[id];
    try {
      await options.storage.write(id, composer === undefined ? null : storedComposer(composer));
      stored = composer === undefined ? without(stored, [id]) : { ...stored, [id]: composer };
    } catch {
      // The profiles store meets the same storage and says what is wrong with it; once is enough. The text itself
      // stands in the composer and is tried again with the next change.
    }
  }

  return Object.assign(store, {
    flush,
    async leave() {
      keepUnwritten();
      await flush();
    },
  });
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
