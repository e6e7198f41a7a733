const { timeOrigin } = performance;

/** Milliseconds since the epoch, with fractions; never goes backwards. */
export function now(): number {
  return timeOrigin + performance.now();
}
