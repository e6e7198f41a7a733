import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { byId, pick } from './record.ts';

/** The profiles, these of them in other folders. */
export function inFolders(
  profiles: Readonly<Record<ProfileId, Profile>>,
  folders: Readonly<Record<ProfileId, string>>,
  updatedAt: number,
): Readonly<Record<ProfileId, Profile>> {
  const moved = Object.values(pick(profiles, Object.keys(folders))).map((profile) => ({
    ...profile,
    folder: folders[profile.id] ?? profile.folder,
    updatedAt,
  }));
  return moved.length === 0 ? profiles : { ...profiles, ...byId(moved) };
}
