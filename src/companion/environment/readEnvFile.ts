import { resolve } from 'node:path';
import { errorCodeOf } from '../errorCodeOf.ts';
import { readTextOf } from '../readTextOf.ts';
import { standingIn } from '../standingIn.ts';
import { StartProblem } from '../startProblem.ts';

/** The text of the file that `--env-file` names, from where the person stands. Throws `StartProblem`. */
export async function readEnvFile(path: string): Promise<string> {
  const place = resolve(standingIn(), path);
  try {
    return await readTextOf(place);
  } catch (error) {
    const code = errorCodeOf(error, 'unreadable');
    throw new StartProblem(`The file ${place} of --env-file cannot be read (${code}).`);
  }
}
