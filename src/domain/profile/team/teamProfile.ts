import { foreignProfile } from '../foreignProfile.ts';
import { secretPlacesOf } from '../mapSecretIds.ts';
import type { Profile, ProfileId, SecretId } from '../profile.ts';

/** Ids of the team's profiles, and of their secrets, begin with this here; in the file they do not. */
const TEAM_PREFIX = 'team:';

export function isTeamId(id: string): boolean {
  return id.startsWith(TEAM_PREFIX);
}

export function teamId(idInFile: ProfileId): ProfileId {
  return `${TEAM_PREFIX}${idInFile}`;
}

/** Of the id that a profile has here; what the file's own begins with, stays. */
export function idInFile(id: ProfileId): ProfileId {
  return isTeamId(id) ? id.slice(TEAM_PREFIX.length) : id;
}

/**
 * A profile of the team's file as this device has it. `id` is the one that it has here, for a profile that is not as the file
 * has it: of an id alone nobody can tell, for a file may call one `team:chat` itself.
 */
export function teamProfile(profile: Profile, id: ProfileId = teamId(profile.id)): Profile {
  return foreignProfile(profile, id);
}

/** The values of `from`, for the same places of `to`. */
export function carriedSecrets<Value>(
  from: Profile,
  to: Profile,
  secrets: Readonly<Record<SecretId, Value>>,
): Readonly<Record<SecretId, Value>> {
  const targets = secretPlacesOf(to);
  const carried: Record<SecretId, Value> = {};
  for (const [place, id] of secretPlacesOf(from)) {
    const target = targets.get(place);
    const value = secrets[id];
    if (target !== undefined && value !== undefined) carried[target] = value;
  }
  return carried;
}
