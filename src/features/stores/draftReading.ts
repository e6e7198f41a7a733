import { bytesMessage, readMessage } from '#domain/profile/readMessage.ts';
import type { MessageReading } from '#domain/profile/readMessage.ts';
import type { VariableLookup } from '#domain/profile/variables/variableLookup.ts';
import { typedMessage } from '#state/draftMessagesStore.ts';
import type { Composer } from '#state/draftMessagesStore.ts';

/** What stands in the composer, read as the message that it would make. */
export function readDraft(draft: Composer, lookup: VariableLookup): MessageReading {
  const typed = typedMessage(draft);
  if (typed !== null) return readMessage(typed, lookup);
  return draft.file === null ? { kind: 'unsendable', problem: null } : bytesMessage(draft.file.bytes);
}
