import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { isInTeamFile } from './team/isInTeamFile.ts';
import { TEAM_FILE } from './team/teamFileOnDemand.ts';

type RenamingStores = Pick<Stores, 'profiles' | 'notices' | 'profilesFile'>;

/** At once, wherever the profile is kept: a new name is no edit to save. */
export function renameProfile(stores: RenamingStores, id: ProfileId, name: string): void {
  const state = stores.profiles.getState();
  if (isInTeamFile(state, id)) changeInTeam(stores, id, { name });
  else state.actions.rename(id, name);
}

export function moveProfile(stores: RenamingStores, id: ProfileId, folder: string): void {
  const state = stores.profiles.getState();
  if (isInTeamFile(state, id)) changeInTeam(stores, id, { folder });
  else state.actions.move({ [id]: folder });
}

function changeInTeam(
  stores: RenamingStores,
  id: ProfileId,
  fields: Partial<Pick<Profile, 'name' | 'folder'>>,
): void {
  void TEAM_FILE.load().then((team) => team.changeInTeam(stores, id, fields));
}
