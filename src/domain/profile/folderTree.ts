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
  return makeFolder('', '', profiles);
}

/** The profiles in which every word of `text` occurs: in name, folder, URL, or the name of a field. */
export function searchProfiles(profiles: readonly Profile[], text: string): readonly Profile[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return profiles.filter((profile) => {
    const searched = searchedText(profile);
    return words.every((word) => searched.includes(word));
  });
}

/** The parts of a folder path, without empty ones and the spaces around them. */
function splitPath(folder: string): readonly string[] {
  return folder
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function makeFolder(path: string, name: string, profiles: readonly Profile[]): ProfileFolder {
  const depth = splitPath(path).length;
  const within = new Map<string, Profile[]>();
  const own: Profile[] = [];
  for (const profile of profiles) {
    const part = splitPath(profile.folder)[depth];
    const members = part === undefined ? own : within.get(part);
    if (members !== undefined) members.push(profile);
    else if (part !== undefined) within.set(part, [profile]);
  }
  return {
    name,
    path,
    count: profiles.length,
    profiles: own.toSorted((a, b) => compareNames(a.name, b.name) || compareNames(a.id, b.id)),
    folders: [...within]
      .toSorted(([a], [b]) => compareNames(a, b))
      .map(([part, members]) => makeFolder(path === '' ? part : `${path}/${part}`, part, members)),
  };
}

/** One language for everyone, so that a list has the same order on every device. */
const COLLATOR = new Intl.Collator('en', { numeric: true });

function compareNames(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}

function searchedText(profile: Profile): string {
  const fields = [...profile.parameters, ...profile.headers].map((field) => field.name);
  return [profile.name, profile.folder, profile.url, ...fields].join('\n').toLowerCase();
}
