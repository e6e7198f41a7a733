import * as v from 'valibot';
import { isMembers } from '../../format/members.ts';
import type { Members } from '../../format/members.ts';
import type { Environment } from '../environment.ts';
import { PROFILE_SCHEMA_VERSION } from '../profile.ts';
import type { Profile } from '../profile.ts';
import { toFileEnvironment, toFileProfile } from './filedProfile.ts';
import { PROFILES_FORMAT, PROFILES_SCHEMA_URL, ProfilesFileSchema } from './fileProfile.ts';

/**
 * The text of a file of profiles, for export, link and repository: the same for the same profiles, whoever writes it and in
 * whatever order they are held. `members` are what else the file has, for one that is written again; its `$schema` stays.
 */
export function formatProfilesFile(profiles: readonly Profile[], members: Members = {}): string {
  const file = sortMembers({
    $schema: PROFILES_SCHEMA_URL,
    ...members,
    format: PROFILES_FORMAT,
    version: PROFILE_SCHEMA_VERSION,
    profiles: profiles.toSorted(compareProfiles).map(toFileProfile),
  });
  // Puts what the schema knows first, in its order. What does not keep to it is written as well: nothing that a person has
  // made is lost for it.
  const { output } = v.safeParse(ProfilesFileSchema, file);
  return `${JSON.stringify(output, null, 2)}\n`;
}

/** What `formatProfilesFile` writes of environments, beside the profiles; in the order of their names. */
export function environmentMembers(environments: readonly Environment[]): Members {
  if (environments.length === 0) return {};
  const sorted = environments.toSorted(
    (one, other) => compareTexts(one.name, other.name) || compareTexts(one.id, other.id),
  );
  return { environments: sorted.map(toFileEnvironment) };
}

/** By folder and name, as in the list; by code units, so that no language has a say in it. */
function compareProfiles(one: Profile, other: Profile): number {
  return (
    compareTexts(one.folder, other.folder) ||
    compareTexts(one.name, other.name) ||
    compareTexts(one.id, other.id)
  );
}

function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** All members by name, at every level. */
function sortMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (!isMembers(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => compareTexts(one, other))
      .map(([name, member]) => [name, sortMembers(member)]),
  );
}
