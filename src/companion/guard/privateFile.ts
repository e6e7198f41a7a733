import { chmod, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Only the owner reads; Windows ignores modes, and there the person's profile folder is closed to others already. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** The file's text, or `null` when there is no such file. Takes other users' rights away, should it have any. */
export async function readPrivateFile(path: string): Promise<string | null> {
  try {
    const text = await readFile(path, 'utf8');
    await chmod(path, FILE_MODE);
    return text;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * Writes a file that was not there, and its folder. False when another process has made it meanwhile: then read that.
 * The mode is set as the file is made, so that there is no moment in which others can open it.
 */
export async function createPrivateFile(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
  try {
    const file = await open(path, 'wx', FILE_MODE);
    await file.writeFile(text);
    await file.close();
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
