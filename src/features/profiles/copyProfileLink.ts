import type { ProfileId } from '#domain/profile/profile.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { ProfileLinkError, writeProfileLink } from './profileLink.ts';
import type { Stores } from '../stores/StoresContext.ts';

/** Puts a link to the profile, as it stands, into the clipboard, and says so. */
export async function copyProfileLink(
  { profiles, notices }: Pick<Stores, 'profiles' | 'notices'>,
  id: ProfileId,
): Promise<void> {
  const { show } = notices.getState().actions;
  const state = profiles.getState();
  const profile = selectProfile(state, id);
  if (profile === null) return;
  try {
    const link = await writeProfileLink(location.href, profile, Object.values(state.environments));
    await navigator.clipboard.writeText(link);
    show(`Copied a link to “${profile.name}”. It names its secrets, and holds none.`);
  } catch (error) {
    show(error instanceof ProfileLinkError ? error.message : 'The browser did not allow copying.');
  }
}
