import type { ProfileId } from '#domain/profile/profile.ts';
import { startImportJob } from '#state/importJob.ts';
import type { ImportJobStore } from '#state/importJob.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { isRemarkable } from './importRemarks.ts';

/** Begins to import a file as a past connection of the profile. */
export function startImport({ connections }: Stores, profileId: ProfileId, file: File): ImportJobStore {
  const logImport = connections.getState().actions.beginImport(profileId);
  return startImportJob({ file, logImport, isRemarkable });
}
