import { replaceRow } from './editRows.ts';
import type { SavedMessage, TypedMessage } from './profile.ts';

/** Messages of a profile: more make a list that nobody finds anything in. */
export const MAX_SAVED_MESSAGES = 200;

/** UTF-16 units. A longer message is not kept: whatever is kept is read at each start, and written with its profile. */
export const MAX_KEPT_MESSAGE_LENGTH = 256 * 1024;

/** UTF-16 units of a name: a line in a menu. */
export const MAX_MESSAGE_NAME_LENGTH = 80;

export const TOO_LONG = `It is too long to be kept: a saved message has at most ${MAX_KEPT_MESSAGE_LENGTH / 1024} Ki characters. Keep it as a file.`;

/** What a message says, without what it is called. */
export function toTypedMessage({ mode, text, binaryEncoding }: TypedMessage): TypedMessage {
  return { mode, text, binaryEncoding };
}

/** A name as it is kept: one line, not too long. */
export function toMessageName(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_MESSAGE_NAME_LENGTH).trimEnd();
}

export function findByName(messages: readonly SavedMessage[], name: string): SavedMessage | null {
  return messages.find((message) => message.name === toMessageName(name)) ?? null;
}

/** The names of all saved messages that send what was typed. JSON goes out as the text that it is. */
export function savedNamesOf(
  messages: readonly SavedMessage[],
  typed: TypedMessage | null,
): readonly string[] {
  if (typed === null) return [];
  const form = formOf(typed);
  return messages
    .filter((saved) => saved.text === typed.text && formOf(saved) === form)
    .map(({ name }) => name);
}

function formOf({ mode, binaryEncoding }: TypedMessage): string {
  return mode === 'binary' ? binaryEncoding : 'text';
}

/** The name that is wanted, with a number behind it where it is taken. */
export function freeName(messages: readonly Pick<SavedMessage, 'name'>[], wanted: string): string {
  const taken = new Set(messages.map(({ name }) => name));
  const base = toMessageName(wanted);
  let name = base;
  for (let number = 2; taken.has(name); number += 1) {
    const end = ` ${number}`;
    name = toMessageName(base.slice(0, MAX_MESSAGE_NAME_LENGTH - end.length)) + end;
  }
  return name;
}

/** Why no message can be kept under this name, as a sentence; `null` when it can. */
export function savingProblem(
  messages: readonly SavedMessage[],
  name: string,
  { text }: TypedMessage,
): string | null {
  if (text.length > MAX_KEPT_MESSAGE_LENGTH) return TOO_LONG;
  return messages.length >= MAX_SAVED_MESSAGES && findByName(messages, name) === null ? noMoreRoom() : null;
}

/** Keeps a message under a name, in place of the one that has it; a new one at the end. */
export function saveMessage(
  messages: readonly SavedMessage[],
  name: string,
  message: TypedMessage,
  newId: () => string,
): readonly SavedMessage[] {
  const kept = { ...toTypedMessage(message), name: toMessageName(name) };
  const known = findByName(messages, name);
  return known === null
    ? [...messages, { ...kept, id: newId() }]
    : replaceRow(messages, known.id, (row) => ({ ...row, ...kept }));
}

/** A copy right behind the message. One that is not there, or has no room for a copy, changes nothing. */
export function duplicateMessage(
  messages: readonly SavedMessage[],
  id: string,
  newId: () => string,
): readonly SavedMessage[] {
  if (messages.length >= MAX_SAVED_MESSAGES) return messages;
  return messages.flatMap((message) =>
    message.id === id
      ? [message, { ...message, id: newId(), name: freeName(messages, message.name) }]
      : [message],
  );
}

/** Why a message cannot be called so, as a sentence; `null` when it can. */
export function renamingProblem(messages: readonly SavedMessage[], id: string, name: string): string | null {
  if (toMessageName(name) === '') return 'It needs a name.';
  const known = findByName(messages, name);
  return known === null || known.id === id ? null : 'Another message has this name.';
}

export function noMoreRoom(): string {
  return `A profile keeps at most ${MAX_SAVED_MESSAGES} messages: delete some first, or replace one by its name.`;
}
