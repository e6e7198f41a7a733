import { folderTree } from '#domain/profile/folderTree.ts';
import type { ProfileFolder } from '#domain/profile/folderTree.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';

/** Every folder of these profiles, those that only hold other folders included, in the order of the list. */
export function folderPaths(profiles: Readonly<Record<ProfileId, Profile>>): readonly string[] {
  return pathsWithin(folderTree(Object.values(profiles)));
}

function pathsWithin({ folders }: ProfileFolder): readonly string[] {
  return folders.flatMap((folder) => [folder.path, ...pathsWithin(folder)]);
}
