import { runInNewContext } from 'node:vm';

/** As much of a message is matched, bytes: replies worth waiting for say what they are at their beginning. */
export const MAX_MATCHED_BYTES = 64 * 1024;

/** One match may take so long, ms: an expression such as (a+)+$ can need longer than the universe has been there. */
export const MATCH_LIMIT_MS = 1_000;

export type ReplyMatch = 'matches' | 'differs' | 'ran-away';

/** An expression did not come to an end on a text. */
export class RanAway extends Error {
  override readonly name = 'RanAway';
}

/** Whether the beginning of a message matches what a person wrote. */
export function matchReply(pattern: RegExp, payload: Uint8Array): ReplyMatch {
  const text = new TextDecoder().decode(payload.subarray(0, MAX_MATCHED_BYTES));
  try {
    return matchPattern(pattern, text) ? 'matches' : 'differs';
  } catch {
    return 'ran-away';
  }
}

/** Whether a text matches. Only a context of its own can be stopped: throws `RanAway` when it had to be. */
export function matchPattern(pattern: RegExp, text: string): boolean {
  try {
    return runInNewContext('pattern.test(text)', { pattern, text }, { timeout: MATCH_LIMIT_MS }) === true;
  } catch (cause) {
    // ERR_SCRIPT_EXECUTION_TIMEOUT: `test` itself throws nothing.
    throw new RanAway('The expression did not come to an end.', { cause });
  }
}
