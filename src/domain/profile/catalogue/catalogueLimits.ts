/** A catalogue, bytes: as much as a team's file may have, which is thousands of profiles. */
export const MAX_CATALOGUE_BYTES = 4 * 1024 * 1024;
