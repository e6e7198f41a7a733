import { catalogueIdPrefix, isCatalogueId } from '#domain/profile/catalogue/catalogueProfile.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import type { ProfilesState } from './profilesStore.ts';
import { without } from './record.ts';
import { secretIdsOfAll } from './secretIdsOfAll.ts';
import { withoutSecrets } from './withoutSecrets.ts';
import type { KnownSecrets } from './withoutSecrets.ts';

/** Those of the ready-made profiles that come from a catalogue. */
export function catalogueOf({
  readyMade,
}: Pick<ProfilesState, 'readyMade'>): Readonly<Record<ProfileId, Profile>> {
  return Object.fromEntries(Object.entries(readyMade).filter(([id]) => isCatalogueId(id)));
}

/** The state without the catalogue at this URL, and without the secrets of its profiles that no draft needs. */
export function withoutCatalogue(
  state: KnownSecrets & Pick<ProfilesState, 'readyMade' | 'drafts'>,
  url: string,
): KnownSecrets & Pick<ProfilesState, 'readyMade'> {
  const prefix = catalogueIdPrefix(url);
  const isOfIt = (id: string) => id.startsWith(prefix);
  const needed = secretIdsOfAll(Object.values(state.drafts), []);
  const typed = [state.secrets, state.lockedSecrets, state.pageOnlySecrets].flatMap(Object.keys);
  return {
    readyMade: without(state.readyMade, Object.keys(state.readyMade).filter(isOfIt)),
    ...withoutSecrets(
      state,
      typed.filter((id) => isOfIt(id) && !needed.has(id)),
    ),
  };
}
