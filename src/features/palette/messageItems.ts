import type { SavedMessage } from '#domain/profile/profile.ts';

/** A saved message as the palette shows and finds it. */
export interface MessageItem {
  readonly message: SavedMessage;
  readonly label: string;
  /** The beginning of its text. */
  readonly place: string;
  readonly keywords: string;
}

/** UTF-16 units of a message that are shown, and by which it is found. */
const MAX_TEXT_LENGTH = 200;

export function messageItems(messages: readonly SavedMessage[]): readonly MessageItem[] {
  return messages.map((message) => {
    const place = message.text.slice(0, MAX_TEXT_LENGTH).replaceAll(/\s+/g, ' ').trim();
    return { message, label: `Put in: ${message.name}`, place, keywords: `saved message ${place}` };
  });
}
