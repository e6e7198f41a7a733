import { readFile } from 'node:fs/promises';

/** The text of a file in UTF-8, without the byte order mark that editors of Windows begin it with: it is no part of the text. */
export async function readTextOf(path: string): Promise<string> {
  return new TextDecoder().decode(await readFile(path));
}
