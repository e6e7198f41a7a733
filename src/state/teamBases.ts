import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { isSameInFile } from '#domain/profile/team/isSameInFile.ts';
import { isTeamId } from '#domain/profile/team/teamProfile.ts';
import type { ProfilesState } from './profilesStore.ts';

type Profiles = Readonly<Record<ProfileId, Profile>>;

/** Among the stored drafts, the id of what a draft of the team's file was made from begins with this. */
const BASE_PREFIX = 'base:';

/** The records of what stands in the state: the same objects as long as these are, so that nothing is written twice. */
const records = new WeakMap<Profile, Profile>();

/** What each draft of a team's profile was made from. */
export function basesOf({
  drafts,
  team,
  teamBases,
}: Pick<ProfilesState, 'drafts' | 'team' | 'teamBases'>): Profiles {
  const entries = Object.keys(drafts).flatMap((id): readonly (readonly [ProfileId, Profile])[] => {
    const base = isTeamId(id) ? (teamBases[id] ?? team[id]) : undefined;
    return base === undefined ? [] : [[id, base]];
  });
  return Object.fromEntries(entries);
}

/** The drafts as the device keeps them: with what they were made from, so that a change there shows after a reload too. */
export function withBases(drafts: Profiles, bases: Profiles): Profiles {
  const kept = Object.values(bases).map((base) => {
    const record = records.get(base) ?? { ...base, id: `${BASE_PREFIX}${base.id}` };
    records.set(base, record);
    return [record.id, record] as const;
  });
  return kept.length === 0 ? drafts : { ...drafts, ...Object.fromEntries(kept) };
}

export function splitBases(stored: Profiles): { readonly drafts: Profiles; readonly teamBases: Profiles } {
  const drafts: Record<ProfileId, Profile> = {};
  const teamBases: Record<ProfileId, Profile> = {};
  for (const [key, record] of Object.entries(stored)) {
    if (!key.startsWith(BASE_PREFIX)) drafts[key] = record;
    else {
      const base = { ...record, id: key.slice(BASE_PREFIX.length) };
      records.set(base, record);
      teamBases[base.id] = base;
    }
  }
  return { drafts, teamBases };
}

/** Those from which the file differs by now. For the others, what the file says stands in from now on. */
export function outdatedBases(bases: Profiles, team: Profiles): Profiles {
  const outdated = Object.entries(bases).filter(([id, base]) => {
    const filed = team[id];
    if (filed === undefined || !isSameInFile(base, filed)) return true;
    const record = records.get(base);
    // It is stored already: written anew by each tab that has read the file, it would go to and fro between them for ever.
    if (record !== undefined) records.set(filed, record);
    return false;
  });
  return Object.fromEntries(outdated);
}
