import { catalogueIdPrefix, isCatalogueId } from '#domain/profile/catalogue/catalogueProfile.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import type { ProfilesState } from './profilesStore.ts';
import { without } from './record.ts';
import { secretIdsOfAll } from './secretIdsOfAll.ts';

/** Those of the ready-made profiles that come from a catalogue. */
export function catalogueOf({
  readyMade,
}: Pick<ProfilesState, 'readyMade'>): Readonly<Record<ProfileId, Profile>> {
  return Object.fromEntries(Object.entries(readyMade).filter(([id]) => isCatalogueId(id)));
}

/** The state without the catalogue at this URL, and without the secrets of its profiles that no draft needs. */
export function withoutCatalogue(
  state: Pick<ProfilesState, 'readyMade' | 'secrets' | 'drafts'>,
  url: string,
): Pick<ProfilesState, 'readyMade' | 'secrets'> {
  const prefix = catalogueIdPrefix(url);
  const isOfIt = (id: string) => id.startsWith(prefix);
  const needed = secretIdsOfAll(Object.values(state.drafts), []);
  return {
    readyMade: without(state.readyMade, Object.keys(state.readyMade).filter(isOfIt)),
    secrets: without(
      state.secrets,
      Object.keys(state.secrets).filter((id) => isOfIt(id) && !needed.has(id)),
    ),
  };
}
