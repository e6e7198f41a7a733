import type { ProfileId } from '#domain/profile/profile.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { changeInTeam, isInTeamFile } from './team/changeTeam.ts';

type RenamingStores = Pick<Stores, 'profiles' | 'notices' | 'profilesFile'>;

/** At once, wherever the profile is kept: a new name is no edit to save. */
export function renameProfile(stores: RenamingStores, id: ProfileId, name: string): void {
  const state = stores.profiles.getState();
  if (isInTeamFile(state, id)) void changeInTeam(stores, id, { name });
  else state.actions.rename(id, name);
}

export function moveProfile(stores: RenamingStores, id: ProfileId, folder: string): void {
  const state = stores.profiles.getState();
  if (isInTeamFile(state, id)) void changeInTeam(stores, id, { folder });
  else state.actions.move(id, folder);
}
