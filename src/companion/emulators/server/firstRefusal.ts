import type { Refusal } from './answer.ts';

/** One step of a gateway's evaluation: a refusal, or `null` to go on. */
export type Check<Subject> = (subject: Subject) => Refusal | null;

/** Runs the checks in the gateway's order; the first refusal is the answer. */
export function firstRefusal<Subject>(checks: readonly Check<Subject>[], subject: Subject): Refusal | null {
  for (const check of checks) {
    const refusal = check(subject);
    if (refusal !== null) return refusal;
  }
  return null;
}
