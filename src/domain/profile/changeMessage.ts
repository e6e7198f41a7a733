import { replaceRow } from './editRows.ts';
import type { Profile, SavedMessage } from './profile.ts';

/**
 * The profile with another text, format or name of a saved message. What is expected after the message knows it by its name,
 * and goes along with it to a new one.
 */
export function changeMessage(
  profile: Profile,
  id: string,
  fields: Partial<Omit<SavedMessage, 'id'>>,
): Profile {
  const before = profile.messages.find((message) => message.id === id)?.name;
  const { name = before } = fields;
  const changed = {
    ...profile,
    messages: replaceRow(profile.messages, id, (row) => ({ ...row, ...fields })),
  };
  if (name === undefined || name === before || profile.expectations === undefined) return changed;
  return {
    ...changed,
    expectations: profile.expectations.map((expectation) =>
      expectation.kind === 'message' && expectation.after === before
        ? { ...expectation, after: name }
        : expectation,
    ),
  };
}
