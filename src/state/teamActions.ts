import type { ProfilesStore, TeamActions } from './profilesStore.ts';
import { withTeam } from './withTeam.ts';

/** What the store of profiles does with those of the team's file. */
export function createTeamActions({ setState }: Pick<ProfilesStore, 'setState'>): TeamActions {
  return {
    restoreDraft: (draft, base) =>
      setState((state) => ({
        drafts: { ...state.drafts, [draft.id]: draft },
        teamBases: base === undefined ? state.teamBases : { ...state.teamBases, [draft.id]: base },
      })),

    setTeam: (file, profiles, written = []) =>
      setState((state) =>
        profiles === null ? { teamFile: file } : withTeam(state, file, profiles, written),
      ),
  };
}
