import { errorCodeOf } from '../errorCodeOf.ts';
import { StartProblem } from '../startProblem.ts';
import { describeError } from '../server/describeError.ts';

/** What to do about the ways in which starting fails. */
const ADVICE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'This port and the ones after it are taken. Choose another with --port.',
  EACCES: 'The system does not allow this port or folder. Choose a port above 1023 with --port.',
  EADDRNOTAVAIL: 'This machine has no such address to listen on. Leave --host out, or name one of its own.',
  ENOTFOUND: 'The name after --host is not known. Leave --host out, or give an address.',
  ENOENT: 'The page has not been built. `npm start` builds it.',
};

/** Why Postern did not start, and what to do; never a stack trace for what people can put right. */
export function explainStartProblem(error: unknown): string {
  if (error instanceof StartProblem) return `Postern could not start. ${error.message}`;
  const code = errorCodeOf(error, '');
  const advice = ADVICE[code];
  if (advice === undefined) return `Postern could not start: ${describeError(error)}`;
  return `Postern could not start (${code}). ${advice}`;
}
