import { definePart } from '#ui/onDemand.ts';

/** The form of the file, and the schema that puts it in order, are no part of the first load. */
export const SAVE_PROFILES_FILE = definePart(
  async () => (await import('./saveProfilesFile.ts')).saveProfilesFile,
);
