import type { KeepAlive } from './profile.ts';
import { optionProblem, type ProfileProblem } from './profileProblem.ts';

/** More often than once a second keeps nothing alive better, and fills the log. */
export const MIN_KEEP_ALIVE_MS = 1_000;
/** Nothing on the way waits longer than a day. */
export const MAX_KEEP_ALIVE_MS = 24 * 60 * 60_000;
/** What one begins with, ms: half of the shortest idle limit of a gateway that is known (gateways.md 4.5). */
export const DEFAULT_KEEP_ALIVE_MS = 30_000;
/** What one begins with where a text is sent; what a server understands is for the person to say. */
export const DEFAULT_KEEP_ALIVE_TEXT = 'ping';

export function checkKeepAlive(keepAlive: KeepAlive): readonly ProfileProblem[] {
  if (keepAlive.kind === 'off') return [];
  const { everyMs } = keepAlive;
  const problems: ProfileProblem[] = [];
  if (!(everyMs >= MIN_KEEP_ALIVE_MS && everyMs <= MAX_KEEP_ALIVE_MS)) {
    const message = 'Keep-alive goes out every 1 to 86400 seconds, which is once a day.';
    problems.push(optionProblem('keepAliveEvery', message));
  }
  if (keepAlive.kind === 'message' && keepAlive.text === '') {
    problems.push(optionProblem('keepAliveText', 'Enter the message that keeps the connection alive.'));
  }
  return problems;
}
