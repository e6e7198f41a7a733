import { encodeStoredProfile } from '#domain/profile/profileStore.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';

/**
 * The person's profiles as the text of a file, drafts in place of what they change. Profiles only name their secrets, so
 * the file holds none (design.md section 6).
 */
export function profilesFile(
  saved: Readonly<Record<ProfileId, Profile>>,
  drafts: Readonly<Record<ProfileId, Profile>>,
): string {
  const profiles = Object.values({ ...saved, ...drafts }).map(encodeStoredProfile);
  return `${JSON.stringify({ format: 'postern-profiles', profiles }, null, 2)}\n`;
}
