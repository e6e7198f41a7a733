/**
 * What an expression says of an entry. `unknown` until its regular expressions have been asked: with these numbers `and`
 * is the least of its parts, `or` the greatest and `not` the distance to `yes` (Kleene's logic).
 */
export const VERDICT = { no: 0, unknown: 1, yes: 2 } as const;
