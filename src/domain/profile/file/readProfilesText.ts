import { isWithinLimits } from '../import/isWithinLimits.ts';
import { isProfilesFile, parseProfilesFile } from './parseProfilesFile.ts';
import type { ProfilesFile } from './parseProfilesFile.ts';
import { PROFILES_FORMAT } from './fileProfile.ts';

/** Git, Mercurial and Subversion begin a conflict with such a line. */
const CONFLICT_MARK = /^<{7}/;

/**
 * Reads the text of a file of profiles that is kept in its place: empty it is one without profiles, and anything else but a
 * whole file of profiles has problems.
 */
export function readProfilesText(text: string): ProfilesFile {
  if (text.trim() === '') return { profiles: [], environments: [], problems: [], members: {} };
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return broken(notJson(text));
  }
  // Whatever compares or writes it again recurses.
  if (!isWithinLimits(document))
    return broken('It is nested too deep, or holds too many values, to be read.');
  return isProfilesFile(document)
    ? parseProfilesFile(document)
    : broken(`It is JSON, but no file of profiles: that says "format": "${PROFILES_FORMAT}".`);
}

function broken(message: string): ProfilesFile {
  return { profiles: [], environments: [], problems: [{ path: '', message }], members: {} };
}

/** In words of our own: the parser's quote the text. */
function notJson(text: string): string {
  const line = text.split('\n').findIndex((each) => CONFLICT_MARK.test(each));
  return line === -1
    ? 'It is not JSON: something is missing in it, or too much.'
    : `It has the marks of a merge conflict, first in line ${line + 1}: resolve it.`;
}
