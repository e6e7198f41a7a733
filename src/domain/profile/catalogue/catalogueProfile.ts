import { foreignProfile } from '../foreignProfile.ts';
import type { Profile } from '../profile.ts';

/** Ids of a catalogue's profiles, and of their secrets, begin with this here; in the file they do not. */
const CATALOGUE_PREFIX = 'catalogue:';

export function isCatalogueId(id: string): boolean {
  return id.startsWith(CATALOGUE_PREFIX);
}

/** With which the ids of one catalogue begin: another one with the same ids in it has others here. */
export function catalogueIdPrefix(url: string): string {
  return `${CATALOGUE_PREFIX}${url}#`;
}

/** A profile of the catalogue at `url`, which has no fragment, as this device has it. */
export function catalogueProfile(profile: Profile, url: string): Profile {
  return foreignProfile(profile, catalogueIdPrefix(url) + profile.id);
}
