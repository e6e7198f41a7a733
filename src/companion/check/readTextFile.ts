import { errorCodeOf } from '../errorCodeOf.ts';
import { readTextOf } from '../readTextOf.ts';
import { CallProblem } from './callProblem.ts';

/** The text of a file that the command line names; throws `CallProblem` when it cannot be read. `what` begins a sentence. */
export async function readTextFile(path: string, what: string): Promise<string> {
  try {
    return await readTextOf(path);
  } catch (error) {
    const code = errorCodeOf(error, 'unreadable');
    throw new CallProblem(`${what} cannot be read (${code}).`);
  }
}
