import type { StoreApi } from 'zustand/vanilla';
import type { ProfileId, TypedMessage } from '#domain/profile/profile.ts';

export type ComposerMode = TypedMessage['mode'];
export type BinaryEncoding = TypedMessage['binaryEncoding'] | 'file';

/** What stands in the composer of a profile, and what was sent from it before. */
export interface Composer {
  readonly mode: ComposerMode;
  /** As typed: text, JSON, hex or base64. */
  readonly text: string;
  readonly binaryEncoding: BinaryEncoding;
  /** The file chosen to be sent; not kept over a reload. */
  readonly file: ChosenFile | null;
  /** Newest first. */
  readonly history: readonly TypedMessage[];
}

export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DraftMessagesState {
  readonly composers: Readonly<Record<ProfileId, Composer>>;
  readonly actions: DraftMessagesActions;
}

/** Every action creates the composer of the profile when there is none. */
export interface DraftMessagesActions {
  /** Reads the device's storage; call once. */
  readonly load: () => Promise<void>;
  readonly setText: (id: ProfileId, text: string) => void;
  readonly setMode: (id: ProfileId, mode: ComposerMode) => void;
  readonly setBinaryEncoding: (id: ProfileId, encoding: BinaryEncoding) => void;
  readonly setFile: (id: ProfileId, file: ChosenFile | null) => void;
  /** Puts a message in place of what is typed. */
  readonly put: (id: ProfileId, message: TypedMessage) => void;
  /** Puts what was sent before back into the composer; 0 is the newest. */
  readonly recall: (id: ProfileId, index: number) => void;
  /** Remembers what stands in the composer as sent. A file is not remembered. */
  readonly push: (id: ProfileId) => void;
  readonly clearHistory: (id: ProfileId) => void;
  readonly forget: (id: ProfileId) => void;
}

export type DraftMessagesStore = StoreApi<DraftMessagesState>;

export const EMPTY_COMPOSER: Composer = {
  mode: 'text',
  text: '',
  binaryEncoding: 'hex',
  file: null,
  history: [],
};

/** The composer of the profile; an empty one when nothing was ever typed into it. */
export function selectComposer(state: DraftMessagesState, id: ProfileId | null): Composer {
  return (id === null ? undefined : state.composers[id]) ?? EMPTY_COMPOSER;
}

/** What stands in a composer as a message to keep; `null` for a file, which has no text. */
export function typedMessage({ mode, text, binaryEncoding }: Composer): TypedMessage | null {
  if (mode === 'binary' && binaryEncoding === 'file') return null;
  return { mode, text, binaryEncoding: binaryEncoding === 'file' ? 'hex' : binaryEncoding };
}
