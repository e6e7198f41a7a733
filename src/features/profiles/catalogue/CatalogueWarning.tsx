import { useQuery } from '@tanstack/react-query';
import { isCatalogueId } from '#domain/profile/catalogue/catalogueProfile.ts';
import { catalogueQueryOf } from './catalogueQueryOf.ts';
import { selectProfile } from '#state/profilesStore.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { Notice } from '#ui/Notice.tsx';
import { useCatalogue, useProfiles } from '../../stores/useStores.ts';
import { unusualChoices } from '../unusualChoices.ts';

export interface CatalogueWarningProps {
  readonly profileId: ProfileId;
}

/** What a profile of a catalogue does that its URL does not show: somebody else has made it. */
export function CatalogueWarning({ profileId }: CatalogueWarningProps) {
  const profile = useProfiles((state) => selectProfile(state, profileId));
  const reading = useCatalogue((state) => state.reading);
  const { data } = useQuery(catalogueQueryOf(reading));
  if (profile === null || !isCatalogueId(profileId)) return null;
  const choices = unusualChoices(profile);
  if (choices.length === 0) return null;
  return (
    <div className="shrink-0 border-b border-line bg-surface px-2 py-1.5">
      <Notice tone="warn">
        As {reading?.ok === true ? reading.address.site : 'its site'} has made it, this profile{' '}
        {choices.join('; ')}.
        {data?.hasEnvironments === true &&
          ' Values for variables that its file has come with a copy of all, in the menu of the group.'}
      </Notice>
    </div>
  );
}
