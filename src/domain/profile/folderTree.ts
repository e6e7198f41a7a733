import { splitFolder } from './folderPath.ts';
import type { Profile } from './profile.ts';

/** One folder as a list shows it. */
export interface ProfileFolder {
  /** The last part of its path; empty for the root. */
  readonly name: string;
  readonly path: string;
  readonly folders: readonly ProfileFolder[];
  /** The profiles right in it. */
  readonly profiles: readonly Profile[];
  /** How many profiles are in it and below. */
  readonly count: number;
}

/** Folders within folders, each level sorted by name as a person would; the root holds what is in no folder. */
export function folderTree(profiles: readonly Profile[]): ProfileFolder {
  const placed = profiles.map((profile) => ({ profile, path: splitFolder(profile.folder) }));
  return makeFolder('', '', 0, placed);
}

interface PlacedProfile {
  readonly profile: Profile;
  readonly path: readonly string[];
}

function makeFolder(
  path: string,
  name: string,
  depth: number,
  profiles: readonly PlacedProfile[],
): ProfileFolder {
  const within = new Map<string, PlacedProfile[]>();
  const own: Profile[] = [];
  for (const placed of profiles) {
    const part = placed.path[depth];
    const members = part === undefined ? undefined : within.get(part);
    if (part === undefined) own.push(placed.profile);
    else if (members === undefined) within.set(part, [placed]);
    else members.push(placed);
  }
  return {
    name,
    path,
    count: profiles.length,
    profiles: own.toSorted((a, b) => compareNames(a.name, b.name) || compareNames(a.id, b.id)),
    folders: [...within]
      .toSorted(([a], [b]) => compareNames(a, b))
      .map(([part, members]) => makeFolder(path === '' ? part : `${path}/${part}`, part, depth + 1, members)),
  };
}

/** One language for everyone, so that a list has the same order on every device. */
const COLLATOR = new Intl.Collator('en', { numeric: true });

function compareNames(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}
