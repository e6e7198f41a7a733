import type { Profile } from '#domain/profile/profile.ts';
import { isSameInFile } from '#domain/profile/team/isSameInFile.ts';
import { carriedSecrets, teamProfile } from '#domain/profile/team/teamProfile.ts';
import type { ProfilesState, TeamFile } from './profilesStore.ts';
import { byId, without } from './record.ts';
import { splitSecrets } from './secretKeeper.ts';
import type { HeldSecrets } from './secretKeeper.ts';
import { basesOf, outdatedBases } from './teamBases.ts';

/**
 * The state once the team's file says this. A draft that says the same is none any more. `written` are profiles as they were
 * written just now: a draft of one goes on from there, and values of its secrets go along.
 */
export function withTeam(
  state: ProfilesState,
  teamFile: TeamFile | null,
  profiles: readonly Profile[],
  written: readonly Profile[],
): Partial<ProfilesState> {
  const writtenById = byId(written.map((profile) => teamProfile(profile, profile.id)));
  // The object of before where nothing has changed, so that rows keep their ids, and the focus in them its place.
  const team = byId(
    profiles.map((filed) => {
      const profile = teamProfile(filed);
      const same = [writtenById[profile.id], state.team[profile.id]].find(
        (candidate) => candidate !== undefined && isSameInFile(candidate, profile),
      );
      return same ?? profile;
    }),
  );
  const settled = Object.values(state.drafts).filter((draft) => {
    const filed = team[draft.id];
    return filed !== undefined && isSameInFile(draft, filed);
  });
  const drafts = without(
    state.drafts,
    settled.map(({ id }) => id),
  );
  const bases = without(basesOf({ ...state, drafts }), Object.keys(writtenById));
  const carried = [...written, ...settled].map((profile) => {
    const target = team[profile.id];
    const held = { ...state.lockedSecrets, ...state.secrets };
    return target === undefined ? {} : carriedSecrets(profile, target, held);
  });
  const { secrets, lockedSecrets } = splitSecrets(Object.assign({}, ...carried) as HeldSecrets);
  const { selectedId } = state;
  const isSelectedGone =
    selectedId !== null && selectedId in state.team && !(selectedId in team) && !(selectedId in drafts);
  return {
    teamFile,
    team,
    drafts,
    teamBases: outdatedBases(bases, team),
    secrets: { ...state.secrets, ...secrets },
    lockedSecrets: { ...state.lockedSecrets, ...lockedSecrets },
    selectedId: isSelectedGone ? null : selectedId,
  };
}
