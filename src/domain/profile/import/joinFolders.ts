import { MAX_FOLDER_DEPTH } from './importLimits.ts';

/** A profile's folder of these: a slash in a name would be another folder. */
export function joinFolders(folders: readonly string[]): string {
  return folders
    .map((folder) => folder.replaceAll('/', '-').trim())
    .filter((folder) => folder !== '')
    .slice(0, MAX_FOLDER_DEPTH)
    .join('/');
}
