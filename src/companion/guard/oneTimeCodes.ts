import { isSameSecret, newToken } from './token.ts';

/** A browser that has not started after so long, ms, will not. */
const LIFETIME_MS = 60_000;

/**
 * Stands in for the token in the URL that a browser is started with: other users of the machine can read the arguments
 * of processes, and a code that has been used, or is a minute old, opens nothing.
 */
export interface OneTimeCodes {
  readonly issue: () => string;
  /** True once for each code, in time. */
  readonly redeem: (code: string) => boolean;
}

export function createOneTimeCodes(now: () => number): OneTimeCodes {
  let issued: readonly { readonly code: string; readonly expiresAt: number }[] = [];
  return {
    issue() {
      const code = newToken();
      issued = [...issued, { code, expiresAt: now() + LIFETIME_MS }];
      return code;
    },
    redeem(given) {
      const valid = issued.filter(({ expiresAt }) => now() < expiresAt);
      issued = valid.filter(({ code }) => !isSameSecret(given, code));
      return issued.length < valid.length;
    },
  };
}
