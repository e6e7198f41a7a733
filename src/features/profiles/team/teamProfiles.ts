import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { isTeamId } from '#domain/profile/team/teamProfile.ts';

/** The team's file as the list shows it. */
export interface TeamGroup {
  readonly name: string;
  readonly profiles: Readonly<Record<ProfileId, Profile>>;
}

/** What is in the file, as edited here; and what was edited here and has gone from there. */
export function teamProfiles(
  { profiles }: TeamGroup,
  drafts: Readonly<Record<ProfileId, Profile>>,
): readonly Profile[] {
  const edited = Object.entries(drafts).filter(([id]) => isTeamId(id));
  return Object.values({ ...profiles, ...Object.fromEntries(edited) });
}
