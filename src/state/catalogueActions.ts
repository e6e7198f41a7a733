import type { CatalogueProfilesActions, ProfilesStore } from './profilesStore.ts';
import { byId, without } from './record.ts';
import { catalogueOf, withoutCatalogue } from './withoutCatalogue.ts';

/** What the store of profiles does with those of a catalogue. */
export function createCatalogueActions({
  setState,
}: Pick<ProfilesStore, 'setState'>): CatalogueProfilesActions {
  return {
    setCatalogue: (profiles) =>
      setState((state) => ({
        readyMade: { ...without(state.readyMade, Object.keys(catalogueOf(state))), ...byId(profiles) },
      })),

    forgetCatalogue: (url) => setState((state) => withoutCatalogue(state, url)),
  };
}
