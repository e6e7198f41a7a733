import type { ProfileId } from '#domain/profile/profile.ts';
import { isTeamId } from '#domain/profile/team/teamProfile.ts';
import type { ProfilesState } from '#state/profilesStore.ts';

/** Whether what is done to the profile is done to the team's file. Where there is none now, its drafts are the person's own. */
export function isInTeamFile({ teamFile }: Pick<ProfilesState, 'teamFile'>, id: ProfileId): boolean {
  return teamFile !== null && isTeamId(id);
}
