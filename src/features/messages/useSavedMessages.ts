import { changeMessage } from '#domain/profile/changeMessage.ts';
import type { ProfileId, SavedMessage, TypedMessage } from '#domain/profile/profile.ts';
import { secretIn } from '#domain/profile/secretIn.ts';
import { selectProfile } from '#state/profilesStore.ts';
import type { ProfilesState } from '#state/profilesStore.ts';
import { useProfiles } from '../stores/useStores.ts';

export type ChangeMessages = (change: (messages: readonly SavedMessage[]) => readonly SavedMessage[]) => void;

const NO_MESSAGES: readonly SavedMessage[] = [];

/** The messages that a profile keeps; a change of them is an edit of the profile. */
export function useSavedMessages(profileId: ProfileId): {
  readonly messages: readonly SavedMessage[];
  readonly change: ChangeMessages;
  /** Of one of them, by its id. */
  readonly changeOne: (id: string, fields: Partial<Omit<SavedMessage, 'id'>>) => void;
} {
  const messages = useProfiles((state) => selectProfile(state, profileId)?.messages ?? NO_MESSAGES);
  const { edit } = useProfiles((state) => state.actions);
  return {
    messages,
    change: (change) => edit(profileId, (profile) => ({ ...profile, messages: change(profile.messages) })),
    changeOne: (id, fields) => edit(profileId, (profile) => changeMessage(profile, id, fields)),
  };
}

/** What there is to know before a message is kept, as a sentence; `null` for nothing. */
export function secretWarning(
  state: ProfilesState,
  profileId: ProfileId,
  { text }: TypedMessage,
): string | null {
  const profile = selectProfile(state, profileId);
  const what =
    profile === null ? null : secretIn(text, profile, Object.values(state.environments), state.secrets);
  if (what === null) return null;
  return `It holds ${what}. Saved messages are kept in the clear: whoever gets this profile as a file or a link gets it too.`;
}
