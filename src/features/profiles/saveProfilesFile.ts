import { environmentMembers, formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { environmentsFor } from '#domain/profile/variables/environmentsFor.ts';
import { downloadFile } from '#ui/downloadFile.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { profilesFileName } from './profilesFileName.ts';

/**
 * Hands the person a file of these profiles and of the variables that they name, and says so. They only name their secrets,
 * so it holds none.
 */
export function saveProfilesFile(
  stores: Pick<Stores, 'notices' | 'profiles'>,
  profiles: readonly Profile[],
): void {
  const [first] = profiles;
  if (first === undefined) return;
  const fileName = profilesFileName(profiles);
  const environments = environmentsFor(profiles, Object.values(stores.profiles.getState().environments));
  const text = formatProfilesFile(profiles, environmentMembers(environments));
  downloadFile(fileName, new Blob([text], { type: 'application/json' }));
  const what = profiles.length === 1 ? `“${first.name}”` : `${profiles.length} profiles`;
  stores.notices.getState().actions.show(`Saved ${what} as ${fileName}, without secrets.`);
}
