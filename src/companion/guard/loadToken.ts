import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createPrivateFile, readPrivateFile } from './privateFile.ts';
import { isToken, newToken } from './token.ts';

/**
 * The token of this person's companions: made once, the same over restarts, so that a bookmarked page keeps working.
 * A file that holds no token is replaced.
 */
export async function loadToken(folder: string): Promise<string> {
  const path = join(folder, 'token');
  const kept = await readToken(path);
  if (kept !== null) return kept;

  await rm(path, { force: true });
  const token = newToken();
  if (await createPrivateFile(path, `${token}\n`)) return token;
  // Two companions started at once, and the other one was quicker.
  return (await readToken(path)) ?? token;
}

async function readToken(path: string): Promise<string | null> {
  const text = (await readPrivateFile(path))?.trim();
  return text !== undefined && isToken(text) ? text : null;
}
