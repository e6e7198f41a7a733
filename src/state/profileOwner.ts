import { isCatalogueId } from '#domain/profile/catalogue/catalogueProfile.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { isTeamId } from '#domain/profile/team/teamProfile.ts';

/** Ids of the local gateways' profiles begin with this; no saved profile has such an id. */
const LOCAL_PREFIX = 'local:';

export function isOfLocalGateway(id: ProfileId): boolean {
  return id.startsWith(LOCAL_PREFIX);
}

/** Whether the device keeps what is saved under this id. */
export function isOwnId(id: ProfileId): boolean {
  return !isOfLocalGateway(id) && !isCatalogueId(id) && !isTeamId(id);
}
