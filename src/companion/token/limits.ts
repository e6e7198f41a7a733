import { DEFAULT_LIMITS, type TimeLimits } from '#domain/connection/connectionRequest.ts';

/** Waits of a token request. A token endpoint that takes longer than 15 s for its answer is down. */
export const TOKEN_LIMITS: TimeLimits = { ...DEFAULT_LIMITS, answerMs: 15_000 };

/** How much of a description by the token endpoint is passed on: a paragraph. */
export const MAX_DESCRIPTION_LENGTH = 400;
