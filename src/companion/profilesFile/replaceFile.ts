import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** As the system's own programs make files: the person's umask takes away from it. */
const NEW_FILE_MODE = 0o666;

/**
 * Puts `text` in place of what the file says, all of it or nothing: whoever reads meanwhile, or after a crash, has the old
 * text or the new one. `mode` is that of the file before; `null` when there was none.
 */
export async function replaceFile(path: string, text: string, mode: number | null): Promise<void> {
  // In the same folder: only there does renaming take the other's place in one step.
  const name = `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`;
  const temporary = join(dirname(path), name);
  try {
    const file = await open(temporary, 'wx', mode ?? NEW_FILE_MODE);
    try {
      // The umask has been at it.
      if (mode !== null) await file.chmod(mode);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
