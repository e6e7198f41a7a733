import { formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { downloadFile } from '#ui/downloadFile.ts';

/** Hands the person a file of these profiles. Profiles only name their secrets, so it holds none (design.md section 6). */
export function saveProfilesFile(fileName: string, profiles: readonly Profile[]): void {
  downloadFile(fileName, new Blob([formatProfilesFile(profiles)], { type: 'application/json' }));
}
