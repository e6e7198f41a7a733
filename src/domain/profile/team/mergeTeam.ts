import type { Profile, ProfileId } from '../profile.ts';
import { isSameInFile } from './isSameInFile.ts';
import { idInFile } from './teamProfile.ts';

/** What one person wants of the file. */
export interface TeamChange {
  /** Profiles as they are to be, and as they were when the person began; `null` for one that was not there. */
  readonly puts: readonly { readonly mine: Profile; readonly base: Profile | null }[];
  /** Profiles that are to go, as they were when the person said so. */
  readonly removes: readonly Profile[];
}

export type MergedTeam =
  | { readonly kind: 'merged'; readonly profiles: readonly Profile[] }
  /** Others have changed the same profile: nothing is decided over the person's head. */
  | { readonly kind: 'conflict'; readonly profile: Profile };

/** The file's profiles with the change in them: what others did to other profiles stays. */
export function mergeTeam(present: readonly Profile[], { puts, removes }: TeamChange): MergedTeam {
  const merged = new Map<ProfileId, Profile>(present.map((profile) => [profile.id, profile]));
  for (const { mine, base } of puts) {
    const id = idInFile(mine.id);
    const theirs = merged.get(id) ?? null;
    if (!isUntouched(base, theirs) && !(theirs !== null && isSameInFile(mine, theirs))) {
      return { kind: 'conflict', profile: mine };
    }
    merged.set(id, { ...mine, id });
  }
  for (const profile of removes) {
    const id = idInFile(profile.id);
    const theirs = merged.get(id);
    if (theirs !== undefined && !isSameInFile(profile, theirs)) return { kind: 'conflict', profile };
    merged.delete(id);
  }
  return { kind: 'merged', profiles: [...merged.values()] };
}

function isUntouched(base: Profile | null, theirs: Profile | null): boolean {
  if (base === null || theirs === null) return base === theirs;
  return isSameInFile(base, theirs);
}
