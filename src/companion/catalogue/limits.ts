import { DEFAULT_LIMITS, type TimeLimits } from '#domain/connection/connectionRequest.ts';

/** Waits for one answer, redirects apart. A site that takes longer than 10 s to begin with a file is down. */
export const CATALOGUE_LIMITS: TimeLimits = { ...DEFAULT_LIMITS, answerMs: 10_000 };

/** For all of it, redirects and body too, ms: nobody waits longer for a list. */
export const CATALOGUE_TOTAL_MS = 30_000;

/** Redirects that are followed, as curl and browsers do with fewer than they could: beyond it they go round in a circle. */
export const MAX_REDIRECTS = 5;
