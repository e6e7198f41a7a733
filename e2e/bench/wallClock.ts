const { timeOrigin } = performance;

/** Milliseconds since the epoch with fractions: processes of one machine can compare theirs. */
export function now(): number {
  return timeOrigin + performance.now();
}
