import { parseProfilesFile } from '#domain/profile/file/parseProfilesFile.ts';
import type { FileProblem, ProfilesFile } from '#domain/profile/file/parseProfilesFile.ts';
import type { Environment } from '#domain/profile/environment.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { CallProblem } from './callProblem.ts';

export interface ChosenProfiles {
  readonly profiles: readonly Profile[];
  /** Those of the file. */
  readonly environments: readonly Environment[];
}

/**
 * The profiles of a file; with a name, those that have it, for names need not be unique. A build that asks for all of them
 * must not pass over one that cannot be read; one that asks for some has nothing to do with the other profiles, and needs the
 * environments all the same. `path` is for the sentence of a problem.
 */
export function profilesOfFile(text: string, name: string, path: string): ChosenProfiles {
  const file = parseProfilesFile(readJson(text, path));
  const profiles = file.profiles.map(({ profile }) => profile);
  const { environments } = file;
  if (name === '') {
    if (file.problems.length > 0) throw new CallProblem(problemsText(file.problems, path));
    if (profiles.length === 0) throw new CallProblem(`${path} holds no profile.`);
    return { profiles, environments };
  }
  const chosen = profiles.filter((profile) => profile.name === name);
  if (chosen.length === 0) throw new CallProblem(noneOfThatName(file, path));
  const shared = file.problems.filter((problem) => !OF_A_PROFILE.test(problem.path));
  if (shared.length > 0) throw new CallProblem(problemsText(shared, path));
  return { profiles: chosen, environments };
}

/** The place of one of several profiles, or of something in it. */
const OF_A_PROFILE = /^(?:profiles)?\[/;

function noneOfThatName({ profiles, problems }: ProfilesFile, path: string): string {
  const names = profiles.map(({ profile }) => `“${profile.name}”`).join(', ');
  const has = names === '' ? '' : ` It has ${names}.`;
  const wrong = problems.length === 0 ? '' : ` ${problemsText(problems, path)}`;
  return `${path} holds no profile of that name.${has}${wrong}`;
}

/** More than these are counted: by then it is another kind of file. */
const MAX_PROBLEMS = 20;

/** One by itself reads as a sentence, several as a list. */
function problemsText(problems: readonly FileProblem[], path: string): string {
  const lines = problems.slice(0, MAX_PROBLEMS).map(lineOf);
  const more = problems.length - lines.length;
  if (lines.length === 1 && more === 0) return `${path}: ${lines[0]}`;
  const rest = more === 0 ? [] : [`and ${more} more.`];
  return [`${path} cannot be read:`, ...lines, ...rest].join('\n  ');
}

function lineOf({ path, message }: FileProblem): string {
  return path === '' ? message : `${path}: ${message}`;
}

function readJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own words may quote the file, and the file may be the wrong one.
    throw new CallProblem(`${path} is not JSON: a file of profiles is what Postern exports.`);
  }
}
