import type { ProfilesState } from './profilesStore.ts';
import { basesOf, outdatedBases, splitBases, withBases } from './teamBases.ts';
import type { Work } from './unwrittenWork.ts';

/** What the device is to hold of the state, in the form in which it does. */
export function workOf(state: ProfilesState): Work {
  const { saved, drafts, environments, selectedId, environmentId } = state;
  return { saved, drafts: withBases(drafts, basesOf(state)), environments, selectedId, environmentId };
}

/** The state with this work in it, which was there before what it has. */
export function withWork(state: ProfilesState, work: Work): Partial<ProfilesState> {
  const { drafts, teamBases } = splitBases(work.drafts);
  return {
    saved: work.saved,
    drafts,
    teamBases: outdatedBases({ ...teamBases, ...state.teamBases }, state.team),
    environments: work.environments,
    selectedId: state.selectedId ?? work.selectedId,
    environmentId: state.environmentId ?? work.environmentId,
  };
}
