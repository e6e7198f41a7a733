/** Milliseconds since the epoch, with fractions; never goes backwards. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
