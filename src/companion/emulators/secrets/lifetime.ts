const DAY_S = 86_400;

/** Long enough for a profile saved today to work next month. */
const LIFETIME_S = 30 * DAY_S;

/** When a token was issued and when it expires, in seconds since the epoch as JWTs count. */
export interface Lifetime {
  readonly iat: number;
  readonly exp: number;
}

/** From the start of the day, so that every start of the gateways on one day gives the same token. */
export function currentLifetime(nowMs: number): Lifetime {
  const iat = startOfDay(nowMs);
  return { iat, exp: iat + LIFETIME_S };
}

/** A day that is over. */
export function pastLifetime(nowMs: number): Lifetime {
  const exp = startOfDay(nowMs) - DAY_S;
  return { iat: exp - DAY_S, exp };
}

function startOfDay(nowMs: number): number {
  return Math.floor(nowMs / 1000 / DAY_S) * DAY_S;
}
