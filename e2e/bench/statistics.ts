export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value below which `percent` of the values lie; between two of them in proportion. NaN of none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const at = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * A percentile of times from a clock that ticks every `tickMs`, as a browser's does: the values of a tick are taken to
 * be spread over it evenly, or every median would be a whole number of ticks.
 */
export function percentileOfTicks(values: readonly number[], percent: number, tickMs: number): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const tick = Math.round(value / tickMs);
    counts.set(tick, (counts.get(tick) ?? 0) + 1);
  }
  let rest = (values.length * percent) / 100;
  for (const [tick, count] of [...counts].sort(([left], [right]) => left - right)) {
    if (rest <= count) return (tick - 0.5 + rest / count) * tickMs;
    rest -= count;
  }
  return Number.NaN;
}
