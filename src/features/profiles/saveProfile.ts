import { effectiveGateway } from '#domain/profile/effectiveGateway.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { profileName } from '#domain/profile/profileName.ts';
import { selectProfile } from '#state/profilesStore.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { isInTeamFile } from './team/isInTeamFile.ts';
import { TEAM_FILE } from './team/teamFileOnDemand.ts';

/** What a profile is called that nobody has named yet. */
const UNNAMED = profileName('', null);

/**
 * Saves a profile's changes; a ready-made one as a profile of the person's own, which is selected and said. One that
 * nobody has named is named after its endpoint. One of the team's is written to its file. Returns the saved profile's id.
 */
export function saveProfile(
  stores: Pick<Stores, 'profiles' | 'notices' | 'profilesFile'>,
  id: ProfileId,
): ProfileId {
  const { actions, readyMade } = stores.profiles.getState();
  if (isInTeamFile(stores.profiles.getState(), id)) {
    void TEAM_FILE.load().then((team) => team.saveToTeam(stores, id));
    return id;
  }
  const profile = selectProfile(stores.profiles.getState(), id);
  if (profile?.name === UNNAMED) actions.rename(id, profileName(profile.url, effectiveGateway(profile)));
  const savedId = actions.save(id);
  const saved = stores.profiles.getState().saved[savedId];
  if (id in readyMade && saved !== undefined) {
    stores.notices.getState().actions.show(`Saved “${saved.name}” to your profiles.`);
  }
  return savedId;
}
