import { GATEWAYS } from '#domain/gateway/gateways.ts';
import { effectiveGateway } from '#domain/profile/effectiveGateway.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';

/** A profile as the palette shows and finds it. */
export interface ProfileItem {
  readonly id: ProfileId;
  readonly label: string;
  /** Its folder, or where it leads. */
  readonly place: string;
  /** For tight places; empty for none in particular. */
  readonly gateway: string;
  readonly keywords: string;
}

export interface ProfileGroups {
  readonly saved: Readonly<Record<ProfileId, Profile>>;
  readonly drafts: Readonly<Record<ProfileId, Profile>>;
  readonly readyMade: Readonly<Record<ProfileId, Profile>>;
  readonly team: Readonly<Record<ProfileId, Profile>>;
}

/** Every profile there is, those changed last first, those of the local gateways at the end. */
export function profileItems({ saved, drafts, team, readyMade }: ProfileGroups): readonly ProfileItem[] {
  const profiles = Object.values({ ...readyMade, ...team, ...saved, ...drafts });
  return profiles.sort((a, b) => b.updatedAt - a.updatedAt).map(profileItem);
}

function profileItem(profile: Profile): ProfileItem {
  const gateway = effectiveGateway(profile);
  const isGeneric = gateway === 'generic';
  return {
    id: profile.id,
    label: profile.name,
    place: profile.folder === '' ? profile.url : profile.folder.replaceAll('/', ' / '),
    gateway: isGeneric ? '' : GATEWAYS[gateway].shortName,
    keywords: [
      profile.folder,
      profile.url,
      isGeneric ? '' : GATEWAYS[gateway].name,
      profile.description,
    ].join(' '),
  };
}
