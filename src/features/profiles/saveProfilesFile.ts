import { formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { downloadFile } from '#ui/downloadFile.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { profilesFileName } from './profilesFileName.ts';

/** Hands the person a file of these profiles, and says so. Profiles only name their secrets, so it holds none. */
export function saveProfilesFile({ notices }: Pick<Stores, 'notices'>, profiles: readonly Profile[]): void {
  const [first] = profiles;
  if (first === undefined) return;
  const fileName = profilesFileName(profiles);
  downloadFile(fileName, new Blob([formatProfilesFile(profiles)], { type: 'application/json' }));
  const what = profiles.length === 1 ? `“${first.name}”` : `${profiles.length} profiles`;
  notices.getState().actions.show(`Saved ${what} as ${fileName}, without secrets.`);
}
