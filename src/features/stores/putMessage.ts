import type { ProfileId, TypedMessage } from '#domain/profile/profile.ts';
import { selectComposer } from '#state/draftMessagesStore.ts';
import type { Composer } from '#state/draftMessagesStore.ts';
import { selectProfile } from '#state/profilesStore.ts';
import type { Stores } from './StoresContext.ts';

type PutStores = Pick<Stores, 'draftMessages' | 'profiles' | 'notices'>;

/** Puts a message in place of what is typed; a notice offers the way back where that is kept nowhere else. */
export function putMessage(stores: PutStores, id: ProfileId, message: TypedMessage): void {
  const typed = selectComposer(stores.draftMessages.getState(), id);
  stores.draftMessages.getState().actions.put(id, message);
  offerUndo(stores, id, typed);
}

/** After something that put other text in place of what was typed. */
export function offerUndo(stores: PutStores, id: ProfileId, typed: Composer): void {
  const saved = selectProfile(stores.profiles.getState(), id)?.messages ?? [];
  const isKept = typed.text === '' || [...typed.history, ...saved].some(({ text }) => text === typed.text);
  if (isKept) return;
  stores.notices
    .getState()
    .actions.show('The message was replaced.', { label: 'Undo', run: () => restoreTyped(stores, id, typed) });
}

export function restoreTyped(
  { draftMessages }: Pick<Stores, 'draftMessages'>,
  id: ProfileId,
  { mode, text, binaryEncoding, file }: Composer,
): void {
  const { setMode, setText, setBinaryEncoding, setFile } = draftMessages.getState().actions;
  setMode(id, mode);
  setText(id, text);
  setBinaryEncoding(id, binaryEncoding);
  setFile(id, file);
}
