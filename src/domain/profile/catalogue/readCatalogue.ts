import type { FileProblem } from '../file/parseProfilesFile.ts';
import { readProfilesText } from '../file/readProfilesText.ts';
import { MAX_IMPORTED_PROFILES } from '../import/importLimits.ts';
import type { Profile } from '../profile.ts';
import type { CatalogueAddress } from './catalogueAddress.ts';
import type { CatalogueAnswer } from './catalogueAnswer.ts';
import { catalogueProfile } from './catalogueProfile.ts';

export interface Catalogue {
  /** As this device has them. */
  readonly profiles: readonly Profile[];
  /** What of the file is not among them, and why, by its place. */
  readonly problems: readonly FileProblem[];
  /** Variables for its profiles: they come with a copy, so that nobody else's values stand in for the person's own. */
  readonly hasEnvironments: boolean;
  /** Of the file, for a copy of all. */
  readonly text: string;
}

export type CatalogueReading =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | { readonly ok: false; readonly message: string; readonly problems: readonly FileProblem[] };

/** Makes a catalogue of what a site answered, or says what is wrong with it. Nothing of the answer is trusted. */
export function readCatalogue(
  { url, site }: Pick<CatalogueAddress, 'url' | 'site'>,
  answer: CatalogueAnswer,
): CatalogueReading {
  if (answer.kind === 'failed') return nothing(answer.message);
  const { status, mediaType, text } = answer;
  if (status < 200 || status > 299) return nothing(explainStatus(site, status));
  if (mediaType === 'text/html' || text.trimStart().startsWith('<')) return nothing(webPageFrom(site));
  if (text.trim() === '') return nothing(`The file at ${site} is empty.`);
  const file = readProfilesText(text.replace(/^\uFEFF/, ''));
  const excess = file.profiles.length - MAX_IMPORTED_PROFILES;
  const problems = excess > 0 ? [...file.problems, tooMany(file.profiles.length)] : file.problems;
  if (file.profiles.length === 0 && problems.length > 0) {
    return { ok: false, message: `What ${site} has cannot be read as a file of profiles:`, problems };
  }
  const profiles = file.profiles
    .slice(0, MAX_IMPORTED_PROFILES)
    .map(({ profile }) => catalogueProfile(profile, url));
  return {
    ok: true,
    catalogue: { profiles, problems, hasEnvironments: file.environments.length > 0, text },
  };
}

function nothing(message: string): CatalogueReading {
  return { ok: false, message, problems: [] };
}

function explainStatus(site: string, status: number): string {
  if (status === 404 || status === 410) {
    return `${site} has no such file: it answered ${status}. Check the address after ?profiles=.`;
  }
  if (status === 401 || status === 403) {
    return `${site} answered ${status}: it gives the file only to those who sign in. A catalogue is asked for without signing in, so it has to be readable by all who may open it.`;
  }
  return `${site} answered ${status}, and no file.`;
}

function webPageFrom(site: string): string {
  return `${site} answered with a web page, not with a file of profiles: a page to sign in, or one that shows the file. Give the address of the file itself.`;
}

function tooMany(count: number): FileProblem {
  return {
    path: 'profiles',
    message: `It has ${count}: the first ${MAX_IMPORTED_PROFILES} are shown. Split the file in several.`,
  };
}
