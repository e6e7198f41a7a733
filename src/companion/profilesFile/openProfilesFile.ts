import { access, constants, lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCodeOf } from '../errorCodeOf.ts';
import type { ProfilesFileAccess } from '../server/companion.ts';
import { standingIn } from '../standingIn.ts';
import { StartProblem } from '../startProblem.ts';
import { createProfilesFile } from './createProfilesFile.ts';
import { MAX_PROFILES_FILE_BYTES } from './limits.ts';

/**
 * The file that `--profiles` names, from where the person stands. The one that a link points at is meant, then and later:
 * what the link is made to point at afterwards is not. Throws `StartProblem`.
 */
export async function openProfilesFile(path: string): Promise<ProfilesFileAccess> {
  const place = resolve(standingIn(), path);
  const target = await findTarget(place);
  return createProfilesFile(target, basename(place));
}

async function findTarget(place: string): Promise<string> {
  try {
    const target = await realpath(place);
    const { size } = await readable(target);
    if (size > MAX_PROFILES_FILE_BYTES) throw new StartProblem(`${given(place)} is larger than 4 MB.`);
    return target;
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    if (!isCode(error, 'ENOENT'))
      throw new StartProblem(`${given(place)} cannot be read (${errorCodeOf(error)}).`);
  }
  return join(await findFolder(place), basename(place));
}

/** Throws when it is no file, or not for us to read. */
async function readable(target: string) {
  const found = await stat(target);
  if (found.isDirectory()) throw new StartProblem(`${given(target)} is a folder: name a file in it.`);
  if (!found.isFile()) throw new StartProblem(`${given(target)} is no file.`);
  await access(target, constants.R_OK);
  return found;
}

/** Of a file that is to be made. */
async function findFolder(place: string): Promise<string> {
  if (await isLink(place)) throw new StartProblem(`${given(place)} is a link that points at nothing.`);
  try {
    return await realpath(dirname(place));
  } catch (error) {
    throw new StartProblem(
      `${given(place)} cannot be made: its folder cannot be opened (${errorCodeOf(error)}).`,
    );
  }
}

async function isLink(place: string): Promise<boolean> {
  const found = await lstat(place).catch(() => null);
  return found?.isSymbolicLink() ?? false;
}

function given(path: string): string {
  return `The file of profiles ${path}`;
}

function isCode(error: unknown, code: string): boolean {
  return errorCodeOf(error) === code;
}
