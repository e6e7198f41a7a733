import type { Profile } from '#domain/profile/profile.ts';
import type { ProfilesState } from '#state/profilesStore.ts';
import { isInTeamFile } from './team/isInTeamFile.ts';

/** The person's own profiles as they stand, changes that are not saved among them: what can go into a file. */
export function ownProfiles({
  saved,
  drafts,
  readyMade,
  teamFile,
}: Pick<ProfilesState, 'saved' | 'drafts' | 'readyMade' | 'teamFile'>): readonly Profile[] {
  return Object.values({ ...saved, ...drafts }).filter(
    (profile) =>
      !(profile.id in readyMade) &&
      !isInTeamFile({ teamFile }, profile.id) &&
      (profile.id in saved || !isBlank(profile)),
  );
}

/** A new one into which nothing has been typed yet. */
function isBlank({ url, parameters, headers }: Profile): boolean {
  return url === '' && parameters.length === 0 && headers.length === 0;
}
