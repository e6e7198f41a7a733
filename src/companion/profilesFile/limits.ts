/** A file of profiles, bytes: thousands of profiles. More is another kind of file, or a mistake. */
export const MAX_PROFILES_FILE_BYTES = 4 * 1024 * 1024;
