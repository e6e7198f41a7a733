import { messageName } from '../messageName.ts';
import type { SavedMessage, TypedMessage } from '../profile.ts';
import { freeName, MAX_KEPT_MESSAGE_LENGTH, MAX_SAVED_MESSAGES } from '../savedMessages.ts';
import type { DraftMessage } from './requestDraft.ts';
import type { VariableFiller } from './variableFiller.ts';

export interface ImportedMessages {
  /** To be kept with the profile, under names that differ. */
  readonly saved: readonly SavedMessage[];
  /** What to put into the composer, or `null`. */
  readonly first: TypedMessage | null;
}

/** Fills in the variables of a request's messages, and keeps as many as a profile can. */
export function importMessages(
  drafts: readonly DraftMessage[],
  filler: VariableFiller,
  leave: (reason: string, place?: string) => void,
  newId: () => string,
): ImportedMessages {
  const saved: SavedMessage[] = [];
  let first: TypedMessage | null = null;
  for (const draft of drafts) {
    if (saved.length >= MAX_SAVED_MESSAGES) {
      leave(`Only the first ${MAX_SAVED_MESSAGES} of its messages were taken over.`);
      break;
    }
    const name = freeName(saved, draft.name.trim() || messageName(draft));
    const where = drafts.length === 1 ? 'the message' : `the message “${name}”`;
    const message: TypedMessage = {
      mode: draft.mode,
      text: filler.fillMessage(draft.text, where),
      binaryEncoding: draft.mode === 'binary' ? draft.binaryEncoding : 'hex',
    };
    first ??= message;
    if (message.text.length > MAX_KEPT_MESSAGE_LENGTH)
      leave(`The message “${name}” was not saved with the profile: it is too long.`, draft.place);
    else saved.push({ ...message, id: newId(), name });
  }
  return { saved, first };
}
