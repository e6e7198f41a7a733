import { folderTree } from '#domain/profile/folderTree.ts';
import type { ProfileFolder } from '#domain/profile/folderTree.ts';
import type { Profile } from '#domain/profile/profile.ts';

/** Every folder of these profiles, those that only hold other folders included, in the order of the list. */
export function folderPaths(profiles: readonly Profile[]): readonly string[] {
  return pathsWithin(folderTree(profiles));
}

function pathsWithin({ folders }: ProfileFolder): readonly string[] {
  return folders.flatMap((folder) => [folder.path, ...pathsWithin(folder)]);
}
